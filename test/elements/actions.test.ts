/** What the page hears of a reader who does something that has no event of its own. */
import { expect } from '@open-wc/testing';
import { memoryAdapter, type MemoryOptions } from '../../src/adapters/memory.js';
import type { CommentsActionEvent } from '../../src/elements/events.js';
import en from '../support/english.js';
import { AdapterError, type CommentsAdapter } from '../../src/model/adapter.js';
import { comment, comments, held, heldUp, watched } from '../support/fake-backend.js';
import { CommentsPage, unmountAll, waitFor } from '../support/comments-page.js';

/** An action as a page would log it. Those with a duration have asked the backend. */
const said = ({ action, commentId, outcome, duration }: CommentsActionEvent): string =>
  [action, commentId, outcome, duration !== undefined && duration >= 0 ? 'asked' : ''].filter(Boolean).join(' ');

async function open(
  options: MemoryOptions = {},
  attributes: Readonly<Record<string, string>> = {},
): Promise<{ page: CommentsPage; actions: () => string[]; events: CommentsActionEvent[] }> {
  const page = await CommentsPage.open(memoryAdapter({ comments: comments(5), ...options }), attributes);
  const events = page.listen('comments-action');
  await page.comment(options.comments ? '' : 'Comment 1');
  return { page, events, actions: () => events.map(said) };
}

const failing = (failed: string): NonNullable<MemoryOptions['faults']> => {
  let isFirst = true;
  return ({ method }) => {
    if (method !== failed) return undefined;
    // The first page has to come.
    if (method === 'list' && isFirst) return void (isFirst = false);
    return new AdapterError('unavailable');
  };
};

const hears = (actions: () => string[], expected: string[]): Promise<unknown> =>
  waitFor(() => expect(actions()).to.deep.equal(expected));

describe('comments-action', () => {
  afterEach(unmountAll);

  it('tells of the next page, and how long it took', async () => {
    const { page, actions } = await open({}, { 'page-size': '2' });
    await page.press('Load more comments');
    await hears(actions, ['load-more done asked']);
  });

  it('tells of a page that failed', async () => {
    const { page, actions } = await open({ faults: failing('list') }, { 'page-size': '2' });
    await page.press('Load more comments');
    await hears(actions, ['load-more failed asked']);
  });

  for (const [what, name, hash] of [
    ['the next page', en.loadMore, ''],
    ['what lies between', en.loadMore, '#comment-Comment-4'],
  ] as const) {
    it(`tells nothing of ${what} where another discussion comes first`, async () => {
      history.replaceState(null, '', hash || location.pathname);
      const memory = memoryAdapter({ comments: comments(5) });
      const { adapter, to } = watched<CommentsAdapter>({
        ...memory,
        list: (query, call) => (query.cursor ? new Promise(() => {}) : memory.list(query, call)),
      });
      const page = await CommentsPage.open(adapter, { 'page-size': '2' });
      if (hash) await page.comment('Comment 4');
      await page.press(name);
      await waitFor(() => expect(to('list')).to.have.length(2));
      const events = page.listen('comments-action');
      history.replaceState(null, '', location.pathname);
      page.element.adapter = memoryAdapter({ comments: [comment('Another.')] });
      await page.press('More', await page.comment('Another.'));
      await hears(() => events.map(said), ['open-more Another- done']);
      expect(page.heard.filter((text) => text.includes('loaded'))).to.deep.equal([]);
    });
  }

  it('tells once of a page that is asked for twice', async () => {
    const gate = held();
    const memory = memoryAdapter({ comments: comments(5) });
    const slow = heldUp(memory, 'list', gate.promise);
    const page = await CommentsPage.open(
      { ...memory, list: (query, call) => (query.cursor ? slow : memory).list(query, call) },
      { 'page-size': '2' },
    );
    const events = page.listen('comments-action');
    await page.press(en.loadMore);
    await page.press(en.loadingMore);
    await page.turnToForm();
    gate.release();
    await hears(() => events.map(said), ['open-composer done', 'load-more done asked']);
  });

  it('tells of another order, and of one that failed', async () => {
    const { page, actions } = await open({ faults: failing('list') });
    const menu = (await page.find('combobox')) as HTMLSelectElement;
    menu.value = 'newest';
    menu.dispatchEvent(new Event('change', { bubbles: true }));
    await hears(actions, ['sort failed asked']);
    await page.press('Try again');
    await hears(actions, ['sort failed asked', 'sort failed asked']);
  });

  it('bubbles out of the section and says nothing about texts or persons', async () => {
    const { page, events } = await open();
    const outside: Event[] = [];
    document.body.addEventListener('comments-action', (event) => outside.push(event), { once: true });
    await page.press('More', await page.comment('Comment 1'));
    await waitFor(() => expect(outside).to.have.length(1));
    expect(outside[0]?.composed).to.equal(true);
    expect(Object.keys(events[0] ?? {}).filter((name) => name !== 'isTrusted')).to.deep.equal([
      'action',
      'commentId',
      'outcome',
      'duration',
    ]);
  });

  it('tells of forms that open and close', async () => {
    const { page, actions } = await open();
    await page.press('Reply', await page.comment('Comment 1'));
    await page.press('Reply', await page.comment('Comment 1'));
    await page.startReport('Comment 2');
    await page.press('Cancel', await page.comment('Comment 2'));
    await page.press('More', await page.comment('Comment 3'));
    await page.press('More', await page.comment('Comment 3'));
    await hears(actions, [
      'open-reply Comment-1 done',
      'close-reply Comment-1 done',
      'open-report Comment-2 done',
      'close-report Comment-2 done',
      'open-more Comment-3 done',
      'close-more Comment-3 done',
    ]);
  });

  it('tells once that somebody has turned to the form', async () => {
    const { page, actions } = await open();
    await page.turnToForm();
    page.get('heading', /Comments/).focus();
    page.textBox.focus();
    await hears(actions, ['open-composer done']);
  });

  it('tells of folded and unfolded replies', async () => {
    const { page, actions } = await open({ comments: [comment('One.'), comment('Two.', { parentId: 'One-' })] });
    await page.press('Hide replies');
    await page.press('Show 1 reply');
    await hears(actions, ['fold One- done', 'unfold One- done']);
  });

  it('tells of muting', async () => {
    const { page, actions } = await open({ comments: [comment('One.')] });
    await page.press('More', await page.comment('One.'));
    await page.press(/^Mute Tom/);
    await page.press(/^Show this comment/);
    await hears(actions, ['open-more One- done', 'mute One- done', 'close-more One- done', 'reveal-muted One- done']);
  });

  it('tells whether a link could be copied', async () => {
    const { page, actions } = await open();
    const original = navigator.clipboard.writeText;
    navigator.clipboard.writeText = async () => {};
    await page.press('More', await page.comment('Comment 1'));
    await page.press('Copy link');
    await hears(actions, ['open-more Comment-1 done', 'copy-link Comment-1 done']);
    navigator.clipboard.writeText = async () => Promise.reject(new Error('Refused.'));
    await page.press('Copy link');
    await hears(actions, ['open-more Comment-1 done', 'copy-link Comment-1 done', 'copy-link Comment-1 failed']);
    navigator.clipboard.writeText = original;
  });

  it('tells of the comment in the address, and of one that is gone', async () => {
    const { page, actions } = await open();
    location.hash = '#comment-Comment-2';
    await hears(actions, ['follow-permalink Comment-2 done asked']);
    location.hash = '#comment-nowhere';
    await page.says('It may have been removed');
    await hears(actions, ['follow-permalink Comment-2 done asked', 'follow-permalink nowhere failed asked']);
  });

  it('tells of new comments that were shown', async () => {
    const adapter = memoryAdapter({ comments: comments(2) });
    const page = await CommentsPage.open(adapter);
    const events = page.listen('comments-action');
    await page.comment('Comment 1');
    let added = 0;
    await waitFor(() => {
      if (page.all('button', /new comment/).length === 0) adapter.add('pier', comment(`New ${++added}`));
      expect(page.all('button', /new comment/)).to.have.length(1);
    });
    await page.press(/new comment/);
    await waitFor(() => expect(events.map(said)).to.deep.equal(['show-new done']));
  });

  it('tells of pinning, and of the discussion that a moderator closes', async () => {
    const moderator = { state: 'signed-in', author: { id: 'm', name: 'Mo' }, moderator: true } as const;
    const { page, actions } = await open({ viewer: moderator, info: { can: { close: true } } });
    await page.press('More', await page.comment('Comment 1'));
    await page.press(/^Pin/);
    const pinned = ['open-more Comment-1 done', 'pin Comment-1 done asked', 'close-more Comment-1 done'];
    await hears(actions, pinned);
    await page.press('Close comments');
    await page.press('Close now');
    await hears(actions, [...pinned, 'close-discussion done asked']);
  });

  it('tells of signing in and out', async () => {
    const { page, actions } = await open({
      account: { id: 'tom', name: 'Tom' },
      info: { posting: { who: 'signed-in' } },
    });
    await page.turnToForm();
    await page.press(/^Sign in/);
    await page.press('Sign out');
    await hears(actions, ['open-composer done', 'sign-in done asked', 'sign-out done asked']);
  });
});
