/** Pages whose style sheets were not written with the section in mind. */
import { expect } from '@open-wc/testing';
import { memoryAdapter } from '../../src/adapters/memory.js';
import { registerLocale } from '../../src/i18n/locale-registry.js';
import ar from '../../src/locales/ar.js';
import { smallTargets } from '../demo/findings.js';
import { comment } from '../support/fake-backend.js';
import { CommentsPage, unmountAll } from '../support/comments-page.js';

const pages: Readonly<Record<string, string>> = {
  'a reset': `*, ::before, ::after { margin: 0; padding: 0; border: 0; font: inherit; list-style: none; outline: none }
    button, input, textarea, select { appearance: none; background: none; font-size: 100% } a { text-decoration: none }`,
  'rules that unset everything': 'body * { all: unset }',
  '!important on every tag': `article, header, section, p, h2, button, textarea, a, ul, li
    { display: inline !important; color: #eee !important; font-size: 9px !important; padding: 0 !important }`,
  'a rem of 10 pixels': 'html { font-size: 62.5% } body { font-size: 1.6rem }',
  'a rem of 8 pixels': 'html { font-size: 50% } body { font-size: 2rem }',
  'text of 8 pixels': 'html { font-size: 8px }',
  '!important on the element': `article-comments
    { display: inline !important; color: #7a1f5c !important; font: italic 9px/1 cursive !important; margin: 0 !important }`,
  '!important on the element, as a cell':
    'article-comments { display: table-cell !important; text-align: center !important }',
};

/** Where the first line of a text is. */
function lineOf(element: Element): DOMRect {
  const range = document.createRange();
  range.selectNode(document.createTreeWalker(element, NodeFilter.SHOW_TEXT).nextNode()!);
  return range.getClientRects()[0]!;
}

describe('a page with', () => {
  before(() => registerLocale(ar));
  let sheet: CSSStyleSheet;

  beforeEach(() => {
    sheet = new CSSStyleSheet();
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  });
  afterEach(() => {
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((other) => other !== sheet);
    unmountAll();
  });

  for (const [name, css] of Object.entries(pages)) {
    it(`keeps the section wide, readable and easy to press on a page with ${name}`, async () => {
      sheet.replaceSync(css);
      const page = await CommentsPage.open(
        memoryAdapter({
          comments: [comment('First.'), comment('Second.')],
          features: { input: 'markdown' },
        }),
      );
      await page.comment('First.');
      const box = await page.findTextBox();
      const style = getComputedStyle(box);
      expect(style.display, 'the text box').to.equal('block');
      expect(parseFloat(style.borderTopWidth), 'its border').to.equal(1);
      expect(parseFloat(style.fontSize), 'its font').to.be.at.least(16);
      expect(box.getBoundingClientRect().width, 'its width').to.be.at.least(200);
      expect((await page.find('combobox')).checkVisibility(), 'the sort menu').to.equal(true);
      await page.startReport('First.');
      expect(smallTargets([page.element])).to.deep.equal([]);
      box.focus();
      expect(getComputedStyle(box).outlineStyle, 'the focus ring').to.equal('solid');
      const reply = page.get('button', 'Post comment');
      expect(getComputedStyle(reply).fontWeight, 'the main button').to.equal('600');
    });
  }

  for (const [lang, dir] of [
    ['ar', 'rtl'],
    ['en', 'ltr'],
  ] as const)
    it(`shows each comment in its own direction in a section that runs ${dir}`, async () => {
      const english = 'Comments in English.';
      const arabic = 'تعليق بالعربية.';
      const page = await CommentsPage.open(memoryAdapter({ comments: [comment(english), comment(arabic)] }), { lang });
      for (const [text, own] of [
        [english, 'ltr'],
        [arabic, 'rtl'],
      ] as const) {
        const body = (await page.comment(text)).querySelector('[part~=body]')!;
        expect(getComputedStyle(body).direction, text).to.equal(own);
      }
      expect(getComputedStyle(page.section).direction, 'the section').to.equal(dir);
    });

  it('aligns the text of the section with the start of the line on a page with centred text', async () => {
    sheet.replaceSync('body { text-align: center }');
    const page = await CommentsPage.open(memoryAdapter({ comments: [comment('First.')] }));
    const body = (await page.comment('First.')).querySelector('[part~=body]')!;
    expect(lineOf(body).left).to.be.closeTo(body.getBoundingClientRect().left, 0.5);
  });

  describe('the direction from right to left, and comments in English,', () => {
    before(() => Object.assign(document.documentElement, { lang: 'ar', dir: 'rtl' }));
    after(() => {
      document.documentElement.lang = 'en';
      document.documentElement.removeAttribute('dir');
    });

    const thread = [
      comment('A question?', { id: 'q', author: { name: 'Grace' } }),
      comment('An answer.', { parentId: 'q', author: { name: 'Tom' } }),
    ];

    /** Each comment with its text, its author and its time, as far as they reach to the left and right. */
    async function places(page: CommentsPage) {
      return Promise.all(
        thread.map(async (_, index) => {
          const article = await page.comment(['A question?', 'An answer.'][index]!);
          const part = (name: string): Element => article.querySelector(`[part~=${name}]`)!;
          return {
            article: article.getBoundingClientRect(),
            body: part('body').getBoundingClientRect(),
            text: lineOf(part('body')),
            author: part('author').getBoundingClientRect(),
            time: part('time').getBoundingClientRect(),
          };
        }),
      );
    }

    it('begins each row at the right and each English text at the left, and indents replies from the right', async () => {
      const page = await CommentsPage.open(memoryAdapter({ comments: thread }));
      const rows = await places(page);
      for (const { article, body, text, author, time } of rows) {
        expect(author.right, 'the author').to.be.closeTo(article.right, 0.5);
        expect(time.right, 'the time').to.be.below(author.left);
        expect(text.left, 'the text').to.be.closeTo(body.left, 0.5);
      }
      const [question, answer] = rows;
      expect(answer!.article.right, 'the reply').to.be.below(question!.article.right - 10);
      expect(answer!.article.left).to.be.closeTo(question!.article.left, 0.5);
    });

    it('turns a section in English round', async () => {
      const page = await CommentsPage.open(memoryAdapter({ comments: thread }), { lang: 'en' });
      for (const { article, author, time } of await places(page)) {
        expect(author.left, 'the author').to.be.closeTo(article.left, 0.5);
        expect(time.left, 'the time').to.be.above(author.right);
      }
    });
  });
});
