import { expect } from '@open-wc/testing';
import type { CommentPage } from '../../src/model/adapter.js';
import { DiscussionStore } from '../../src/model/discussion/discussion-store.js';
import { LiveDiscussion } from '../../src/model/live/live-discussion.js';
import { BackendEdge } from './backend-edge.js';
import { FakeClock } from '../support/fake-clock.js';
import { FakePage, followed, LiveEdge } from './live-edge.js';
import { comment, comments, discussion, elsewhere, idsOf, isLoaded, reached, turns, writerOf } from './model-fixture.js';

describe('a discussion whose backend tells of changes', () => {
  let clock: FakeClock;
  beforeEach(() => (clock = new FakeClock('2013-06-07T12:00:00Z')).install());
  afterEach(() => clock.uninstall());

  const told = (answers = {}) => followed({ tells: 'changes', answers: { list: { items: comments('a', 'b'), total: 2 }, ...answers } });
  const pass = (milliseconds: number): void => clock.moveTo(clock.now + milliseconds);

  it('lets new comments wait, and shows every other change where it stands', async () => {
    const { edge, store, live } = await told();
    edge.tell(
      { type: 'added', comment: comment('new') },
      { type: 'changed', comment: comment('a', { body: { format: 'text', value: 'Better' } }) },
      { type: 'removed', id: 'b' },
    );
    pass(250);
    expect(idsOf(store.state.waiting)).to.deep.equal(['new']);
    expect(store.state.comments.map(({ id, body, status }) => [id, body.value, status])).to.deep.equal([
      ['a', 'Better', undefined],
      ['b', '', 'hidden'],
    ]);
    expect(store.state.total).to.equal(2);
    live.stop();
  });

  it('closes at once when it is told so, and keeps what else is known of it', async () => {
    const { edge, store, live } = await told({ open: { state: 'open', policy: { url: 'https://example.com/rules' } } });
    edge.tell({ type: 'discussion', info: { state: 'closed', stateMessage: 'Good night.' } });
    pass(250);
    expect(store.state.access).to.deep.include({ state: 'closed', message: 'Good night.' });
    expect(store.state.info?.policy?.url).to.equal('https://example.com/rules');
    live.stop();
  });

  it('does not take the clock of an earlier answer for that of the present', async () => {
    const { edge, store, live } = await told({ open: { state: 'open', now: '2013-06-07T12:05:00Z' } });
    pass(3_600_000);
    edge.tell({ type: 'discussion', info: { stateMessage: 'Be kind.' } });
    pass(250);
    expect(store.state.clockOffset).to.equal(300_000);
    live.stop();
  });

  it('follows the number that the backend names, and keeps its own count where it names none', async () => {
    const { edge, store, live } = await told({ open: { state: 'open', total: 2 } });
    edge.tell({ type: 'added', comment: comment('c') }, { type: 'discussion', info: { stateMessage: 'Be kind.' } });
    pass(250);
    expect(store.state.total).to.equal(3);
    edge.tell({ type: 'discussion', info: { total: 7 } });
    pass(250);
    expect(store.state.total).to.equal(7);
    live.stop();
  });

  it('changes at most four times a second, however much happens', async () => {
    const { edge, store, live } = await told();
    let steps = 0;
    store.subscribe(() => steps++);
    for (let event = 0; event < 200; event++) {
      edge.tell({ type: 'added', comment: comment(`n${event}`) });
      pass(10);
    }
    pass(250);
    expect(steps).to.be.within(1, 8);
    expect(store.state.waiting).to.have.length(200);
    live.stop();
  });

  it('is not asked from time to time', async () => {
    const { edge, live } = await told();
    pass(3_600_000);
    await turns();
    expect(edge.count('list')).to.equal(1);
    live.stop();
  });

  it('is asked once, a little later, when something was missed', async () => {
    let items = comments('a', 'b');
    const { edge, store, live } = await told({ list: () => ({ items }) });
    items = comments('a', 'b', 'c');
    for (let event = 0; event < 30; event++) edge.tell({ type: 'stale' });
    pass(250 + 999);
    expect(edge.count('list'), 'not all readers at the same moment').to.equal(1);
    pass(1);
    await turns();
    expect(edge.count('list')).to.equal(2);
    expect(idsOf(store.state.waiting)).to.deep.equal(['c']);
    pass(3_600_000);
    await turns();
    expect(edge.count('list')).to.equal(2);
    live.stop();
  });

  it('is asked again when that failed: what was missed stays missed', async () => {
    let isDown = false;
    const { edge, live } = await told({
      list: () => {
        if (isDown) throw new TypeError('Failed to fetch');
        return { items: [] };
      },
    });
    isDown = true;
    edge.tell({ type: 'stale' });
    pass(1250);
    await turns();
    expect(edge.count('list')).to.equal(2);
    isDown = false;
    pass(120_000);
    await turns();
    expect(edge.count('list')).to.equal(3);
    live.stop();
  });

  it('is left alone while it fails, however often it says that something was missed', async () => {
    let isDown = false;
    const { edge, live } = await told({
      list: () => {
        if (isDown) throw new TypeError('Failed to fetch');
        return { items: [] };
      },
    });
    isDown = true;
    for (let second = 0; second < 120; second++) {
      edge.tell({ type: 'stale' });
      pass(1000);
      await turns();
    }
    expect(edge.count('list')).to.equal(2);
    live.stop();
  });

  it('is asked again after a look during which more was missed, and not before', async () => {
    const answers: ((page: CommentPage) => void)[] = [];
    let isFirst = true;
    const list = (): object => {
      if (!isFirst) return new Promise<CommentPage>((resolve) => answers.push(resolve));
      isFirst = false;
      return { items: [] };
    };
    const { edge, store, live } = await told({ list });
    for (let looks = 0; looks < 2; looks++) {
      edge.tell({ type: 'stale' });
      pass(10_000);
      await turns();
    }
    expect(answers).to.have.length(1);
    answers[0]?.({ items: [] });
    await turns();
    pass(2000);
    await turns();
    answers[1]?.({ items: comments('missed') });
    await turns();
    expect(idsOf(store.state.waiting)).to.deep.equal(['missed']);
    live.stop();
  });

  it('shows a comment of the reader’s own once, though it is told of before the sending ends', async () => {
    const { edge, store, live } = await told();
    const outcome = writerOf(store).submit({ parentId: null, body: 'Hello', submitKey: 'k' });
    const asked = await edge.next('submit');
    edge.tell({ type: 'added', comment: comment('mine') });
    pass(250);
    asked.answer({ outcome: 'published', comment: comment('mine') });
    await outcome;
    edge.tell({ type: 'added', comment: comment('mine') });
    pass(250);
    expect([idsOf(store.state.posted), store.state.waiting, store.state.total]).to.deep.equal([['mine'], [], 3]);
    live.stop();
  });

  it('is asked instead where it refuses to tell', async () => {
    const edge = new LiveEdge({ answers: { open: { state: 'open' }, list: { items: [] } } });
    const store = new DiscussionStore();
    const live = new LiveDiscussion(store, new FakePage().options);
    live.start();
    store.open(
      {
        ...edge.live,
        subscribe: () => {
          throw new Error('No sockets here.');
        },
      },
      discussion,
    );
    await reached(store, isLoaded);
    pass(60_000);
    await turns();
    expect(edge.count('list')).to.equal(2);
    live.stop();
    store.close();
  });

  it('is asked once for what happened between its list and the moment from which it tells', async () => {
    const edge = new LiveEdge({ tells: 'changes', answers: { open: { state: 'open' }, list: { items: [] } } });
    const store = new DiscussionStore();
    store.open(edge.live, discussion);
    await reached(store, isLoaded);
    const live = new LiveDiscussion(store, new FakePage().options);
    live.start();
    pass(60_000);
    await turns();
    pass(3_600_000);
    await turns();
    expect(edge.count('list')).to.equal(2);
    live.stop();
  });
});

describe('a discussion that is followed no more', () => {
  let clock: FakeClock;
  beforeEach(() => (clock = new FakeClock('2013-06-07T12:00:00Z')).install());
  afterEach(() => clock.uninstall());

  it('leaves no timer, listener or request behind, however often it is started', async () => {
    for (const tells of ['changes', undefined] as const) {
      const { edge, store, live, page } = await followed({ tells });
      for (let round = 0; round < 10; round++) {
        live.start();
        live.start();
        expect([page.listeners.size, edge.listeners.size]).to.deep.equal([1, tells ? 1 : 0]);
        edge.tell({ type: 'added', comment: comment(`c${round}`) });
        live.stop();
        expect([page.listeners.size, edge.listeners.size, clock.delays]).to.deep.equal([0, 0, []]);
      }
      const { state } = store;
      clock.moveTo(clock.now + 3_600_000);
      await turns();
      expect(store.state).to.equal(state);
    }
  });

  it('hears nothing of the one that was followed before', async () => {
    const { edge, store, live, page } = await followed({ tells: 'changes' });
    const [before] = edge.listeners;
    edge.tell({ type: 'added', comment: comment('late') });
    const next = new LiveEdge({ tells: 'changes', answers: { open: { state: 'open' }, list: { items: [] } } });
    store.open(next.live, elsewhere);
    before?.({ type: 'added', comment: comment('later') });
    await reached(store, isLoaded);
    clock.moveTo(clock.now + 1000);
    expect(store.state.waiting).to.deep.equal([]);
    expect([edge.listeners.size, next.listeners.size, page.listeners.size]).to.deep.equal([0, 1, 1]);
    next.tell({ type: 'added', comment: comment('here') });
    clock.moveTo(clock.now + 250);
    expect(idsOf(store.state.waiting)).to.deep.equal(['here']);
    store.close();
    expect([next.listeners.size, page.listeners.size, clock.delays]).to.deep.equal([0, 0, []]);
    live.stop();
  });

  it('has its requests aborted', async () => {
    const { edge, store, live } = await followed();
    const other = new BackendEdge();
    store.open({ ...edge.live, list: other.adapter.list.bind(other.adapter) }, discussion);
    (await other.next('list')).answer({ items: [] });
    await reached(store, isLoaded);
    clock.moveTo(clock.now + 60_000);
    const asked = await other.next('list');
    live.stop();
    expect(asked.signal.aborted).to.equal(true);
    asked.answer({ items: comments('late') });
    await turns();
    expect(store.state.waiting).to.deep.equal([]);
    expect(clock.delays).to.deep.equal([]);
    store.close();
  });
});

describe('a discussion whose adapter learns with the first answer how it can be followed', () => {
  let clock: FakeClock;
  beforeEach(() => (clock = new FakeClock('2013-06-07T12:00:00Z')).install());
  afterEach(() => clock.uninstall());

  const opened = async (learn: (edge: LiveEdge) => void) => {
    const edge = new LiveEdge({
      answers: {
        open: () => {
          learn(edge);
          return { state: 'open' };
        },
        list: { items: [] },
      },
      tells: 'changes',
    });
    const { subscribe } = edge.live;
    delete edge.live.subscribe;
    const store = new DiscussionStore();
    const live = new LiveDiscussion(store, new FakePage().options);
    live.start();
    store.open(edge.live, discussion);
    expect(edge.listeners.size).to.equal(0);
    await reached(store, isLoaded);
    return { edge, store, live, subscribe };
  };

  it('is told from then on', async () => {
    const whole = new LiveEdge({ tells: 'changes' });
    const { store, live } = await opened((edge) => Object.assign(edge.live, { subscribe: whole.live.subscribe }));
    expect(whole.listeners.size).to.equal(1);
    whole.tell({ type: 'added', comment: comment('new') });
    clock.moveTo(clock.now + 250);
    expect(idsOf(store.state.waiting)).to.deep.equal(['new']);
    live.stop();
    expect(whole.listeners.size).to.equal(0);
  });

  it('is asked as often as it wants from then on', async () => {
    const { edge, live } = await opened((it) => Object.assign(it.live, { features: { pollEvery: 5 } }));
    expect(edge.count('open')).to.equal(1);
    clock.moveTo(clock.now + 5_000);
    await turns();
    expect(edge.count('open')).to.equal(2);
    live.stop();
  });

  it('is followed once, however often the rest of what it offers changes', async () => {
    const whole = new LiveEdge({ tells: 'changes' });
    let begun = 0;
    const { edge, store, live } = await opened((it) =>
      Object.assign(it.live, {
        subscribe: (...args: Parameters<NonNullable<typeof whole.live.subscribe>>) => (begun++, whole.live.subscribe?.(...args)),
      }),
    );
    Object.assign(edge.live, { features: { sorts: ['newest'] } });
    store.reload();
    await turns();
    expect(begun).to.equal(1);
    live.stop();
  });
});
