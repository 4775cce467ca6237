import { expect } from 'chai';
import { FakeBackend } from '../support/fake-backend.js';
import { ada, bob, comment, elsewhere, opened, flushMicrotasks, writerOf } from '../support/fixtures.js';

const draft = { parentId: null, body: 'Hello', submitKey: 'k' };
const mine = comment('mine', { author: ada.author });

describe('posting while the discussion or the viewer changes', () => {
  it('is aborted with the session and does not affect the next one', async () => {
    const { backend, store } = await opened();
    const outcome = writerOf(store).submit(draft);
    const request = await backend.next('submit');
    const next = new FakeBackend();
    store.open(next.adapter, elsewhere);
    expect(request.signal.aborted).to.equal(true);
    request.respond({ outcome: 'published', comment: mine });
    expect(await outcome).to.deep.equal({ type: 'aborted' });
    expect(store.state).to.deep.include({ posted: [], outgoing: [] });
    store.close();
  });

  it('does not affect the next discussion, whenever after the response it is opened', async () => {
    for (let turn = 0; turn < 12; turn++) {
      const { backend, store } = await opened();
      const outcome = writerOf(store).submit(draft);
      (await backend.next('submit')).respond({ outcome: 'published', comment: mine });
      await flushMicrotasks(turn);
      store.open(new FakeBackend().adapter, elsewhere);
      await outcome;
      expect(store.state, `after ${turn} turns`).to.deep.include({ posted: [], outgoing: [], total: undefined });
      store.close();
    }
  });

  it('joins the call in flight even after one with the same key has ended in an earlier session', async () => {
    const { backend, store } = await opened();
    const left = writerOf(store).submit(draft);
    const old = await backend.next('submit');
    store.open(backend.adapter, elsewhere);
    const first = writerOf(store).submit(draft);
    const request = await backend.next('submit');
    old.respond({ outcome: 'published', comment: mine });
    await left;
    const second = writerOf(store).submit(draft);
    request.respond({ outcome: 'published', comment: mine });
    expect(await second).to.equal(await first);
    expect(backend.count('submit')).to.equal(2);
    store.close();
  });

  it('credits the author, not a viewer who has signed in since', async () => {
    const { backend, store } = await opened({ responses: { open: () => ({ state: 'open' }) } });
    backend.viewerChanges(ada);
    await flushMicrotasks();
    const outcome = writerOf(store).submit(draft);
    const request = await backend.next('submit');
    backend.viewerChanges(bob);
    expect(request.signal.aborted, 'still in flight').to.equal(false);
    request.respond({ outcome: 'published' });
    await outcome;
    expect(store.state.viewer).to.equal(bob);
    expect(store.state.posted.map(({ author }) => author)).to.deep.equal([ada.author]);
  });
});
