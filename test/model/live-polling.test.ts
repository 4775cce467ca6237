import { expect } from '@open-wc/testing';
import { AdapterError, type Comment, type CommentPage, type ListQuery } from '../../src/model/adapter.js';
import { DiscussionExplorer } from '../../src/model/discussion/discussion-explorer.js';
import type { Answer } from './backend-edge.js';
import { FakeClock } from '../support/fake-clock.js';
import { followed } from './live-edge.js';
import { comment, comments, idsOf, turns } from './model-fixture.js';

describe('a discussion whose backend has to be asked', () => {
  let clock: FakeClock;
  beforeEach(() => (clock = new FakeClock('2013-06-07T12:00:00Z')).install());
  afterEach(() => clock.uninstall());

  async function pass(seconds: number): Promise<void> {
    clock.moveTo(clock.now + seconds * 1000);
    await turns();
  }

  /** A backend whose comments, state and health a test changes. */
  async function polled(options: Parameters<typeof followed>[0] = {}) {
    const backend: { comments: readonly Comment[]; info: object; failure?: Error; stateFailure?: Error } = {
      comments: comments('a', 'b'),
      info: { state: 'open' },
    };
    const list = (): object => {
      if (backend.failure) throw backend.failure;
      return { items: backend.comments };
    };
    const open = (): object => {
      const failure = backend.failure ?? backend.stateFailure;
      if (failure) throw failure;
      return backend.info;
    };
    const parts = await followed({ ...options, answers: { list, open, ...options.answers } });
    return { ...parts, backend, asked: () => parts.edge.count('list') - 1 };
  }

  /** A backend that answers its first list at once, and each later one when the test says so. */
  async function slow() {
    const answers: ((page: CommentPage) => void)[] = [];
    let isFirst = true;
    const list = (): object => {
      if (!isFirst) return new Promise<CommentPage>((resolve) => answers.push(resolve));
      isFirst = false;
      return { items: comments('a') };
    };
    return { ...(await followed({ answers: { list } })), answers };
  }

  it('is asked every minute, for its comments and its state', async () => {
    const { backend, store, asked, edge, live } = await polled();
    backend.comments = comments('a', 'b', 'c');
    await pass(59);
    expect(asked()).to.equal(0);
    await pass(1);
    expect(idsOf(store.state.waiting)).to.deep.equal(['c']);
    expect(idsOf(store.state.comments)).to.deep.equal(['a', 'b']);
    backend.info = { state: 'closed' };
    await pass(60);
    expect(store.state.access.state).to.equal('closed');
    expect([asked(), edge.count('open')]).to.deep.equal([2, 3]);
    live.stop();
  });

  it('is asked as often as it wants to be, or never', async () => {
    for (const [pollEvery, expected] of [
      [10, 6],
      [0, 0],
      [-1, 0],
      [NaN, 0],
      [1e9, 0],
    ] as const) {
      const { asked, live } = await polled({ features: { pollEvery } });
      for (let second = 0; second < 60; second++) await pass(1);
      expect(asked(), `${pollEvery}`).to.equal(expected);
      live.stop();
    }
  });

  it('is asked for as much as is shown, and for more where all of it is', async () => {
    const { edge, live, store } = await polled();
    await pass(60);
    const query = (): unknown => edge.asked.findLast(({ method }) => method === 'list')?.args[0];
    expect(query()).to.deep.include({ limit: 27, sort: 'oldest' });
    live.stop();
    const paged = await polled({ answers: { list: { items: comments('a', 'b', 'c'), next: '2' } } });
    await pass(60);
    expect(paged.edge.asked.findLast(({ method }) => method === 'list')?.args[0]).to.deep.include({ limit: 3 });
    paged.live.stop();
    store.close();
  });

  it('is asked in the order that the reader has chosen since', async () => {
    const { edge, live, store } = await polled({ features: { sorts: ['oldest', 'newest'] } });
    await new DiscussionExplorer(store).sortBy('newest');
    await pass(60);
    expect(edge.asked.findLast(({ method }) => method === 'list')?.args[0]).to.deep.include({ sort: 'newest' });
    live.stop();
  });

  it('has new comments at its end found, though its pages are small', async () => {
    let all = comments('a', 'b', 'c');
    const list = (query: ListQuery) => {
      const start = Number(query.cursor ?? 0);
      return { items: all.slice(start, start + 2), next: start + 2 < all.length ? String(start + 2) : undefined, total: all.length };
    };
    const { store, live } = await polled({ answers: { list: list as Answer } });
    await store.loadMore();
    expect(idsOf(store.state.comments)).to.deep.equal(['a', 'b', 'c']);
    all = comments('a', 'b', 'c', 'd');
    await pass(60);
    expect(idsOf(store.state.waiting)).to.deep.equal(['d']);
    expect(store.state.total).to.equal(4);
    live.stop();
  });

  it('is asked less and less often while it fails, at least every ten minutes, and nobody is told', async () => {
    const { backend, store, asked, live } = await polled();
    const before = store.state;
    backend.failure = new TypeError('Failed to fetch');
    const at: number[] = [];
    for (let seen = 0, minute = 1; minute <= 40; minute++) {
      await pass(60);
      if (asked() > seen) at.push(minute);
      seen = asked();
    }
    expect(at).to.deep.equal([1, 3, 7, 15, 25, 35]);
    for (const name of ['opening', 'listing', 'more', 'comments', 'info', 'access'] as const)
      expect(store.state[name], name).to.equal(before[name]);
    backend.failure = undefined;
    await pass(600);
    const healed = asked();
    await pass(60);
    expect(asked(), 'as before, once it is well again').to.equal(healed + 1);
    live.stop();
  });

  it('is left alone for as long as it asks', async () => {
    const { backend, asked, live } = await polled();
    backend.failure = new AdapterError('rate-limited', '', { retryAfter: 1800 });
    await pass(60);
    await pass(1799);
    expect(asked()).to.equal(1);
    await pass(1);
    expect(asked()).to.equal(2);
    live.stop();
  });

  it('counts the half that arrived', async () => {
    const { backend, store, live } = await polled();
    backend.stateFailure = new AdapterError('unavailable');
    backend.comments = comments('a', 'b', 'c');
    await pass(60);
    expect(idsOf(store.state.waiting)).to.deep.equal(['c']);
    expect(store.state.opening.state).to.equal('ready');
    live.stop();
  });

  it('is not asked while nobody can see it, and soon after somebody can', async () => {
    const { asked, page, live } = await polled();
    page.turn('hidden');
    await pass(600);
    expect(asked()).to.equal(0);
    page.turn('visible');
    await pass(0.999);
    expect(asked(), 'not all tabs at the same moment').to.equal(0);
    await pass(0.001);
    expect(asked()).to.equal(1);
    live.stop();
  });

  it('is not asked more often by somebody who comes and goes', async () => {
    const { asked, page, live } = await polled();
    for (let second = 0; second < 50; second++) {
      page.turn(second % 2 ? 'visible' : 'hidden');
      await pass(1);
    }
    expect(asked()).to.equal(0);
    live.stop();
  });

  it('is asked once at a time, however long it takes', async () => {
    const { edge, store, live, answers } = await slow();
    await pass(60);
    await pass(600);
    expect(edge.count('list')).to.equal(2);
    answers[0]?.({ items: comments('a', 'b') });
    await turns();
    await pass(59);
    expect(edge.count('list')).to.equal(2);
    await pass(1);
    expect(edge.count('list')).to.equal(3);
    expect(idsOf(store.state.waiting)).to.deep.equal(['b']);
    live.stop();
  });

  it('outweighs with what has happened since what an answer brings that was long on its way', async () => {
    const { store, live, answers } = await slow();
    await pass(60);
    const mine = comment('a', { votes: { score: 1, mine: 1 } });
    const port = store.session();
    port?.set({ ...port.state, comments: [mine] });
    answers[0]?.({ items: [comment('a', { votes: { score: 0 } })] });
    await turns();
    expect(store.state.comments).to.deep.equal([mine]);
    live.stop();
  });
});
