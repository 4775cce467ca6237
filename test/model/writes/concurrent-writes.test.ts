import { expect } from '@open-wc/testing';
import { BackendEdge } from '../support/fake-backend.js';
import { ada, bob, comment, elsewhere, opened, turns, writerOf } from '../support/fixtures.js';

const draft = { parentId: null, body: 'Hello', submitKey: 'k' };
const mine = comment('mine', { author: ada.author });

describe('posting while something changes', () => {
  it('is aborted with the discussion, whose successor hears nothing of it', async () => {
    const { edge, store } = await opened();
    const outcome = writerOf(store).submit(draft);
    const asked = await edge.next('submit');
    const next = new BackendEdge();
    store.open(next.adapter, elsewhere);
    expect(asked.signal.aborted).to.equal(true);
    asked.answer({ outcome: 'published', comment: mine });
    expect(await outcome).to.deep.equal({ type: 'aborted' });
    expect(store.state).to.deep.include({ posted: [], outgoing: [] });
    store.close();
  });

  it('tells the next discussion nothing, in whichever turn after the answer that is opened', async () => {
    for (let turn = 0; turn < 12; turn++) {
      const { edge, store } = await opened();
      const outcome = writerOf(store).submit(draft);
      (await edge.next('submit')).answer({ outcome: 'published', comment: mine });
      await turns(turn);
      store.open(new BackendEdge().adapter, elsewhere);
      await outcome;
      expect(store.state, `after ${turn} turns`).to.deep.include({ posted: [], outgoing: [], total: undefined });
      store.close();
    }
  });

  it('still joins a second call when an earlier one of the same key ends, which had been for another discussion', async () => {
    const { edge, store } = await opened();
    const left = writerOf(store).submit(draft);
    const old = await edge.next('submit');
    store.open(edge.adapter, elsewhere);
    const first = writerOf(store).submit(draft);
    const asked = await edge.next('submit');
    old.answer({ outcome: 'published', comment: mine });
    await left;
    const second = writerOf(store).submit(draft);
    asked.answer({ outcome: 'published', comment: mine });
    expect(await second).to.equal(await first);
    expect(edge.count('submit')).to.equal(2);
    store.close();
  });

  it('names who wrote it, not who has signed in since', async () => {
    const { edge, store } = await opened({ answers: { open: () => ({ state: 'open' }) } });
    edge.viewerChanges(ada);
    await turns();
    const outcome = writerOf(store).submit(draft);
    const asked = await edge.next('submit');
    edge.viewerChanges(bob);
    expect(asked.signal.aborted, 'it goes on').to.equal(false);
    asked.answer({ outcome: 'published' });
    await outcome;
    expect(store.state.viewer).to.equal(bob);
    expect(store.state.posted.map(({ author }) => author)).to.deep.equal([ada.author]);
  });
});
