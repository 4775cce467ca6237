/** What automatic checks can find, in every state, in light, dark and from right to left. */
import 'axe-core/axe.min.js';
import { expect } from '@open-wc/testing';
import type Axe from 'axe-core';
import { memoryAdapter, type MemoryOptions } from '../../src/adapters/memory.js';
import { ArticleComments } from '../../src/elements/article-comments.js';
import ar from '../../src/locales/ar.js';
import en from '../support/english.js';
import { AdapterError, type CommentsAdapter } from '../../src/model/adapter.js';
import { comment, comments } from '../support/fake-backend.js';
import { changeable, editor, failing as unable, mine } from './changeable.js';
import { CommentsPage, unmountAll, waitFor } from '../support/comments-page.js';
import { resetColorScheme, setColorScheme } from '../support/media.js';
import { wholeLocale } from '../support/whole-locale.js';

const axe = (globalThis as unknown as { axe: typeof Axe }).axe;

const some: MemoryOptions = {
  comments: [
    comment('First.', { author: { name: 'Grace', url: 'https://grace.example/', badges: ['author', 'staff'] } }),
    comment('Second.', { status: 'deleted' }),
    comment('Third.', { editedAt: '2026-11-24T11:00:00Z' }),
  ],
};
const failing = (method: string, error: AdapterError): MemoryOptions => ({
  ...some,
  faults: (call) => (call.method === method ? error : undefined),
});

type State = (attributes: Readonly<Record<string, string>>, words: typeof en) => Promise<CommentsPage>;

/** Types a comment and presses the button, in whatever language. */
async function post(
  options: MemoryOptions,
  attributes: Readonly<Record<string, string>>,
  words: typeof en,
): Promise<CommentsPage> {
  const page = await CommentsPage.open(memoryAdapter(options), attributes);
  const box = await page.find('textbox', words.yourComment);
  await page.write('Hello.', box);
  await waitFor(() => expect(box.hasAttribute('aria-describedby')).to.equal(true));
  await page.press(words.post);
  return page;
}

async function startReport(
  options: MemoryOptions,
  attributes: Readonly<Record<string, string>>,
  words: typeof en,
): Promise<CommentsPage> {
  const page = await CommentsPage.open(memoryAdapter(options), attributes);
  await page.press(words.report, await page.comment('First.'));
  await page.find('group', words.reportReason);
  return page;
}

async function startEdit(
  adapter: CommentsAdapter,
  attributes: Readonly<Record<string, string>>,
  words: typeof en,
): Promise<CommentsPage> {
  const page = await CommentsPage.open(adapter, attributes);
  await page.press(words.edit, await page.comment('Mine.'));
  await page.write('Mine, changed.', await page.find('textbox', words.yourEdit));
  return page;
}

async function askToRemove(
  adapter: CommentsAdapter,
  attributes: Readonly<Record<string, string>>,
  words: typeof en,
): Promise<{ page: CommentsPage; question: HTMLElement }> {
  const page = await CommentsPage.open(adapter, attributes);
  await page.press(words.remove, await page.comment('Mine.'));
  return { page, question: await page.find('group', words.removal.author.question) };
}

const states: Readonly<Record<string, State>> = {
  async loading(attributes) {
    return CommentsPage.open({ open: async () => ({ state: 'open' }), list: () => new Promise(() => {}) }, attributes);
  },
  async open(attributes, words) {
    const page = await CommentsPage.open(
      memoryAdapter({ ...some, comments: [...(some.comments as []), ...comments(3)] }),
      {
        'page-size': '4',
        ...attributes,
      },
    );
    await page.find('button', words.loadMore);
    return page;
  },
  async 'open, with a draft'(attributes, words) {
    const page = await CommentsPage.open(
      memoryAdapter({ ...some, info: { posting: { max: { value: 20, unit: 'chars' }, premoderated: true } } }),
      attributes,
    );
    await page.write('Eighteen letters..', await page.find('textbox', words.yourComment));
    await page.find('button', words.discard);
    return page;
  },
  async closed(attributes) {
    const page = await CommentsPage.open(memoryAdapter({ ...some, info: { state: 'closed' } }), attributes);
    await page.find('status');
    return page;
  },
  async empty(attributes, words) {
    const page = await CommentsPage.open(memoryAdapter(), attributes);
    await page.says(words.empty);
    return page;
  },
  async 'failed to load'(attributes) {
    const page = await CommentsPage.open(memoryAdapter(failing('list', new AdapterError('network'))), attributes);
    await page.alert();
    return page;
  },
  async 'failed to post'(attributes, words) {
    const page = await post(failing('submit', new AdapterError('network')), attributes, words);
    await page.alert();
    return page;
  },
  async 'posted and held'(attributes, words) {
    const page = await post({ ...some, moderate: () => ({ outcome: 'pending' }) }, attributes, words);
    await page.says(words.held);
    return page;
  },
  async 'guest with problems'(attributes, words) {
    const guest = { name: { required: true }, email: { required: true }, website: { required: false } };
    const page = await post({ ...some, info: { posting: { guest } } }, attributes, words);
    await waitFor(() => expect(page.section.querySelectorAll('input[aria-invalid=true]')).to.have.length(2));
    return page;
  },
  async captcha(attributes, words) {
    const image = 'data:image/gif;base64,R0lGODlhAQABAAAAACH5BAEKAAEALAAAAAABAAEAAAICTAEAOw==';
    const challenge = { type: 'captcha', image, question: 'How many legs has a cat?' } as const;
    const page = await post(failing('submit', new AdapterError('confirm', '', { challenge })), attributes, words);
    await page.find('textbox', words.captcha);
    return page;
  },
  async 'reading it once more'(attributes, words) {
    const page = await post(
      failing('submit', new AdapterError('confirm', '', { challenge: { type: 'reconsider' } })),
      attributes,
      words,
    );
    await page.find('button', words.postAnyway);
    return page;
  },
  async 'report form'(attributes, words) {
    return startReport(some, attributes, words);
  },
  async 'report without a reason'(attributes, words) {
    const page = await startReport(some, attributes, words);
    await page.press(words.sendReport);
    await page.says(words.reasonMissing);
    return page;
  },
  async 'report that failed'(attributes, words) {
    const page = await startReport(failing('report', new AdapterError('network')), attributes, words);
    await page.choose(words.reasons.spam);
    await page.press(words.sendReport);
    await page.alert();
    return page;
  },
  async receipt(attributes, words) {
    const page = await startReport(some, attributes, words);
    await page.choose(words.reasons.spam);
    await page.press(words.sendReport);
    await page.find('button', words.withdrawReport);
    return page;
  },
  async 'more actions, and the link that could not be copied'(attributes, words) {
    const page = await CommentsPage.open(memoryAdapter(some), attributes);
    await page.press(words.more, await page.comment('First.'));
    // A page without the focus may not copy.
    Object.defineProperty(navigator, 'clipboard', { value: undefined, configurable: true });
    await page.press(words.copyLink);
    await page.find('textbox', words.linkRefused);
    delete (navigator as { clipboard?: unknown }).clipboard;
    return page;
  },
  async muted(attributes, words) {
    localStorage.setItem('article-comments:muted', '["Grace"]');
    const page = await CommentsPage.open(memoryAdapter(some), attributes);
    await page.find('button', words.unmuteAlways('Grace'));
    return page;
  },
  async 'comment that is marked'(attributes) {
    history.replaceState(null, '', '#comment-First-');
    const page = await CommentsPage.open(memoryAdapter(some), attributes);
    await waitFor(() => expect(page.section.querySelectorAll('[aria-current]')).to.have.length(1));
    return page;
  },
  async 'comment that is missing'(attributes, words) {
    history.replaceState(null, '', '#comment-gone');
    const page = await CommentsPage.open(memoryAdapter(some), attributes);
    await page.says(words.commentMissing);
    return page;
  },
  async 'keyboard shortcuts'(attributes, words) {
    const page = await CommentsPage.open(memoryAdapter(some), attributes);
    await page.press(words.more, await page.comment('First.'));
    await page.press(words.shortcuts);
    await page.find('dialog', words.shortcuts);
    return page;
  },
  async 'closed over a text'(attributes, words) {
    const page = await CommentsPage.open(memoryAdapter(some), attributes);
    const box = await page.find('textbox', words.yourComment);
    await page.write('Almost done.', box);
    await page.find('button', words.discard);
    page.element.closed = true;
    await page.find('button', words.copyText);
    return page;
  },
  async 'a vote that failed'(attributes, words) {
    const page = await CommentsPage.open(unable(changeable(), 'vote', new AdapterError('network')), attributes);
    await page.press(new RegExp(words.like), await page.comment('Theirs.'));
    await page.alert();
    return page;
  },
  async 'edit form'(attributes, words) {
    const editableUntil = new Date(Date.now() + 600_000).toISOString();
    return startEdit(changeable({}, [{ ...mine, editableUntil }]), attributes, words);
  },
  async 'edit that failed'(attributes, words) {
    const page = await startEdit(unable(changeable(), 'edit', new AdapterError('session-expired')), attributes, words);
    await page.press(words.save);
    await page.find('button', words.signIn);
    return page;
  },
  async 'edit in conflict'(attributes, words) {
    const backend = changeable();
    const page = await startEdit(backend, attributes, words);
    backend.change(mine.id, { body: { format: 'text', value: 'Corrected.' } });
    await page.press(words.save);
    await page.find('button', words.keepMine);
    return page;
  },
  async 'closed over an edit'(attributes, words) {
    const page = await startEdit(changeable(), attributes, words);
    page.element.closed = true;
    await page.find('button', words.copyText);
    return page;
  },
  async 'asked before deleting'(attributes, words) {
    return (await askToRemove(changeable(), attributes, words)).page;
  },
  async 'deleting that failed'(attributes, words) {
    const { page, question } = await askToRemove(
      unable(changeable(), 'remove', new AdapterError('network')),
      attributes,
      words,
    );
    await page.press(words.removal.author.remove, question);
    await page.alert();
    return page;
  },
  async deleted(attributes, words) {
    const { page, question } = await askToRemove(changeable(), attributes, words);
    await page.press(words.removal.author.remove, question);
    await page.find('button', words.undo);
    return page;
  },
  async 'asked before closing'(attributes, words) {
    const page = await CommentsPage.open(changeable({ viewer: editor, can: { close: true } }), attributes);
    await page.press(words.closeDiscussion);
    await page.find('group', words.closeQuestion);
    return page;
  },
};

/** The problems that axe finds, in words. */
async function problems(page: CommentsPage): Promise<string[]> {
  const { violations } = await axe.run(page.element, { resultTypes: ['violations'] });
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${JSON.stringify(target)} ${failureSummary}`),
  );
}

const looks = [
  { name: 'in light', scheme: 'light', attributes: {}, words: en },
  { name: 'in dark', scheme: 'dark', attributes: {}, words: en },
  { name: 'from right to left', scheme: 'light', attributes: { lang: 'ar' }, words: await wholeLocale(ar) },
] as const;

for (const { name, scheme, attributes, words } of looks) {
  describe(`axe has nothing to say ${name}`, () => {
    const { locales } = ArticleComments;

    before(async () => {
      await setColorScheme(scheme);
      document.body.style.setProperty('background-color', 'Canvas');
      document.body.style.setProperty('color', 'CanvasText');
      document.documentElement.lang ||= 'en';
      ArticleComments.locales = { ar: async () => ar };
    });
    afterEach(unmountAll);
    after(async () => {
      await resetColorScheme();
      document.body.removeAttribute('style');
      ArticleComments.locales = locales;
    });

    for (const [state, open] of Object.entries(states)) {
      it(`passes axe in the state "${state}"`, async () => {
        const page = await open(attributes, words);
        expect(await problems(page)).to.deep.equal([]);
      });
    }
  });
}
