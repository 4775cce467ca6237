/** Sizes that readers need: of what they press, of the space in text, and of what a page's sticky header leaves of the window. */
import { expect } from '@open-wc/testing';
import { memoryAdapter } from '../../src/adapters/memory.js';
import '../../src/elements/changing.js';
import '../../src/elements/composing/composer.js';
import '../../src/elements/features.js';
import '../../src/elements/loading.js';
import '../../src/elements/menu.js';
import '../../src/elements/reporting/index.js';
import '../../src/elements/voting/index.js';
import { registerLocale } from '../../src/i18n/locale-registry.js';
import en from '../support/english.js';
import words from '../../src/locales/parts/en-legal.js';
import { CommentsPage, unmountAll, waitFor } from '../support/comments-page.js';
import { comment, comments } from '../support/fake-backend.js';
import { sendKeys } from '../support/keys.js';
import { setViewport } from '../support/viewport.js';

const sheets: HTMLStyleElement[] = [];

/** Adds rules to the page, or to a root in it, as a reader's own style sheet does. */
function addStyle(text: string, root: Node = document.head): void {
  const style = Object.assign(document.createElement('style'), { textContent: text });
  root.appendChild(style);
  sheets.push(style);
}

/** A conversation with an open form for a report, and a comment that is being written. */
async function open(): Promise<CommentsPage> {
  const thread = [
    comment('A question about the pier and its length.', { id: 'q' }),
    comment('An answer.', { parentId: 'q' }),
  ];
  const page = await CommentsPage.open(memoryAdapter({ comments: [...thread, ...comments(8)] }), { 'page-size': '6' });
  await page.turnToForm();
  await page.write('Some words.');
  await page.find('button', en.discard);
  await page.startReport('Comment 1');
  return page;
}

afterEach(async () => {
  unmountAll();
  for (const sheet of sheets.splice(0)) sheet.remove();
  await setViewport({ width: 1280, height: 720 });
});

describe('the button that takes an address out of a notice', () => {
  it('is at least 24 pixels wide, however short its word is', async () => {
    registerLocale({ ...en, lang: 'en-XS', legal: async () => ({ default: { ...words, remove: '–' } }) });
    const reasons = [{ id: 'illegal', form: 'notice' }] as const;
    const adapter = memoryAdapter({ comments: comments(1), features: { report: { reasons } } });
    const page = await CommentsPage.open(adapter, { lang: 'en-XS' });
    await page.startReport('Comment 1');
    await page.choose(en.reasons.illegal);
    await page.find('button', words.addAddress);
    await page.press(words.addAddress);
    const button = await page.find('button', words.removeAddress('1'));
    expect(button.getBoundingClientRect().width).to.be.at.least(24);
  });
});

describe('the link to the comment that is replied to', () => {
  for (const width of [320, 1280])
    it(`is at least 24 pixels high, in a line as high as any other: ${width}`, async () => {
      await setViewport({ width, height: 2500 });
      const chain = Array.from({ length: 6 }, (_, level) =>
        comment(`Level ${level}`, { id: `level-${level}`, parentId: level === 0 ? null : `level-${level - 1}` }),
      );
      const page = await CommentsPage.open(memoryAdapter({ comments: chain }));
      await page.comment('Level 5');
      const [link] = page.all('link', /in reply to/) as [HTMLElement];
      expect(link.getBoundingClientRect().height).to.be.at.least(24);
      const line = parseFloat(getComputedStyle(link).lineHeight);
      const text = link.parentElement!.querySelector('[part=body]')!;
      expect(text.getBoundingClientRect().height, 'the line').to.be.at.most(line + 0.5);
    });
});

describe('text that a reader gives more space', () => {
  const spacing =
    '* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-block-end: 2em !important }';

  for (const width of [320, 1280])
    it(`is neither cut off nor covered: ${width}`, async () => {
      await setViewport({ width, height: 2500 });
      const page = await open();
      addStyle(spacing, page.element.shadowRoot!);
      const texts = [
        ...page.section.querySelectorAll<HTMLElement>('button, h2, h3, p, label, legend, article, time'),
      ].filter((one) => one.checkVisibility() && !one.closest('.live, .skip'));
      expect(texts.length).to.be.greaterThan(40);
      expect(getComputedStyle(texts[0]!).letterSpacing).to.not.equal('normal');
      const cut = texts.filter((one) => {
        const { overflowX, overflowY } = getComputedStyle(one);
        return (
          (overflowX !== 'visible' && one.scrollWidth > one.clientWidth + 1) ||
          (overflowY !== 'visible' && one.scrollHeight > one.clientHeight + 1)
        );
      });
      expect(cut.map((one) => one.textContent?.trim())).to.deep.equal([]);
      const isClipped = (one: Element): boolean => getComputedStyle(one).clipPath !== 'none';
      const buttons = page.all('button').filter((one) => one.checkVisibility() && !isClipped(one));
      const boxes = buttons.map((button) => ({ button, box: button.getBoundingClientRect() }));
      const overlapping = boxes.flatMap(({ button, box }, index) =>
        boxes
          .slice(index + 1)
          .filter(
            ({ box: other }) =>
              Math.min(box.right, other.right) - Math.max(box.left, other.left) > 1 &&
              Math.min(box.bottom, other.bottom) - Math.max(box.top, other.top) > 1,
          )
          .map((other) => `${button.textContent?.trim()} and ${other.button.textContent?.trim()}`),
      );
      expect(overlapping).to.deep.equal([]);
      expect(document.documentElement.scrollWidth).to.be.at.most(width);
    });
});

describe('a sticky header of the page', () => {
  const HEADER = 90;

  it('hides nothing that gets the focus', async () => {
    await setViewport({ width: 1000, height: 500 });
    addStyle(`html { scroll-padding-block-start: ${HEADER}px } article-comments { margin-block: 700px }`);
    const page = await open();
    page.get('button', 'Load more comments').focus();
    let stops = 0;
    // Back to the form, which lies above everything.
    for (; page.focused !== page.textBox; stops++) {
      await sendKeys({ down: 'Shift' });
      await sendKeys({ press: 'Tab' });
      await sendKeys({ up: 'Shift' });
      // WebKit brings a text box into view a moment after it has the focus.
      await waitFor(() => {
        const { bottom, top } = page.focused?.getBoundingClientRect() ?? new DOMRect();
        expect(bottom, `the bottom of "${page.focused?.textContent?.trim()}"`).to.be.greaterThan(HEADER);
        expect(top, `the top of "${page.focused?.textContent?.trim()}"`).to.be.lessThan(innerHeight);
      });
      if (stops > 80) throw new Error('The way back does not lead to the form.');
    }
    expect(stops).to.be.greaterThan(20);
  });
});

describe('the fields of a guest', () => {
  it('marks each field of a guest with its purpose for autofill', async () => {
    const guest = { name: { required: true }, email: { required: true }, website: { required: false } };
    const page = await CommentsPage.open(memoryAdapter({ info: { posting: { guest } } }));
    await page.beginToWrite();
    const purposes = [...page.section.querySelectorAll('input[type=text], input[type=email], input[type=url]')].map(
      (field) => field.getAttribute('autocomplete'),
    );
    expect(purposes).to.deep.equal(['name', 'email', 'url']);
  });
});
