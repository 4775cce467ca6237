/**
 * What a form moves on the page. The first test must be the first to open a section, because the form's code, once loaded, is there for
 * good.
 */
import { expect } from '@open-wc/testing';
import { memoryAdapter, type MemoryOptions } from '../../src/adapters/memory.js';
import ar from '../../src/locales/ar.js';
import { registerLocale } from '../../src/i18n/locale-registry.js';
import { CommentsPage, unmountAll, waitFor } from '../support/comments-page.js';
import { comment } from '../support/fake-backend.js';
import { sendKeys } from '../support/keys.js';
import { nextTask } from '../support/next-task.js';
import en from '../support/english.js';
import { setViewport } from '../support/viewport.js';

const guest = { name: { required: true }, email: { required: true }, website: { required: false } };

const readers: Readonly<Record<string, MemoryOptions>> = {
  'a guest': { info: { posting: { guest, premoderated: true, notify: 'off' } }, account: { id: 'ada', name: 'Ada' } },
  'a signed-in reader': {
    viewer: { state: 'signed-in', author: { id: 'ada', name: 'Ada Okafor' } },
    account: { id: 'ada', name: 'Ada Okafor' },
    info: { posting: { premoderated: true } },
  },
  'a signed-out member': { account: { id: 'ada', name: 'Ada' }, info: { posting: { who: 'signed-in' } } },
  'a reader who may format': { features: { input: 'markdown' } },
};

const open = (options: MemoryOptions, attributes = {}): Promise<CommentsPage> =>
  CommentsPage.open(memoryAdapter({ comments: [comment('First.')], ...options }), attributes);

/** Where everything is that a reader sees, from the top of the section. */
function layoutOf(page: CommentsPage): string[] {
  const start = page.section.getBoundingClientRect();
  return [...page.section.querySelectorAll('h2, label, textarea, button, p, article')]
    .filter((element) => element.checkVisibility() && !element.closest('.skip, .live'))
    .map((element) => {
      const { left, top, width, height } = element.getBoundingClientRect();
      const box = [left - start.left, top - start.top, width, height].map(Math.round).join(' ');
      return `${element.localName} ${element.textContent?.trim().slice(0, 20)}: ${box}`;
    });
}

/** The distance from the top of the section, in pixels. */
const topOf = (page: CommentsPage, element: Element): number =>
  element.getBoundingClientRect().top - page.section.getBoundingClientRect().top;

afterEach(async () => {
  unmountAll();
  await setViewport({ width: 1280, height: 720 });
});

describe('the form for comments before its code is loaded', () => {
  it('is grown as soon as the first character is typed, and taking over does not move the text box', async () => {
    // So high that the fields that come bring no scroll bar.
    await setViewport({ width: 360, height: 1400 });
    const page = await open(readers['a guest']!);
    const box = await page.findTextBox();
    const before = box.getBoundingClientRect();
    page.type('E');
    await page.element.updateComplete;
    const grown = box.getBoundingClientRect();
    expect(box.closest('[part=composer]')?.matches(':defined'), 'the code is loaded').to.equal(false);
    expect(grown.height).to.be.above(before.height * 2);
    expect(grown.width).to.equal(page.section.getBoundingClientRect().width);
    await page.find('textbox', 'Name');
    expect(box.getBoundingClientRect()).to.deep.equal(grown);
    expect([grown.left, grown.top]).to.deep.equal([before.left, before.top]);
  });
});

for (const [width, lang] of [
  [1000, 'en'],
  [360, 'en'],
  [360, 'ar'],
] as const)
  describe(`the form for comments, ${width} pixels wide, ${lang}`, () => {
    before(() => registerLocale(ar));
    beforeEach(() => setViewport({ width, height: 740 }));

    for (const [name, options] of Object.entries(readers))
      it(`moves nothing when ${name} tabs through it`, async () => {
        const page = await open(options, { lang });
        const box = await waitFor(() => page.get('textbox') as HTMLTextAreaElement);
        await page.comment('First.');
        const before = layoutOf(page);
        box.focus();
        await waitFor(() => expect(box.closest('[part=composer]')?.matches(':defined')).to.equal(true));
        await nextTask();
        await page.element.updateComplete;
        expect(layoutOf(page)).to.deep.equal(before);
        await sendKeys({ press: 'Tab' });
        await nextTask();
        await page.element.updateComplete;
        expect(page.focused?.getAttribute('type')).to.equal('submit');
        expect(layoutOf(page)).to.deep.equal(before);
      });

    it('is one row high, with the button beside the text box', async () => {
      const page = await open({}, { lang });
      const box = (await waitFor(() => page.get('textbox'))).getBoundingClientRect();
      const button = page.section.querySelector('[part~=post]')!.getBoundingClientRect();
      expect(box.height).to.be.within(44, 56);
      expect(button.top).to.be.closeTo(box.top, 1);
      expect(button.bottom).to.be.closeTo(box.bottom, 1);
      if (lang === 'ar') expect(button.right).to.be.below(box.left);
      else expect(button.left).to.be.above(box.right);
    });

    it('grows below the caret at the first character, and stays so when that is deleted', async () => {
      const page = await open(readers['a guest']!, { lang });
      const box = await waitFor(() => page.get('textbox') as HTMLTextAreaElement);
      const before = topOf(page, box);
      box.focus();
      await sendKeys({ type: 'A' });
      await waitFor(() => expect(page.all('textbox')).to.have.length(4));
      expect(topOf(page, box)).to.equal(before);
      for (const field of page.all('textbox').slice(1))
        expect(field.getBoundingClientRect().top).to.be.above(box.getBoundingClientRect().bottom);
      const grown = box.getBoundingClientRect();
      await sendKeys({ press: 'Backspace' });
      await page.element.updateComplete;
      expect(box.value).to.equal('');
      expect(page.all('textbox')).to.have.length(4);
      expect(box.getBoundingClientRect()).to.deep.equal(grown);
    });
  });

describe('the space of the form for comments', () => {
  for (const width of [360, 1000])
    it(`is as high as the form, ${width} pixels wide`, async () => {
      await setViewport({ width, height: 740 });
      const page = await CommentsPage.open(memoryAdapter({ delay: 50 }));
      const space = page.section.querySelector('.composer-space')!.getBoundingClientRect();
      const form = (await page.findTextBox()).closest('[part=composer]')!.getBoundingClientRect();
      expect(form.height).to.be.closeTo(space.height, 0.5);
      expect(form.top).to.equal(space.top);
    });
});

describe('the lines of a form that report its state', () => {
  for (const width of [360, 1000])
    it(`reserves the space of a form’s status lines before they are shown, ${width} pixels wide`, async () => {
      await setViewport({ width, height: 740 });
      const page = await open({ info: { posting: { max: { value: 40, unit: 'chars' } } } });
      await page.turnToForm();
      await page.write('Short.');
      await page.says('Your draft is saved.');
      const button = page.get('button', 'Post comment');
      const top = topOf(page, button);
      await page.write('Long enough for a counter, not more.');
      await page.says(/characters left/);
      expect(topOf(page, button)).to.equal(top);
      await page.write('Much longer than the backend would like it.');
      await page.says(/characters over|too long/);
      expect(topOf(page, button)).to.equal(top);
      await page.write('');
      await waitFor(() => expect(page.isSaying('Your draft is saved.')).to.equal(false));
      expect(topOf(page, button)).to.equal(top);
    });
});

describe('the form of a reply', () => {
  it('shows its fields at once', async () => {
    const page = await open(readers['a guest']!);
    await page.press('Reply', await page.comment('First.'));
    await page.find('textbox', en.yourReply('Tom'));
    await waitFor(() => expect(page.all('textbox', 'Name')).to.have.length(1));
  });
});
