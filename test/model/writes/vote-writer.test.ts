import { expect } from 'chai';
import { AdapterError, type Votes } from '../../../src/model/adapter.js';
import type { DiscussionStore } from '../../../src/model/discussion/discussion-store.js';
import { shownVotes } from '../../../src/model/state/discussion-state.js';
import { FakeBackend, type FakeBackendOptions, offline } from '../support/fake-backend.js';
import { ada, bob, comment, discussion, elsewhere, opened, flushMicrotasks, writerOf } from '../support/fixtures.js';

/** A discussion with one comment that has three likes. */
function liked({ votes = { up: 3, mine: 0 }, ...options }: FakeBackendOptions & { readonly votes?: Votes } = {}) {
  return opened({
    responses: { open: { state: 'open', viewer: ada }, list: { items: [comment('a', { votes })] } },
    ...options,
  });
}

function shown({ state }: DiscussionStore): Votes | undefined {
  const [first] = state.comments;
  return first && shownVotes(first, state);
}

const sentValues = (backend: FakeBackend): readonly unknown[] =>
  backend.calls
    .filter(({ method }) => method === 'vote')
    .map(({ args }) => (args[1] as { readonly value: number }).value);

describe('voting', () => {
  it('shows the vote at once, then the counts of the backend', async () => {
    const { backend, store } = await liked();
    const outcome = writerOf(store).vote('a', 1);
    expect(shown(store)).to.deep.include({ up: 4, mine: 1 });
    const request = await backend.next('vote');
    expect(request.args).to.deep.equal([discussion, { id: 'a', value: 1, was: 0 }]);
    request.respond({ up: 7, mine: 1 });
    expect(await outcome).to.deep.equal({ type: 'done', value: { up: 7, mine: 1 } });
    expect(shown(store)).to.deep.equal({ up: 7, mine: 1 });
    expect(store.state.unconfirmedVotes.size).to.equal(0);
  });

  it('can be undone even if the backend does not report own votes', async () => {
    const { backend, store } = await liked({ votes: { up: 3 } });
    const first = writerOf(store).vote('a', 1);
    (await backend.next('vote')).respond({ up: 4 });
    await first;
    const second = writerOf(store).vote('a', 0);
    expect(shown(store)?.up).to.equal(3);
    const request = await backend.next('vote');
    expect(request.args[1]).to.deep.equal({ id: 'a', value: 0, was: 1 });
    request.respond({ up: 3 });
    await second;
    expect(shown(store)).to.deep.equal({ up: 3, mine: 0 });
  });

  it('is refused if the backend does not know its voters and its counts stay the same', async () => {
    for (const [before, after] of [
      [{ up: 3 }, { up: 3 }],
      [{ score: -1 }, { score: -1 }],
      [
        { up: 3, down: 1 },
        { up: 3, down: 1 },
      ],
    ] as const) {
      const { backend, store } = await liked({ votes: before, features: { votesKnowViewer: false } });
      const outcome = writerOf(store).vote('a', 1);
      (await backend.next('vote')).respond(after);
      expect(await outcome).to.have.nested.property('error.kind', 'duplicate');
      expect(shown(store)).to.deep.equal(before);
    }
  });

  it('counts if such a backend sends other counts, or none', async () => {
    for (const [before, after] of [
      [{ up: 3 }, { up: 4 }],
      [
        { up: 3, down: 1 },
        { up: 3, down: 0 },
      ],
      [{}, {}],
    ] as const) {
      const { backend, store } = await liked({ votes: before, features: { votesKnowViewer: false } });
      const outcome = writerOf(store).vote('a', 1);
      (await backend.next('vote')).respond(after);
      expect(await outcome).to.have.property('type', 'done');
      expect(shown(store)?.mine).to.equal(1);
    }
  });

  it('is reverted when it fails, with the error, and can be retried', async () => {
    const { backend, store } = await liked();
    const first = writerOf(store).vote('a', 1);
    (await backend.next('vote')).fail(offline);
    expect(await first).to.deep.equal({ type: 'failed', error: offline });
    expect(shown(store)).to.deep.equal({ up: 3, mine: 0 });
    expect(store.state.unconfirmedVotes.get('a')).to.deep.equal({ state: 'failed', error: offline, wanted: 1 });
    await flushMicrotasks();
    expect(backend.count('vote'), 'no automatic retry').to.equal(1);
    const second = writerOf(store).vote('a', 1);
    expect(shown(store)?.up).to.equal(4);
    (await backend.next('vote')).respond({ up: 4, mine: 1 });
    expect((await second).type).to.equal('done');
    expect(store.state.unconfirmedVotes.size).to.equal(0);
  });

  it('sends one request for a double click', async () => {
    const { backend, store } = await liked();
    const both = [writerOf(store).vote('a', 1), writerOf(store).vote('a', 1)];
    (await backend.next('vote')).respond({ up: 4, mine: 1 });
    const [one, other] = await Promise.all(both);
    expect(one).to.equal(other);
    expect(backend.count('vote')).to.equal(1);
  });

  it('sends only the last of the votes cast while a request is in flight', async () => {
    const { backend, store } = await liked();
    const clicks = [1, -1, 0].map((value) => writerOf(store).vote('a', value as 1 | -1 | 0));
    expect(shown(store)?.up).to.equal(3);
    const first = await backend.next('vote');
    await flushMicrotasks();
    expect(sentValues(backend), 'one request at a time').to.deep.equal([1]);
    first.respond({ up: 4, mine: 1 });
    const second = await backend.next('vote');
    expect(second.args[1]).to.deep.equal({ id: 'a', value: 0, was: 1 });
    expect(shown(store)?.mine, 'still shows the pending vote').to.equal(0);
    second.respond({ up: 3, mine: 0 });
    const outcomes = await Promise.all(clicks);
    expect(outcomes.map((outcome) => outcome.type === 'done' && outcome.value.mine)).to.deep.equal([1, 1, 0]);
    expect(sentValues(backend)).to.deep.equal([1, 0]);
    expect(shown(store)).to.deep.equal({ up: 3, mine: 0 });
    expect(store.state.unconfirmedVotes.size).to.equal(0);
  });

  it('sends nothing more when the viewer returns to the vote that was sent', async () => {
    const { backend, store } = await liked();
    const clicks = [1, 0, 1].map((value) => writerOf(store).vote('a', value as 1 | 0));
    (await backend.next('vote')).respond({ up: 4, mine: 1 });
    await Promise.all(clicks);
    expect(sentValues(backend)).to.deep.equal([1]);
    expect(store.state.unconfirmedVotes.size).to.equal(0);
  });

  it('accepts that the backend keeps another vote', async () => {
    const { backend, store } = await liked();
    const outcome = writerOf(store).vote('a', 1);
    (await backend.next('vote')).respond({ up: 3, mine: 0 });
    await outcome;
    await flushMicrotasks();
    expect(sentValues(backend)).to.deep.equal([1]);
    expect(shown(store)).to.deep.equal({ up: 3, mine: 0 });
  });

  it('sends nothing more when the backend already has the pending vote', async () => {
    const { backend, store } = await liked();
    const clicks = [1, 0].map((value) => writerOf(store).vote('a', value as 1 | 0));
    (await backend.next('vote')).respond({ up: 3, mine: 0 });
    await Promise.all(clicks);
    expect(sentValues(backend)).to.deep.equal([1]);
    expect(store.state.unconfirmedVotes.size).to.equal(0);
  });

  it('loses no vote, whenever after the response it is cast', async () => {
    for (let turn = 0; turn < 12; turn++) {
      const { backend, store } = await liked();
      const first = writerOf(store).vote('a', 1);
      (await backend.next('vote')).respond({ up: 4, mine: 1 });
      await flushMicrotasks(turn);
      const second = writerOf(store).vote('a', 0);
      (await backend.next('vote')).respond({ up: 3, mine: 0 });
      await Promise.all([first, second]);
      expect(sentValues(backend), `after ${turn} turns`).to.deep.equal([1, 0]);
      expect(shown(store)).to.deep.equal({ up: 3, mine: 0 });
      expect(store.state.unconfirmedVotes.size).to.equal(0);
    }
  });

  it('keeps the newest vote for a retry when an earlier one fails', async () => {
    const { backend, store } = await liked();
    const clicks = [writerOf(store).vote('a', 1), writerOf(store).vote('a', -1)];
    (await backend.next('vote')).fail(offline);
    expect((await Promise.all(clicks)).map(({ type }) => type)).to.deep.equal(['failed', 'failed']);
    expect(store.state.unconfirmedVotes.get('a')).to.deep.include({ state: 'failed', wanted: -1 });
    expect(backend.count('vote')).to.equal(1);
  });

  it('is independent for each comment', async () => {
    const { backend, store } = await opened({ responses: { list: { items: [comment('a'), comment('b')] } } });
    const both = [writerOf(store).vote('a', 1), writerOf(store).vote('b', 1)];
    (await backend.next('vote')).respond({ up: 1, mine: 1 });
    (await backend.next('vote')).fail(offline);
    expect((await Promise.all(both)).map(({ type }) => type)).to.deep.equal(['done', 'failed']);
    expect([...store.state.unconfirmedVotes.keys()]).to.deep.equal(['b']);
  });

  it('is refused without a request while the discussion is closed', async () => {
    const { backend, store } = await liked();
    store.setClosed(true);
    const outcome = await writerOf(store).vote('a', 1);
    expect(outcome.type === 'failed' && outcome.error.kind).to.equal('closed');
    expect(backend.count('vote')).to.equal(0);
    expect(shown(store)).to.deep.equal({ up: 3, mine: 0 });
  });

  it('sends no pending vote once the discussion has closed', async () => {
    const { backend, store } = await liked();
    const clicks = [writerOf(store).vote('a', 1), writerOf(store).vote('a', 0)];
    const request = await backend.next('vote');
    store.setClosed(true);
    request.respond({ up: 4, mine: 1 });
    expect((await Promise.all(clicks)).map(({ type }) => type)).to.deep.equal(['done', 'failed']);
    expect(shown(store)).to.deep.equal({ up: 4, mine: 1 });
    expect(backend.count('vote')).to.equal(1);
  });

  it('closes the discussion when the backend refuses the vote for that', async () => {
    const { backend, store } = await liked();
    const outcome = writerOf(store).vote('a', 1);
    (await backend.next('vote')).fail(new AdapterError('closed'));
    await outcome;
    expect(store.state.access.state).to.equal('closed');
  });

  it('fails on a bad response, and as unsupported without the method', async () => {
    for (const [options, kind] of [
      [{ responses: { vote: () => undefined } }, 'bad-response'],
      [{ without: ['vote'] }, 'unsupported'],
    ] as const) {
      const { store } = await opened(options);
      const outcome = await writerOf(store).vote('a', 1);
      expect(outcome.type === 'failed' && outcome.error.kind).to.equal(kind);
    }
  });

  it('changes nothing and sends nothing more once the session has ended', async () => {
    for (const end of ['respond', 'fail'] as const) {
      const { backend, store } = await liked();
      const clicks = [writerOf(store).vote('a', 1), writerOf(store).vote('a', 0)];
      const request = await backend.next('vote');
      store.open(new FakeBackend().adapter, elsewhere);
      const before = store.state;
      expect(request.signal.aborted).to.equal(true);
      if (end === 'respond') request.respond({ up: 4, mine: 1 });
      else request.fail(offline);
      expect(await Promise.all(clicks)).to.deep.equal([{ type: 'aborted' }, { type: 'aborted' }]);
      expect(store.state).to.equal(before);
      expect(backend.count('vote')).to.equal(1);
      store.close();
    }
  });

  it('is not shown to the next viewer, nor is its result', async () => {
    const { backend, store } = await liked();
    const outcome = writerOf(store).vote('a', 1);
    const request = await backend.next('vote');
    backend.viewerChanges(bob);
    expect(shown(store)).to.deep.equal({ up: 3, mine: 0 });
    request.respond({ up: 4, mine: 1 });
    await outcome;
    expect(shown(store)).to.deep.equal({ up: 3, mine: 0 });
  });

  it('sends the vote of the next viewer after that of the previous one, even if it is the same', async () => {
    const { backend, store } = await opened({
      responses: { open: () => ({ state: 'open' }), list: { items: [comment('a', { votes: { up: 3 } })] } },
    });
    backend.viewerChanges(ada);
    await flushMicrotasks();
    const adas = writerOf(store).vote('a', 1);
    const first = await backend.next('vote');
    backend.viewerChanges(bob);
    const bobs = writerOf(store).vote('a', 1);
    await flushMicrotasks();
    expect(backend.count('vote')).to.equal(1);
    first.respond({ up: 4, mine: 1 });
    (await backend.next('vote')).respond({ up: 5, mine: 1 });
    await Promise.all([adas, bobs]);
    expect(shown(store)).to.deep.equal({ up: 5, mine: 1 });
    expect(store.state.unconfirmedVotes.size).to.equal(0);
  });
});
