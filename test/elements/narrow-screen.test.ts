/** What a phone leaves no room for on one line: it goes on below, at the same edge, and is not cut off. */
import { expect } from '@open-wc/testing';
import { memoryAdapter } from '../../src/adapters/memory.js';
import { registerLocale } from '../../src/i18n/locale-registry.js';
import en from '../support/english.js';
import words from '../../src/locales/parts/en-legal.js';
import { comments } from '../support/fake-backend.js';
import { CommentsPage, unmountAll } from '../support/comments-page.js';
import { setViewport } from '../support/viewport.js';

const NAME = 'Rosalind Okonjo-Hale';
const LONG = 'Most recommended by readers of the printed edition';

const boxOf = (element: Element): DOMRect => element.getBoundingClientRect();

describe('on a screen of 320 pixels', () => {
  before(() => setViewport({ width: 320, height: 1200 }));
  afterEach(unmountAll);
  after(() => setViewport({ width: 1280, height: 720 }));

  for (const lang of ['en', 'ar-XB'])
    it(`shows the whole name under which a reader posts at 320 pixels: ${lang}`, async () => {
      registerLocale({ ...en, lang: 'ar-XB', dir: 'rtl' });
      const author = { id: 'ada', name: NAME };
      const page = await CommentsPage.open(memoryAdapter({ viewer: { state: 'signed-in', author } }), { lang });
      const note = await page.says(en.postingAs(NAME));
      expect(note.scrollWidth).to.be.at.most(note.clientWidth);
      expect(note.scrollHeight).to.be.at.most(note.clientHeight + 1);
    });

  it('keeps the sort menu within a section of 320 pixels, with its label for screen readers only', async () => {
    registerLocale({ ...en, lang: 'en-XA', order: 'In the order of the following' });
    const sorts = ['oldest', { id: 'printed', label: LONG }] as const;
    const adapter = memoryAdapter({ comments: comments(3), features: { sorts } });
    const page = await CommentsPage.open(adapter, { lang: 'en-XA' });
    const menu = boxOf(await page.find('combobox'));
    const label = boxOf(page.get('combobox').closest('label')!);
    expect(menu.left).to.equal(label.left);
    expect(page.get('combobox', 'In the order of the following')).to.equal(page.get('combobox'));
    expect(menu.right).to.be.at.most(boxOf(page.section).right);
  });

  it('starts all lines of a button at the same edge at 320 pixels', async () => {
    const add = `${words.addAddress} that is as illegal as this one`;
    registerLocale({ ...en, lang: 'en-XL', legal: async () => ({ default: { ...words, addAddress: add } }) });
    const reasons = [{ id: 'illegal', form: 'notice' }] as const;
    const adapter = memoryAdapter({ comments: comments(1), features: { report: { reasons } } });
    const page = await CommentsPage.open(adapter, { lang: 'en-XL' });
    await page.startReport('Comment 1');
    await page.choose(en.reasons.illegal);
    const button = await page.find('button', add);
    const range = document.createRange();
    range.selectNodeContents(button);
    const lines = [...range.getClientRects()];
    expect(lines).to.have.length.at.least(2);
    expect(new Set(lines.map(({ left }) => left)).size).to.equal(1);
  });

  it('starts a long link below the policy at the edge of its text at 320 pixels', async () => {
    registerLocale({ ...en, lang: 'en-XP', policyLink: 'Kommentarrichtlinienzusammenstellung' });
    const page = await CommentsPage.open(memoryAdapter(), { lang: 'en-XP', 'policy-href': 'https://paper.example/' });
    const link = await page.find('link', 'Kommentarrichtlinienzusammenstellung');
    const text = boxOf(link.parentElement!.firstElementChild!);
    const lines = [...link.getClientRects()];
    expect(lines.at(-1)!.top, 'below the sentence').to.be.at.least(text.bottom - 8);
    expect(lines.at(-1)!.left).to.equal(text.left);
  });

  it('keeps a bracketed remark of a label on one line at 320 pixels', async () => {
    registerLocale({ ...en, lang: 'en-XO', optional: '(only where there is more to tell)' });
    const page = await CommentsPage.open(memoryAdapter({ comments: comments(1) }), { lang: 'en-XO' });
    await page.startReport('Comment 1');
    const label = (await page.says(/only where there is more/)).closest('label')!;
    const range = document.createRange();
    range.selectNodeContents(label.querySelector('.muted')!);
    expect(boxOf(label).height, 'two lines').to.be.above(30);
    expect(range.getClientRects()).to.have.length(1);
  });

  it('starts each line of the toolbar at the same edge at 320 pixels', async () => {
    const formatting = {
      ...en.formatting,
      bold: 'In half-bold type',
      italic: 'In slanted type',
      quote: 'As a quotation',
    };
    registerLocale({ ...en, lang: 'en-XC', formatting });
    const page = await CommentsPage.open(memoryAdapter({ features: { input: 'markdown' } }), { lang: 'en-XC' });
    await page.beginToWrite();
    const buttons = [...(await page.find('toolbar')).querySelectorAll('button')].map(boxOf);
    const lines = new Map<number, number>();
    for (const { top, left } of buttons) lines.set(top, Math.min(left, lines.get(top) ?? Infinity));
    expect(lines.size).to.equal(2);
    expect(new Set(lines.values()).size).to.equal(1);
  });
});

describe('the last line of a form', () => {
  before(() => setViewport({ width: 760, height: 1200 }));
  afterEach(unmountAll);
  after(() => setViewport({ width: 1280, height: 720 }));

  it('keeps its buttons beside each other, however long the words before them are', async () => {
    registerLocale({ ...en, lang: 'en-XP', reportPrivacy: `${en.reportPrivacy} `.repeat(3) });
    const page = await CommentsPage.open(memoryAdapter({ comments: comments(1) }), { lang: 'en-XP' });
    await page.startReport('Comment 1');
    const [cancel, send] = [await page.find('button', en.cancel), page.get('button', en.sendReport)].map(boxOf);
    expect(cancel!.bottom).to.be.above(send!.top);
    expect(cancel!.right).to.be.at.most(send!.left);
  });
});
