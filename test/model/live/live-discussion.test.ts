import { expect } from 'chai';
import type { CommentPage } from '../../../src/model/adapter.js';
import { DiscussionStore } from '../../../src/model/discussion/discussion-store.js';
import { LiveDiscussion } from '../../../src/model/live/live-discussion.js';
import { FakeBackend } from '../support/fake-backend.js';
import { FakeClock } from '../../support/fake-clock.js';
import { FakePage, openedLive, LiveBackend } from '../support/live-backend.js';
import {
  bob,
  comment,
  comments,
  discussion,
  elsewhere,
  idsOf,
  isLoaded,
  reached,
  flushMicrotasks,
  writerOf,
} from '../support/fixtures.js';

describe('a backend that pushes events', () => {
  let clock: FakeClock;
  beforeEach(() => (clock = new FakeClock('2013-06-07T12:00:00Z')).install());
  afterEach(() => clock.uninstall());

  const subscribed = (responses = {}) =>
    openedLive({ events: 'push', responses: { list: { items: comments('a', 'b'), total: 2 }, ...responses } });
  const pass = (milliseconds: number): void => clock.moveTo(clock.now + milliseconds);

  it('holds back new comments and shows all other changes in place', async () => {
    const { backend, store, live } = await subscribed();
    backend.push(
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

  it('closes the discussion at once and keeps the rest of its info', async () => {
    const { backend, store, live } = await subscribed({
      open: { state: 'open', policy: { url: 'https://example.com/rules' } },
    });
    backend.push({ type: 'discussion', info: { state: 'closed', stateMessage: 'Good night.' } });
    pass(250);
    expect(store.state.access).to.deep.include({ state: 'closed', message: 'Good night.' });
    expect(store.state.info?.policy?.url).to.equal('https://example.com/rules');
    live.stop();
  });

  it('does not use the time of an earlier response as the current one', async () => {
    const { backend, store, live } = await subscribed({ open: { state: 'open', now: '2013-06-07T12:05:00Z' } });
    pass(3_600_000);
    backend.push({ type: 'discussion', info: { stateMessage: 'Be kind.' } });
    pass(250);
    expect(store.state.clockOffset).to.equal(300_000);
    live.stop();
  });

  it('uses a pushed total, and keeps counting without one', async () => {
    const { backend, store, live } = await subscribed({ open: { state: 'open', total: 2 } });
    backend.push({ type: 'added', comment: comment('c') }, { type: 'discussion', info: { stateMessage: 'Be kind.' } });
    pass(250);
    expect(store.state.total).to.equal(3);
    backend.push({ type: 'discussion', info: { total: 7 } });
    pass(250);
    expect(store.state.total).to.equal(7);
    live.stop();
  });

  it('is followed again for another viewer, without events for the previous one', async () => {
    const { backend, store, live } = await subscribed();
    const [before] = backend.listeners;
    backend.push({ type: 'changed', comment: comment('a', { can: { remove: true } }) });
    backend.viewerChanges(bob);
    const [after] = backend.listeners;
    expect(backend.listeners.size).to.equal(1);
    expect(after).not.to.equal(before);
    await flushMicrotasks();
    pass(250);
    expect(store.state.comments[0]?.can).to.equal(undefined);
    live.stop();
  });

  it('updates the state at most four times a second', async () => {
    const { backend, store, live } = await subscribed();
    let updates = 0;
    store.subscribe(() => updates++);
    for (let event = 0; event < 200; event++) {
      backend.push({ type: 'added', comment: comment(`n${event}`) });
      pass(10);
    }
    pass(250);
    expect(updates).to.be.within(1, 8);
    expect(store.state.waiting).to.have.length(200);
    live.stop();
  });

  it('is not polled', async () => {
    const { backend, live } = await subscribed();
    pass(3_600_000);
    await flushMicrotasks();
    expect(backend.count('list')).to.equal(1);
    live.stop();
  });

  it('is polled once, a little later, when events were missed', async () => {
    let items = comments('a', 'b');
    const { backend, store, live } = await subscribed({ list: () => ({ items }) });
    items = comments('a', 'b', 'c');
    for (let event = 0; event < 30; event++) backend.push({ type: 'stale' });
    pass(250 + 999);
    expect(backend.count('list'), 'readers do not poll all at once').to.equal(1);
    pass(1);
    await flushMicrotasks();
    expect(backend.count('list')).to.equal(2);
    expect(idsOf(store.state.waiting)).to.deep.equal(['c']);
    pass(3_600_000);
    await flushMicrotasks();
    expect(backend.count('list')).to.equal(2);
    live.stop();
  });

  it('is polled again when that poll failed', async () => {
    let isDown = false;
    const { backend, live } = await subscribed({
      list: () => {
        if (isDown) throw new TypeError('Failed to fetch');
        return { items: [] };
      },
    });
    isDown = true;
    backend.push({ type: 'stale' });
    pass(1250);
    await flushMicrotasks();
    expect(backend.count('list')).to.equal(2);
    isDown = false;
    pass(120_000);
    await flushMicrotasks();
    expect(backend.count('list')).to.equal(3);
    live.stop();
  });

  it('is not polled more often while it fails, however many events were missed', async () => {
    let isDown = false;
    const { backend, live } = await subscribed({
      list: () => {
        if (isDown) throw new TypeError('Failed to fetch');
        return { items: [] };
      },
    });
    isDown = true;
    for (let second = 0; second < 120; second++) {
      backend.push({ type: 'stale' });
      pass(1000);
      await flushMicrotasks();
    }
    expect(backend.count('list')).to.equal(2);
    live.stop();
  });

  it('is polled again after a poll during which more events were missed', async () => {
    const polls: ((page: CommentPage) => void)[] = [];
    let isFirst = true;
    const list = (): object => {
      if (!isFirst) return new Promise<CommentPage>((resolve) => polls.push(resolve));
      isFirst = false;
      return { items: [] };
    };
    const { backend, store, live } = await subscribed({ list });
    for (let stale = 0; stale < 2; stale++) {
      backend.push({ type: 'stale' });
      pass(10_000);
      await flushMicrotasks();
    }
    expect(polls).to.have.length(1);
    polls[0]?.({ items: [] });
    await flushMicrotasks();
    pass(2000);
    await flushMicrotasks();
    polls[1]?.({ items: comments('missed') });
    await flushMicrotasks();
    expect(idsOf(store.state.waiting)).to.deep.equal(['missed']);
    live.stop();
  });

  it('shows an own comment once, even if its event precedes the response', async () => {
    const { backend, store, live } = await subscribed();
    const outcome = writerOf(store).submit({ parentId: null, body: 'Hello', submitKey: 'k' });
    const request = await backend.next('submit');
    backend.push({ type: 'added', comment: comment('mine') });
    pass(250);
    request.respond({ outcome: 'published', comment: comment('mine') });
    await outcome;
    backend.push({ type: 'added', comment: comment('mine') });
    pass(250);
    expect([idsOf(store.state.posted), store.state.waiting, store.state.total]).to.deep.equal([['mine'], [], 3]);
    live.stop();
  });

  it('is polled when subscribing throws', async () => {
    const backend = new LiveBackend({ responses: { open: { state: 'open' }, list: { items: [] } } });
    const store = new DiscussionStore();
    const live = new LiveDiscussion(store, new FakePage().options);
    live.start();
    store.open(
      {
        ...backend.live,
        subscribe: () => {
          throw new Error('WebSocket is blocked.');
        },
      },
      discussion,
    );
    await reached(store, isLoaded);
    pass(60_000);
    await flushMicrotasks();
    expect(backend.count('list')).to.equal(2);
    live.stop();
    store.close();
  });

  it('is polled once for the time between the list and the subscription', async () => {
    const backend = new LiveBackend({ events: 'push', responses: { open: { state: 'open' }, list: { items: [] } } });
    const store = new DiscussionStore();
    store.open(backend.live, discussion);
    await reached(store, isLoaded);
    const live = new LiveDiscussion(store, new FakePage().options);
    live.start();
    pass(60_000);
    await flushMicrotasks();
    pass(3_600_000);
    await flushMicrotasks();
    expect(backend.count('list')).to.equal(2);
    live.stop();
  });
});

describe('stopping live updates', () => {
  let clock: FakeClock;
  beforeEach(() => (clock = new FakeClock('2013-06-07T12:00:00Z')).install());
  afterEach(() => clock.uninstall());

  it('leaves no timer, listener or request behind, however often they are started', async () => {
    for (const events of ['push', undefined] as const) {
      const { backend, store, live, page } = await openedLive({ events });
      for (let round = 0; round < 10; round++) {
        live.start();
        live.start();
        expect([page.listeners.size, backend.listeners.size]).to.deep.equal([1, events ? 1 : 0]);
        backend.push({ type: 'added', comment: comment(`c${round}`) });
        live.stop();
        expect([page.listeners.size, backend.listeners.size, clock.delays]).to.deep.equal([0, 0, []]);
      }
      const { state } = store;
      clock.moveTo(clock.now + 3_600_000);
      await flushMicrotasks();
      expect(store.state).to.equal(state);
    }
  });

  it('ignores events of the previous discussion', async () => {
    const { backend, store, live, page } = await openedLive({ events: 'push' });
    const [before] = backend.listeners;
    backend.push({ type: 'added', comment: comment('late') });
    const next = new LiveBackend({ events: 'push', responses: { open: { state: 'open' }, list: { items: [] } } });
    store.open(next.live, elsewhere);
    before?.({ type: 'added', comment: comment('later') });
    await reached(store, isLoaded);
    clock.moveTo(clock.now + 1000);
    expect(store.state.waiting).to.deep.equal([]);
    expect([backend.listeners.size, next.listeners.size, page.listeners.size]).to.deep.equal([0, 1, 1]);
    next.push({ type: 'added', comment: comment('here') });
    clock.moveTo(clock.now + 250);
    expect(idsOf(store.state.waiting)).to.deep.equal(['here']);
    store.close();
    expect([next.listeners.size, page.listeners.size, clock.delays]).to.deep.equal([0, 0, []]);
    live.stop();
  });

  it('aborts requests', async () => {
    const { backend, store, live } = await openedLive();
    const other = new FakeBackend();
    store.open({ ...backend.live, list: other.adapter.list.bind(other.adapter) }, discussion);
    (await other.next('list')).respond({ items: [] });
    await reached(store, isLoaded);
    clock.moveTo(clock.now + 60_000);
    const request = await other.next('list');
    live.stop();
    expect(request.signal.aborted).to.equal(true);
    request.respond({ items: comments('late') });
    await flushMicrotasks();
    expect(store.state.waiting).to.deep.equal([]);
    expect(clock.delays).to.deep.equal([]);
    store.close();
  });
});

describe('an adapter that learns from the first response how to follow it', () => {
  let clock: FakeClock;
  beforeEach(() => (clock = new FakeClock('2013-06-07T12:00:00Z')).install());
  afterEach(() => clock.uninstall());

  const opened = async (learn: (backend: LiveBackend) => void) => {
    const backend = new LiveBackend({
      responses: {
        open: () => {
          learn(backend);
          return { state: 'open' };
        },
        list: { items: [] },
      },
      events: 'push',
    });
    const { subscribe } = backend.live;
    delete backend.live.subscribe;
    const store = new DiscussionStore();
    const live = new LiveDiscussion(store, new FakePage().options);
    live.start();
    store.open(backend.live, discussion);
    expect(backend.listeners.size).to.equal(0);
    await reached(store, isLoaded);
    return { backend, store, live, subscribe };
  };

  it('is subscribed to from then on', async () => {
    const whole = new LiveBackend({ events: 'push' });
    const { store, live } = await opened((backend) => Object.assign(backend.live, { subscribe: whole.live.subscribe }));
    expect(whole.listeners.size).to.equal(1);
    whole.push({ type: 'added', comment: comment('new') });
    clock.moveTo(clock.now + 250);
    expect(idsOf(store.state.waiting)).to.deep.equal(['new']);
    live.stop();
    expect(whole.listeners.size).to.equal(0);
  });

  it('is polled at its own interval from then on', async () => {
    const { backend, live } = await opened((it) => Object.assign(it.live, { features: { pollEvery: 5 } }));
    expect(backend.count('open')).to.equal(1);
    clock.moveTo(clock.now + 5_000);
    await flushMicrotasks();
    expect(backend.count('open')).to.equal(2);
    live.stop();
  });

  it('is subscribed to once, however often its other features change', async () => {
    const whole = new LiveBackend({ events: 'push' });
    let subscriptions = 0;
    const { backend, store, live } = await opened((it) =>
      Object.assign(it.live, {
        subscribe: (...args: Parameters<NonNullable<typeof whole.live.subscribe>>) => (
          subscriptions++,
          whole.live.subscribe?.(...args)
        ),
      }),
    );
    Object.assign(backend.live, { features: { sorts: ['newest'] } });
    store.reload();
    await flushMicrotasks();
    expect(subscriptions).to.equal(1);
    live.stop();
  });
});
