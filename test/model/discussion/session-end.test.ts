import { expect } from 'chai';
import { AdapterError } from '../../../src/model/adapter.js';
import { DiscussionStore } from '../../../src/model/discussion/discussion-store.js';
import { FakeBackend } from '../support/fake-backend.js';
import { FakeClock } from '../../support/fake-clock.js';
import {
  ada,
  bob,
  comments,
  discussion,
  elsewhere,
  isLoaded,
  opened,
  reached,
  flushMicrotasks,
  writerOf,
} from '../support/fixtures.js';

const draft = { parentId: null, body: 'Hello', submitKey: 'k' };

describe('the end of a session', () => {
  it('aborts all requests and ignores their results', async () => {
    for (const leave of [
      (store: DiscussionStore) => store.close(),
      (store: DiscussionStore) => store.open(new FakeBackend().adapter, discussion),
      (store: DiscussionStore) => store.open(new FakeBackend().adapter, elsewhere),
    ]) {
      for (const end of ['respond', 'fail'] as const) {
        const backend = new FakeBackend();
        const store = new DiscussionStore();
        store.open(backend.adapter, discussion);
        const calls = [await backend.next('open'), await backend.next('list')];
        leave(store);
        expect(calls.map(({ signal }) => signal.aborted)).to.deep.equal([true, true]);
        const before = store.state;
        for (const one of calls) one[end]({ state: 'closed', items: comments('stale') });
        await flushMicrotasks();
        expect(store.state).to.equal(before);
        store.close();
      }
    }
  });

  it('settles every call at once, although the adapter ignores its signal', async () => {
    const never = (): Promise<never> => new Promise(() => {});
    const { store } = await opened({ responses: { submit: never, report: never, vote: never, edit: never } });
    const writer = writerOf(store);
    const calls = [
      writer.submit(draft),
      writer.report({ id: 'a', reason: 'spam' }),
      writer.vote('a', 1),
      writer.edit({ id: 'a', body: 'Changed' }),
      writer.signIn(),
    ];
    store.open(new FakeBackend().adapter, elsewhere);
    expect((await Promise.all(calls)).map(({ type }) => type)).to.deep.equal(Array(calls.length).fill('aborted'));
  });

  it('sends nothing for a session that has ended while another is open', async () => {
    const { store } = await opened();
    const session = store.session();
    const other = new FakeBackend();
    store.open(other.adapter, elsewhere);
    expect(await writerOf(store).submit(draft, session)).to.deep.equal({ type: 'aborted' });
    expect(other.count('submit')).to.equal(0);
  });

  it('ignores a response that has arrived but was not applied yet, at any moment', async () => {
    for (let turn = 0; turn < 12; turn++) {
      const { backend, store } = await opened({ responses: { list: { items: comments('a'), next: '2' } } });
      backend.viewerChanges(ada);
      const stale = new FakeBackend();
      store.open(stale.adapter, discussion);
      const [open, list] = [await stale.next('open'), await stale.next('list')];
      const succeeds = turn % 2 === 0;
      for (const call of [open, list]) {
        if (succeeds) call.respond({ state: 'closed', items: comments('stale') });
        else call.fail(new AdapterError('unavailable', 'stale'));
      }
      await flushMicrotasks(turn >> 1);
      store.open(new FakeBackend().adapter, elsewhere);
      await flushMicrotasks();
      expect(store.state, `after ${turn >> 1} turns`).to.deep.include({
        discussion: elsewhere,
        opening: { state: 'loading' },
        listing: { state: 'loading' },
        comments: [],
        info: undefined,
      });
      store.close();
    }
  });

  it('ignores viewer changes from an adapter that keeps reporting them', async () => {
    const { backend, store } = await opened();
    const listeners = [...backend.viewerListeners];
    const next = new FakeBackend();
    store.open(next.adapter, elsewhere);
    listeners.forEach((listener) => listener(bob));
    expect(store.state.viewer).to.deep.equal({ state: 'unknown' });
    expect(next.count('open')).to.equal(1);
    store.close();
  });

  it('resets the store to its initial state', async () => {
    const { store } = await opened({
      responses: { open: { state: 'open', viewer: ada, total: 7 }, list: { items: comments('a'), next: '2' } },
    });
    store.close();
    expect(store.state).to.deep.equal(new DiscussionStore().state);
    expect(store.adapter).to.equal(undefined);
    await store.loadMore();
    store.reload();
    expect(await writerOf(store).submit(draft)).to.deep.equal({ type: 'aborted' });
    expect(store.state).to.deep.equal(new DiscussionStore().state);
  });

  it('leaves no listener, timer or request behind, even if repeated', async () => {
    const clock = new FakeClock('2013-06-07T12:00:00Z');
    const backend = new FakeBackend();
    clock.install();
    try {
      const store = new DiscussionStore();
      for (let round = 0; round < 10; round++) {
        store.open(backend.adapter, discussion);
        expect(backend.viewerListeners.size).to.equal(1);
        (await backend.next('open')).respond({ state: 'open', closesAt: '2013-06-08T12:00:00Z' });
        (await backend.next('list')).respond({ items: comments('a'), next: '2' });
        await reached(store, isLoaded);
        void store.loadMore();
        await backend.next('list');
        expect(clock.delays).to.have.length(1);
        store.close();
        expect([backend.viewerListeners.size, clock.delays.length]).to.deep.equal([0, 0]);
      }
      const pending = backend.calls.filter(({ signal }) => !signal.aborted);
      expect(pending, 'requests that are not aborted').to.deep.equal([]);
    } finally {
      clock.uninstall();
    }
  });
});
