import { expect } from '@open-wc/testing';
import { DiscussionStore } from '../../src/model/discussion/discussion-store.js';
import { BackendEdge } from './backend-edge.js';
import { FakeClock } from '../support/fake-clock.js';
import { ada, bob, comment, comments, discussion, elsewhere, idsOf, isLoaded, opened, reached, turns, writerOf } from './model-fixture.js';

const draft = { parentId: null, body: 'Hello', submitKey: 'k' };

describe('a discussion that is left', () => {
  it('is told so by the signal of everything under way, whose answers then change nothing', async () => {
    for (const leave of [
      (store: DiscussionStore) => store.close(),
      (store: DiscussionStore) => store.open(new BackendEdge().adapter, discussion),
      (store: DiscussionStore) => store.open(new BackendEdge().adapter, elsewhere),
    ]) {
      for (const end of ['answer', 'fail'] as const) {
        const edge = new BackendEdge();
        const store = new DiscussionStore();
        store.open(edge.adapter, discussion);
        const asked = [await edge.next('open'), await edge.next('list')];
        leave(store);
        expect(asked.map(({ signal }) => signal.aborted)).to.deep.equal([true, true]);
        const left = store.state;
        for (const one of asked) one[end]({ state: 'closed', items: comments('stale') });
        await turns();
        expect(store.state).to.equal(left);
        store.close();
      }
    }
  });

  it('changes nothing of the next one, in whichever turn between answer and its showing that comes', async () => {
    for (let turn = 0; turn < 12; turn++) {
      const { edge, store } = await opened({ answers: { list: { items: comments('a'), next: '2' } } });
      edge.viewerChanges(ada);
      const asked = new BackendEdge();
      store.open(asked.adapter, discussion);
      const [open, list] = [await asked.next('open'), await asked.next('list')];
      const answered = turn % 2 === 0;
      for (const one of [open, list]) one[answered ? 'answer' : 'fail']({ state: 'closed', items: comments('stale') });
      await turns(turn >> 1);
      store.open(new BackendEdge().adapter, elsewhere);
      await turns();
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

  it('takes no change of the viewer from an adapter that goes on telling', async () => {
    const { edge, store } = await opened();
    const listeners = [...edge.viewerListeners];
    const next = new BackendEdge();
    store.open(next.adapter, elsewhere);
    listeners.forEach((listener) => listener(bob));
    expect(store.state.viewer).to.deep.equal({ state: 'unknown' });
    expect(next.count('open')).to.equal(1);
    store.close();
  });

  it('leaves the store as it was before anything was opened', async () => {
    const { store } = await opened({
      answers: { open: { state: 'open', viewer: ada, total: 7 }, list: { items: comments('a'), next: '2' } },
    });
    store.close();
    expect(store.state).to.deep.equal(new DiscussionStore().state);
    expect(store.adapter).to.equal(undefined);
    await store.loadMore();
    store.reload();
    expect(await writerOf(store).submit(draft)).to.deep.equal({ type: 'aborted' });
    expect(store.state).to.deep.equal(new DiscussionStore().state);
  });

  it('leaves no listener, timer or request behind, however often', async () => {
    const clock = new FakeClock('2013-06-07T12:00:00Z');
    const edge = new BackendEdge();
    clock.install();
    try {
      const store = new DiscussionStore();
      for (let round = 0; round < 10; round++) {
        store.open(edge.adapter, discussion);
        expect(edge.viewerListeners.size).to.equal(1);
        (await edge.next('open')).answer({ state: 'open', closesAt: '2013-06-08T12:00:00Z' });
        (await edge.next('list')).answer({ items: comments('a'), next: '2' });
        await reached(store, isLoaded);
        void store.loadMore();
        await edge.next('list');
        expect(clock.delays).to.have.length(1);
        store.close();
        expect([edge.viewerListeners.size, clock.delays.length]).to.deep.equal([0, 0]);
      }
      const unanswered = edge.asked.filter(({ signal }) => !signal.aborted);
      expect(unanswered, 'every signal is aborted, so that nothing waits').to.deep.equal([]);
    } finally {
      clock.uninstall();
    }
  });
});

describe('time', () => {
  let clock: FakeClock;
  beforeEach(() => (clock = new FakeClock('2013-06-07T12:00:00Z')).install());
  afterEach(() => clock.uninstall());

  it('closes a discussion at its moment, without asking anybody, with one timer', async () => {
    const { edge, store } = await opened({ answers: { open: { state: 'open', closesAt: '2013-06-07T13:00:00Z' } } });
    store.setClosed(false);
    expect(clock.delays).to.deep.equal([3_600_000]);
    const { comments: before } = store.state;
    let told = 0;
    store.subscribe(() => told++);
    clock.moveTo('2013-06-07T12:59:59.999Z');
    expect([store.state.access.state, told]).to.deep.equal(['open', 0]);
    clock.moveTo('2013-06-07T13:00:00Z');
    expect([store.state.access.state, told]).to.deep.equal(['closed', 1]);
    expect(store.state.comments).to.equal(before);
    expect(edge.asked).to.have.length(2);
    expect(clock.delays).to.deep.equal([]);
    store.close();
  });

  it('opens a discussion at its moment', async () => {
    const { store } = await opened({ answers: { open: { state: 'closed', opensAt: '2013-06-07T13:00:00Z' } } });
    expect(store.state.access.state).to.equal('closed');
    clock.moveTo('2013-06-07T13:00:00Z');
    expect(store.state.access.state).to.equal('open');
    store.close();
  });

  it('is waited for in steps where it is further away than a timer can wait', async () => {
    const closesAt = '2013-12-24T18:00:00Z';
    const { store } = await opened({ answers: { open: { state: 'open', closesAt } } });
    expect(clock.delays).to.deep.equal([2 ** 31 - 1]);
    clock.moveTo('2013-12-24T17:59:59Z');
    expect(store.state.access.state).to.equal('open');
    expect(clock.delays).to.have.length(1);
    clock.moveTo(closesAt);
    expect(store.state.access.state).to.equal('closed');
    store.close();
  });

  it('is the moment of every answer: a discussion that closed on the way is closed', async () => {
    const edge = new BackendEdge();
    const store = new DiscussionStore();
    store.open(edge.adapter, discussion);
    const open = await edge.next('open');
    clock.moveTo('2013-06-07T13:00:00Z');
    open.answer({ state: 'open', closesAt: '2013-06-07T12:30:00Z' });
    await reached(store, ({ opening }) => opening.state === 'ready');
    expect(store.state.access.state).to.equal('closed');
    store.close();
  });

  it('does not reopen what the publisher closed', async () => {
    const { store } = await opened({ answers: { open: { state: 'closed', opensAt: '2013-06-07T13:00:00Z' } } });
    store.setClosed(true);
    clock.moveTo('2013-06-07T13:00:01Z');
    expect(store.state.access.state).to.equal('closed');
    store.setClosed(false);
    expect(store.state.access.state).to.equal('open');
    store.close();
  });
});

describe('a person who leaves', () => {
  async function written() {
    const { edge, store } = await opened({
      answers: {
        open: { state: 'open', viewer: ada },
        list: { items: [comment('a')], total: 1 },
        submit: { outcome: 'pending', comment: comment('held', { status: 'pending', author: ada.author }) },
        report: {},
      },
    });
    await writerOf(store).submit(draft);
    await writerOf(store).report({ id: 'a', reason: 'spam' });
    expect(idsOf(store.state.posted)).to.deep.equal(['held']);
    expect([...store.state.reports.keys()]).to.deep.equal(['a']);
    return { edge, store };
  }

  it('leaves neither held comments nor reports to the next one', async () => {
    for (const next of [bob, { state: 'anonymous' } as const]) {
      const { edge, store } = await written();
      edge.viewerChanges(next);
      expect(store.state).to.deep.include({ posted: [], outgoing: [], viewer: next });
      expect(store.state.reports.size).to.equal(0);
      store.close();
    }
  });

  it('is no other one for being told of again', async () => {
    const { edge, store } = await written();
    const before = store.state;
    edge.viewerChanges({ ...ada, moderator: true });
    expect(store.state.posted).to.equal(before.posted);
    expect(store.state.reports).to.equal(before.reports);
    await turns();
    expect([...store.state.reports.keys()], 'nor for another look at the list').to.deep.equal(['a']);
    store.close();
  });
});
