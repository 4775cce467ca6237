/** What the look says: what belongs together, what is a name, and what can be pressed. */
import { expect } from '@open-wc/testing';
import { memoryAdapter } from '../../src/adapters/memory.js';
import { registerLocale } from '../../src/i18n/locale-registry.js';
import ar from '../../src/locales/ar.js';
import en from '../support/english.js';
import { comment } from '../support/fake-backend.js';
import { CommentsPage, unmountAll } from '../support/comments-page.js';

const styleOf = (element: Element, pseudo?: string): CSSStyleDeclaration => getComputedStyle(element, pseudo);

describe('the radius of corners', () => {
  afterEach(unmountAll);

  it('makes round buttons, and leaves boxes and forms boxes', async () => {
    const adapter = memoryAdapter({ comments: [comment('First.')] });
    const page = await CommentsPage.open(adapter);
    page.element.style.setProperty('--article-comments-radius', '999px');
    const form = await page.startReport('First.');
    expect(styleOf(page.get('button', 'Post comment')).borderRadius).to.equal('999px');
    for (const box of [page.textBox, form.closest('[part~=report-form]') ?? form])
      expect(parseFloat(styleOf(box).borderRadius), box.localName).to.equal(12);
  });

  it('may be 0', async () => {
    const page = await CommentsPage.open(memoryAdapter({ comments: [comment('First.')] }));
    page.element.style.setProperty('--article-comments-radius', '0');
    expect(styleOf(await page.findTextBox()).borderRadius).to.equal('0px');
  });
});

describe('a form below a comment', () => {
  afterEach(unmountAll);

  it('has the background of the page, and so do its text boxes', async () => {
    const page = await CommentsPage.open(memoryAdapter({ comments: [comment('First.')] }));
    const form = await page.startReport('First.');
    for (
      let box: Element | null = page.get('textbox', new RegExp(en.reportDetail));
      box && box !== page.section;
      box = box.parentElement
    )
      expect(styleOf(box).backgroundColor, box.localName).to.equal('rgba(0, 0, 0, 0)');
    expect(parseFloat(styleOf(form.closest('[part~=report-form]') ?? form).borderTopWidth)).to.equal(1);
  });
});

/** Where each line of the text in an element ends. */
function lineEnds(element: Element): number[] {
  const range = document.createRange();
  range.selectNodeContents(element);
  return [...range.getClientRects()].map(({ right }) => Math.round(right));
}

describe('a name in Latin letters on a page from right to left', () => {
  afterEach(unmountAll);

  it('begins at the right, also where it takes two lines', async () => {
    registerLocale(ar);
    const name = 'Wilma Haverkamp-Zimmermannsdotter '.repeat(5).trim();
    const adapter = memoryAdapter({ comments: [comment('First.', { author: { name } })] });
    const page = await CommentsPage.open(adapter, { lang: 'ar' });
    page.element.style.inlineSize = '600px';
    const row = await page.comment('First.');
    const ends = lineEnds(row.querySelector('[part~=author]')!);
    expect(ends.length).to.be.at.least(2);
    expect(new Set(ends)).to.have.length(1);
    expect(ends[0]).to.be.closeTo(row.getBoundingClientRect().right, 1);
  });
});

describe('what stands in place of a name', () => {
  afterEach(unmountAll);

  it('is a heading, and does not look like a name', async () => {
    const gone = comment('Gone.', { status: 'deleted' });
    const page = await CommentsPage.open(memoryAdapter({ comments: [gone, comment('Here.')] }));
    await page.comment('Here.');
    const heading = page.get('heading', en.deletedComment);
    expect(styleOf(heading).fontWeight).to.equal('400');
    expect(styleOf(page.get('heading', 'Tom')).fontWeight).to.equal('700');
  });
});

describe('the lines beside replies', () => {
  before(() => registerLocale(ar));
  afterEach(unmountAll);

  for (const dir of ['ltr', 'rtl'] as const)
    it(`continues the lines beside replies through the replies to replies, ${dir}`, async () => {
      const thread = ['One.', 'Two.', 'Three.', 'Four.'].map((text, index, texts) =>
        comment(text, { id: text, parentId: texts[index - 1] ?? null }),
      );
      const page = await CommentsPage.open(memoryAdapter({ comments: thread }), { lang: dir === 'rtl' ? 'ar' : 'en' });
      const rowOf = async (text: string): Promise<Element> => (await page.comment(text)).closest('.row')!;
      const [two, three, four] = [await rowOf('Two.'), await rowOf('Three.'), await rowOf('Four.')];
      /** Where a row starts, in the direction of the writing. */
      const startOf = (row: Element): number => {
        const { left, right } = row.getBoundingClientRect();
        return dir === 'rtl' ? -right : left;
      };
      const firstEdge = (row: Element, pseudo: string): number =>
        startOf(row) + parseFloat(styleOf(row, pseudo).insetInlineStart);
      const lastEdge = (row: Element, pseudo: string): number =>
        firstEdge(row, pseudo) + parseFloat(styleOf(row, pseudo).inlineSize);
      const [first, second] = [lastEdge(two, '::before'), lastEdge(three, '::after')];
      expect(lastEdge(three, '::before')).to.be.closeTo(first, 0.1);
      expect(lastEdge(four, '::before')).to.be.closeTo(first, 0.1);
      expect(firstEdge(four, '::after')).to.be.closeTo(second, 0.1);
      expect(parseFloat(styleOf(four, '::after').borderInlineStartWidth)).to.be.above(0);
      for (const [row, pseudo] of [
        [two, '::before'],
        [three, '::before'],
        [three, '::after'],
        [four, '::before'],
        [four, '::after'],
      ] as const)
        expect(parseFloat(styleOf(row, pseudo).height)).to.be.closeTo(row.getBoundingClientRect().height, 0.5);
      expect(styleOf(two, '::after').content).to.equal('none');
    });
});
