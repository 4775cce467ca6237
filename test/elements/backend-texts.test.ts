/** What a backend says in English in a section that runs from right to left: the full stop stands behind the last word. */
import { expect } from '@open-wc/testing';
import { memoryAdapter, type MemoryOptions } from '../../src/adapters/memory.js';
import { registerLocale } from '../../src/i18n/locale-registry.js';
import ar from '../../src/locales/ar.js';
import en from '../support/english.js';
import { AdapterError, type Challenge } from '../../src/model/adapter.js';
import { CommentsPage, unmountAll } from '../support/comments-page.js';
import { wholeLocale } from '../support/whole-locale.js';

const WORDS = 'Ask the editors.';

/** English words, so that the section is found by them, with Arabic ones beside those of the backend. */
const { opensAt, findOutMore } = await wholeLocale(ar);
const rightToLeft = { ...en, opensAt, findOutMore, lang: 'ar-XB', dir: 'rtl' } as const;

async function open(options: MemoryOptions): Promise<CommentsPage> {
  const page = await CommentsPage.open(memoryAdapter(options), { lang: rightToLeft.lang });
  expect(getComputedStyle(page.section).direction).to.equal('rtl');
  return page;
}

async function post(moderate: MemoryOptions['moderate']): Promise<CommentsPage> {
  const page = await open({ ...(moderate && { moderate }) });
  await page.turnToForm();
  await page.write('Hello.');
  await page.press('Post comment');
  return page;
}

const challenged = (challenge: Challenge) => (): never => {
  throw new AdapterError('confirm', '', { stored: 'no', challenge });
};

/** The box of a letter as it is drawn. */
function boxOf(text: Text, index: number): DOMRect {
  const range = document.createRange();
  range.setStart(text, index);
  range.setEnd(text, index + 1);
  return range.getBoundingClientRect();
}

/** The text that says the words. */
async function find(page: CommentsPage): Promise<Text> {
  await page.says(WORDS);
  const texts = document.createTreeWalker(page.section, NodeFilter.SHOW_TEXT, ({ textContent, parentElement }) =>
    textContent?.includes(WORDS) && !parentElement?.closest('[aria-live]')
      ? NodeFilter.FILTER_ACCEPT
      : NodeFilter.FILTER_SKIP,
  );
  return texts.nextNode() as Text;
}

const places: Record<string, () => Promise<CommentsPage>> = {
  'why the discussion is closed': () => open({ info: { state: 'closed', stateMessage: WORDS } }),
  'why it is closed, and until when': () =>
    open({ info: { state: 'closed', stateMessage: WORDS, opensAt: '2100-01-01T00:00:00Z' } }),
  'why a reader may not write': () =>
    open({ info: { posting: { refusal: { reason: 'banned', message: WORDS, href: 'https://paper.example/' } } } }),
  'why a comment is held': () => post(() => ({ outcome: 'pending', reason: WORDS })),
  'why a comment is refused': () => post(() => ({ outcome: 'rejected', reason: WORDS })),
  'whether to think again': () => post(challenged({ type: 'reconsider', message: WORDS })),
  'what only a person can answer': () => post(challenged({ type: 'captcha', question: WORDS })),
};

describe('a backend’s words in another script', () => {
  before(() => registerLocale(rightToLeft));
  afterEach(unmountAll);

  for (const [name, show] of Object.entries(places))
    it(`keeps the full stop of an English message at its end in a right-to-left section: ${name}`, async () => {
      const text = await find(await show());
      const stop = text.data.indexOf(WORDS) + WORDS.length - 1;
      expect(boxOf(text, stop).left).to.be.greaterThan(boxOf(text, stop - 1).left);
    });
});
