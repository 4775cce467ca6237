import { expect } from '@open-wc/testing';
import type { DiscussionState } from '../../../src/model/discussion/discussion-state.js';
import { failing, offline } from '../support/fake-backend.js';
import { ada, anonymous, comment, comments, idsOf, isLoaded, opened, opening, reached, turns } from '../support/fixtures.js';

describe('a change of the viewer', () => {
  it('is shown at once, and asks for everything again without taking anything away', async () => {
    const { edge, store } = await opened({
      answers: { list: { items: comments(...Array.from({ length: 60 }, (_, index) => `c${index}`)) } },
    });
    const before = store.state;
    edge.viewerChanges(ada);
    expect(store.state).to.deep.include({ viewer: ada, listing: { state: 'ready' }, opening: { state: 'ready' } });
    expect(store.state.info?.viewer).to.equal(ada);
    expect(store.state.comments).to.equal(before.comments);
    expect([edge.count('open'), edge.count('list')]).to.deep.equal([2, 2]);
    expect(edge.asked.filter(({ method }) => method === 'list')[1]?.args[0]).to.include({ limit: 60 });
    await turns();
    expect(store.state.comments).to.have.length(60);
  });

  it('is not undone by an answer to what was asked before it', async () => {
    const { edge, store } = opening();
    const [before, listedBefore] = [await edge.next('open'), await edge.next('list')];
    edge.viewerChanges(ada);
    const [after, listedAfter] = [await edge.next('open'), await edge.next('list')];
    expect(before.signal.aborted && listedBefore.signal.aborted, 'nobody waits for these').to.equal(true);
    after.answer({ state: 'open', viewer: ada });
    listedAfter.answer({ items: comments('a', 'b') });
    await reached(store, isLoaded);
    before.answer({ state: 'open', viewer: anonymous });
    listedBefore.answer({ items: comments('a') });
    await turns();
    expect(store.state.viewer).to.equal(ada);
    expect(idsOf(store.state.comments)).to.deep.equal(['a', 'b']);
  });

  it('keeps the page as it is when asking again fails', async () => {
    let isDown = false;
    const answer = (value: object) => () => (isDown ? failing(offline)() : value);
    const { edge, store } = await opened({
      answers: { open: answer({ state: 'open' }), list: answer({ items: comments('a'), next: '2' }) },
    });
    const before = store.state;
    isDown = true;
    edge.viewerChanges(ada);
    await turns();
    expect(store.state).to.deep.equal({ ...before, viewer: ada, info: { state: 'open', viewer: ada } });
  });
});

describe('listeners', () => {
  it('are told after each change, until they stop', async () => {
    const { store } = await opened();
    const seen: DiscussionState[] = [];
    const stop = store.subscribe(() => seen.push(store.state));
    store.setClosed(true);
    expect(seen.map(({ access }) => access.state)).to.deep.equal(['closed']);
    stop();
    store.setClosed(false);
    expect(seen).to.have.length(1);
  });

  it('see frozen states, in which what did not change is the same', async () => {
    const { edge, store } = opening({ answers: { open: { state: 'open', closesAt: '2099-01-01T00:00:00Z' } } });
    const states: DiscussionState[] = [];
    store.subscribe(() => states.push(store.state));
    (await edge.next('list')).answer({ items: [comment('a')], next: '2' });
    await reached(store, isLoaded);
    const more = store.loadMore();
    (await edge.next('list')).answer({ items: [comment('b')] });
    await more;
    expect(states).to.have.length.above(3);
    expect(states.every((state) => Object.isFrozen(state))).to.equal(true);
    const [last, before] = [states.at(-1), states.at(-2)];
    expect(last?.comments[0]).to.equal(before?.comments[0]);
    for (const name of ['info', 'access', 'viewer', 'outgoing', 'reports'] as const) expect(last?.[name], name).to.equal(before?.[name]);
  });
});
