import { expect } from 'chai';
import { DiscussionStore } from '../../../src/model/discussion/discussion-store.js';
import { FakeClock } from '../../support/fake-clock.js';
import { FakeBackend } from '../support/fake-backend.js';
import { discussion, opened, reached } from '../support/fixtures.js';

describe('a scheduled closing or opening', () => {
  let clock: FakeClock;
  beforeEach(() => (clock = new FakeClock('2013-06-07T12:00:00Z')).install());
  afterEach(() => clock.uninstall());

  it('closes the discussion in time, with one timer and no request', async () => {
    const { backend, store } = await opened({
      responses: { open: { state: 'open', closesAt: '2013-06-07T13:00:00Z' } },
    });
    store.setClosed(false);
    expect(clock.delays).to.deep.equal([3_600_000]);
    const { comments: before } = store.state;
    let notifications = 0;
    store.subscribe(() => notifications++);
    clock.moveTo('2013-06-07T12:59:59.999Z');
    expect([store.state.access.state, notifications]).to.deep.equal(['open', 0]);
    clock.moveTo('2013-06-07T13:00:00Z');
    expect([store.state.access.state, notifications]).to.deep.equal(['closed', 1]);
    expect(store.state.comments).to.equal(before);
    expect(backend.calls).to.have.length(2);
    expect(clock.delays).to.deep.equal([]);
    store.close();
  });

  it('opens the discussion in time', async () => {
    const { store } = await opened({ responses: { open: { state: 'closed', opensAt: '2013-06-07T13:00:00Z' } } });
    expect(store.state.access.state).to.equal('closed');
    clock.moveTo('2013-06-07T13:00:00Z');
    expect(store.state.access.state).to.equal('open');
    store.close();
  });

  it('is awaited in steps if it is beyond the longest timer', async () => {
    const closesAt = '2013-12-24T18:00:00Z';
    const { store } = await opened({ responses: { open: { state: 'open', closesAt } } });
    expect(clock.delays).to.deep.equal([2 ** 31 - 1]);
    clock.moveTo('2013-12-24T17:59:59Z');
    expect(store.state.access.state).to.equal('open');
    expect(clock.delays).to.have.length(1);
    clock.moveTo(closesAt);
    expect(store.state.access.state).to.equal('closed');
    store.close();
  });

  it('applies if its time passed while the response was in flight', async () => {
    const backend = new FakeBackend();
    const store = new DiscussionStore();
    store.open(backend.adapter, discussion);
    const open = await backend.next('open');
    clock.moveTo('2013-06-07T13:00:00Z');
    open.respond({ state: 'open', closesAt: '2013-06-07T12:30:00Z' });
    await reached(store, ({ opening }) => opening.state === 'ready');
    expect(store.state.access.state).to.equal('closed');
    store.close();
  });

  it('does not reopen a discussion that the publisher closed', async () => {
    const { store } = await opened({ responses: { open: { state: 'closed', opensAt: '2013-06-07T13:00:00Z' } } });
    store.setClosed(true);
    clock.moveTo('2013-06-07T13:00:01Z');
    expect(store.state.access.state).to.equal('closed');
    store.setClosed(false);
    expect(store.state.access.state).to.equal('open');
    store.close();
  });
});
