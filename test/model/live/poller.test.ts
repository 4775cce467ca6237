import { expect } from 'chai';
import {
  AdapterError,
  type Comment,
  type CommentPage,
  type DiscussionInfo,
  type ListQuery,
  type Viewer,
} from '../../../src/model/adapter.js';
import { DiscussionExplorer } from '../../../src/model/discussion/discussion-explorer.js';
import { closureChanged } from '../../../src/model/transitions/viewer-actions.js';
import type { FakeResponse } from '../support/fake-backend.js';
import { FakeClock } from '../../support/fake-clock.js';
import { openedLive } from '../support/live-backend.js';
import { comment, comments, idsOf, flushMicrotasks } from '../support/fixtures.js';

describe('polling', () => {
  let clock: FakeClock;
  beforeEach(() => (clock = new FakeClock('2013-06-07T12:00:00Z')).install());
  afterEach(() => clock.uninstall());

  async function pass(seconds: number): Promise<void> {
    clock.moveTo(clock.now + seconds * 1000);
    await flushMicrotasks();
  }

  /** A polled backend whose comments, info and failures the test changes through `served`. */
  async function polled(options: Parameters<typeof openedLive>[0] = {}) {
    const served: { comments: readonly Comment[]; info: object; failure?: Error; stateFailure?: Error } = {
      comments: comments('a', 'b'),
      info: { state: 'open' },
    };
    const list = (): object => {
      if (served.failure) throw served.failure;
      return { items: served.comments };
    };
    const open = (): object => {
      const failure = served.failure ?? served.stateFailure;
      if (failure) throw failure;
      return served.info;
    };
    const parts = await openedLive({ ...options, responses: { list, open, ...options.responses } });
    return { ...parts, served, pollCount: () => parts.backend.count('list') - 1 };
  }

  /** A backend whose first list arrives at once. The test settles each later one. */
  async function slow(open?: () => DiscussionInfo) {
    const polls: ((page: CommentPage) => void)[] = [];
    let isFirst = true;
    const list = (): object => {
      if (!isFirst) return new Promise<CommentPage>((resolve) => polls.push(resolve));
      isFirst = false;
      return { items: comments('a') };
    };
    return { ...(await openedLive({ responses: { list, ...(open && { open }) } })), polls };
  }

  it('requests comments and state every minute', async () => {
    const { served, store, pollCount, backend, live } = await polled();
    served.comments = comments('a', 'b', 'c');
    await pass(59);
    expect(pollCount()).to.equal(0);
    await pass(1);
    expect(idsOf(store.state.waiting)).to.deep.equal(['c']);
    expect(idsOf(store.state.comments)).to.deep.equal(['a', 'b']);
    served.info = { state: 'closed' };
    await pass(60);
    expect(store.state.access.state).to.equal('closed');
    expect([pollCount(), backend.count('open')]).to.deep.equal([2, 3]);
    live.stop();
  });

  it('follows the interval of the adapter, or never happens', async () => {
    for (const [pollEvery, expected] of [
      [10, 6],
      [0, 0],
      [-1, 0],
      [NaN, 0],
      [1e9, 0],
    ] as const) {
      const { pollCount, live } = await polled({ features: { pollEvery } });
      for (let second = 0; second < 60; second++) await pass(1);
      expect(pollCount(), `${pollEvery}`).to.equal(expected);
      live.stop();
    }
  });

  it('requests as much as is shown, and more if that is the whole list', async () => {
    const { backend, live, store } = await polled();
    await pass(60);
    const query = (): unknown => backend.calls.findLast(({ method }) => method === 'list')?.args[0];
    expect(query()).to.deep.include({ limit: 27, sort: 'oldest' });
    live.stop();
    const paged = await polled({ responses: { list: { items: comments('a', 'b', 'c'), next: '2' } } });
    await pass(60);
    expect(paged.backend.calls.findLast(({ method }) => method === 'list')?.args[0]).to.deep.include({ limit: 3 });
    paged.live.stop();
    store.close();
  });

  it('follows a change of order', async () => {
    const { backend, live, store } = await polled({ features: { sorts: ['oldest', 'newest'] } });
    await new DiscussionExplorer(store).sortBy('newest');
    await pass(60);
    expect(backend.calls.findLast(({ method }) => method === 'list')?.args[0]).to.deep.include({ sort: 'newest' });
    live.stop();
  });

  it('finds new comments at the end of the list even if pages are small', async () => {
    let all = comments('a', 'b', 'c');
    const list = (query: ListQuery) => {
      const start = Number(query.cursor ?? 0);
      return {
        items: all.slice(start, start + 2),
        next: start + 2 < all.length ? String(start + 2) : undefined,
        total: all.length,
      };
    };
    const { store, live } = await polled({ responses: { list: list as FakeResponse } });
    await store.loadMore();
    expect(idsOf(store.state.comments)).to.deep.equal(['a', 'b', 'c']);
    all = comments('a', 'b', 'c', 'd');
    await pass(60);
    expect(idsOf(store.state.waiting)).to.deep.equal(['d']);
    expect(store.state.total).to.equal(4);
    live.stop();
  });

  it('backs off to ten minutes while it fails, without showing an error', async () => {
    const { served, store, pollCount, live } = await polled();
    const before = store.state;
    served.failure = new TypeError('Failed to fetch');
    const at: number[] = [];
    for (let seen = 0, minute = 1; minute <= 40; minute++) {
      await pass(60);
      if (pollCount() > seen) at.push(minute);
      seen = pollCount();
    }
    expect(at).to.deep.equal([1, 3, 7, 15, 25, 35]);
    for (const name of ['opening', 'listing', 'more', 'comments', 'info', 'access'] as const)
      expect(store.state[name], name).to.equal(before[name]);
    served.failure = undefined;
    await pass(600);
    const recovered = pollCount();
    await pass(60);
    expect(pollCount(), 'the usual interval after recovery').to.equal(recovered + 1);
    live.stop();
  });

  it('respects retryAfter', async () => {
    const { served, pollCount, live } = await polled();
    served.failure = new AdapterError('rate-limited', '', { retryAfter: 1800 });
    await pass(60);
    await pass(1799);
    expect(pollCount()).to.equal(1);
    await pass(1);
    expect(pollCount()).to.equal(2);
    live.stop();
  });

  it('applies one response when the other request fails', async () => {
    const { served, store, live } = await polled();
    served.stateFailure = new AdapterError('unavailable');
    served.comments = comments('a', 'b', 'c');
    await pass(60);
    expect(idsOf(store.state.waiting)).to.deep.equal(['c']);
    expect(store.state.opening.state).to.equal('ready');
    live.stop();
  });

  it('pauses while the page is hidden and resumes soon after', async () => {
    const { pollCount, page, live } = await polled();
    page.turn('hidden');
    await pass(600);
    expect(pollCount()).to.equal(0);
    page.turn('visible');
    await pass(0.999);
    expect(pollCount(), 'tabs do not poll all at once').to.equal(0);
    await pass(0.001);
    expect(pollCount()).to.equal(1);
    live.stop();
  });

  it('does not happen more often when the page is hidden and shown repeatedly', async () => {
    const { pollCount, page, live } = await polled();
    for (let second = 0; second < 50; second++) {
      page.turn(second % 2 ? 'visible' : 'hidden');
      await pass(1);
    }
    expect(pollCount()).to.equal(0);
    live.stop();
  });

  it('makes one request at a time, however long it takes', async () => {
    const { backend, store, live, polls } = await slow();
    await pass(60);
    await pass(600);
    expect(backend.count('list')).to.equal(2);
    polls[0]?.({ items: comments('a', 'b') });
    await flushMicrotasks();
    await pass(59);
    expect(backend.count('list')).to.equal(2);
    await pass(1);
    expect(backend.count('list')).to.equal(3);
    expect(idsOf(store.state.waiting)).to.deep.equal(['b']);
    live.stop();
  });

  it('does not undo changes made while a slow response was in flight', async () => {
    const { store, live, polls } = await slow();
    await pass(60);
    const mine = comment('a', { votes: { score: 1, mine: 1 } });
    const session = store.session();
    session?.set({ ...session.state, comments: [mine] });
    polls[0]?.({ items: [comment('a', { votes: { score: 0 } })] });
    await flushMicrotasks();
    expect(store.state.comments).to.deep.equal([mine]);
    live.stop();
  });

  it('does not sign out a viewer who signed in while it was in flight', async () => {
    let viewer: Viewer = { state: 'anonymous' };
    const { store, live, polls } = await slow(() => ({ state: 'open', viewer }));
    await pass(60);
    viewer = { state: 'signed-in', author: { id: 'ada', name: 'Ada' } };
    store.session()?.viewerChanged(viewer);
    // What the reload for her asked for.
    polls[1]?.({ items: comments('a') });
    await flushMicrotasks();
    polls[0]?.({ items: comments('a') });
    await flushMicrotasks();
    expect(store.state.viewer).to.deep.equal(viewer);
    live.stop();
  });

  it('does not open a discussion that was closed while it was in flight', async () => {
    const { store, live, polls } = await slow(() => ({ state: 'open' }));
    await pass(60);
    const session = store.session();
    session?.set(closureChanged(session.state, { state: 'closed' }, clock.now));
    polls[0]?.({ items: comments('a') });
    await flushMicrotasks();
    expect(store.state.access.state).to.equal('closed');
    live.stop();
  });

  it('includes in the total what was posted while it was in flight', async () => {
    const { store, live, polls } = await slow(() => ({ state: 'open', total: 1 }));
    await pass(60);
    const session = store.session();
    session?.set({ ...session.state, total: 2 });
    polls[0]?.({ items: comments('a'), total: 1 });
    await flushMicrotasks();
    expect(store.state.total).to.equal(2);
    await pass(60);
    polls[1]?.({ items: comments('a', 'b'), total: 3 });
    await flushMicrotasks();
    expect(store.state.total).to.equal(3);
    live.stop();
  });
});
