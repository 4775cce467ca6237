import { expect } from '@open-wc/testing';
import { AdapterError, type Votes } from '../../../src/model/adapter.js';
import type { DiscussionStore } from '../../../src/model/discussion/discussion-store.js';
import { shownVotes } from '../../../src/model/transitions/votes.js';
import { BackendEdge, type EdgeOptions, offline } from '../support/fake-backend.js';
import { ada, bob, comment, discussion, elsewhere, opened, turns, writerOf } from '../support/fixtures.js';

/** A discussion with one comment that three others like. */
function liked({ votes = { up: 3, mine: 0 }, ...options }: EdgeOptions & { readonly votes?: Votes } = {}) {
  return opened({ answers: { open: { state: 'open', viewer: ada }, list: { items: [comment('a', { votes })] } }, ...options });
}

function shown({ state }: DiscussionStore): Votes | undefined {
  const [first] = state.comments;
  return first && shownVotes(first, state);
}

const valuesAsked = (edge: BackendEdge): readonly unknown[] =>
  edge.asked.filter(({ method }) => method === 'vote').map(({ args }) => (args[1] as { readonly value: number }).value);

describe('voting', () => {
  it('is shown at once, and then as the backend counted', async () => {
    const { edge, store } = await liked();
    const outcome = writerOf(store).vote('a', 1);
    expect(shown(store)).to.deep.include({ up: 4, mine: 1 });
    const asked = await edge.next('vote');
    expect(asked.args).to.deep.equal([discussion, { id: 'a', value: 1, was: 0 }]);
    asked.answer({ up: 7, mine: 1 });
    expect(await outcome).to.deep.equal({ type: 'done', value: { up: 7, mine: 1 } });
    expect(shown(store)).to.deep.equal({ up: 7, mine: 1 });
    expect(store.state.voting.size).to.equal(0);
  });

  it('can be taken back where the backend cannot tell who voted how', async () => {
    const { edge, store } = await liked({ votes: { up: 3 } });
    const first = writerOf(store).vote('a', 1);
    (await edge.next('vote')).answer({ up: 4 });
    await first;
    const second = writerOf(store).vote('a', 0);
    expect(shown(store)?.up).to.equal(3);
    const asked = await edge.next('vote');
    expect(asked.args[1]).to.deep.equal({ id: 'a', value: 0, was: 1 });
    asked.answer({ up: 3 });
    await second;
    expect(shown(store)).to.deep.equal({ up: 3, mine: 0 });
  });

  it('goes back to what was when it fails, says so, and can be tried again', async () => {
    const { edge, store } = await liked();
    const first = writerOf(store).vote('a', 1);
    (await edge.next('vote')).fail(offline);
    expect(await first).to.deep.equal({ type: 'failed', error: offline });
    expect(shown(store)).to.deep.equal({ up: 3, mine: 0 });
    expect(store.state.voting.get('a')).to.deep.equal({ state: 'failed', error: offline, wanted: 1 });
    await turns();
    expect(edge.count('vote'), 'never by itself').to.equal(1);
    const second = writerOf(store).vote('a', 1);
    expect(shown(store)?.up).to.equal(4);
    (await edge.next('vote')).answer({ up: 4, mine: 1 });
    expect((await second).type).to.equal('done');
    expect(store.state.voting.size).to.equal(0);
  });

  it('sends one request for a double click', async () => {
    const { edge, store } = await liked();
    const both = [writerOf(store).vote('a', 1), writerOf(store).vote('a', 1)];
    (await edge.next('vote')).answer({ up: 4, mine: 1 });
    const [one, other] = await Promise.all(both);
    expect(one).to.equal(other);
    expect(edge.count('vote')).to.equal(1);
  });

  it('sends the last wish after the answer, and none of those between', async () => {
    const { edge, store } = await liked();
    const presses = [1, -1, 0].map((value) => writerOf(store).vote('a', value as 1 | -1 | 0));
    expect(shown(store)?.up).to.equal(3);
    const first = await edge.next('vote');
    await turns();
    expect(valuesAsked(edge), 'never two at once').to.deep.equal([1]);
    first.answer({ up: 4, mine: 1 });
    const second = await edge.next('vote');
    expect(second.args[1]).to.deep.equal({ id: 'a', value: 0, was: 1 });
    expect(shown(store)?.mine, 'the wish is shown still').to.equal(0);
    second.answer({ up: 3, mine: 0 });
    const outcomes = await Promise.all(presses);
    expect(outcomes.map((outcome) => outcome.type === 'done' && outcome.value.mine)).to.deep.equal([1, 1, 0]);
    expect(valuesAsked(edge)).to.deep.equal([1, 0]);
    expect(shown(store)).to.deep.equal({ up: 3, mine: 0 });
    expect(store.state.voting.size).to.equal(0);
  });

  it('sends nothing more where the viewer is back at what was sent', async () => {
    const { edge, store } = await liked();
    const presses = [1, 0, 1].map((value) => writerOf(store).vote('a', value as 1 | 0));
    (await edge.next('vote')).answer({ up: 4, mine: 1 });
    await Promise.all(presses);
    expect(valuesAsked(edge)).to.deep.equal([1]);
    expect(store.state.voting.size).to.equal(0);
  });

  it('does not argue with a backend that keeps another vote than was sent', async () => {
    const { edge, store } = await liked();
    const outcome = writerOf(store).vote('a', 1);
    (await edge.next('vote')).answer({ up: 3, mine: 0 });
    await outcome;
    await turns();
    expect(valuesAsked(edge)).to.deep.equal([1]);
    expect(shown(store)).to.deep.equal({ up: 3, mine: 0 });
  });

  it('sends nothing more where the backend has already what the viewer came to want', async () => {
    const { edge, store } = await liked();
    const presses = [1, 0].map((value) => writerOf(store).vote('a', value as 1 | 0));
    (await edge.next('vote')).answer({ up: 3, mine: 0 });
    await Promise.all(presses);
    expect(valuesAsked(edge)).to.deep.equal([1]);
    expect(store.state.voting.size).to.equal(0);
  });

  it('loses no wish, in whichever turn after the answer it comes', async () => {
    for (let turn = 0; turn < 12; turn++) {
      const { edge, store } = await liked();
      const first = writerOf(store).vote('a', 1);
      (await edge.next('vote')).answer({ up: 4, mine: 1 });
      await turns(turn);
      const second = writerOf(store).vote('a', 0);
      (await edge.next('vote')).answer({ up: 3, mine: 0 });
      await Promise.all([first, second]);
      expect(valuesAsked(edge), `after ${turn} turns`).to.deep.equal([1, 0]);
      expect(shown(store)).to.deep.equal({ up: 3, mine: 0 });
      expect(store.state.voting.size).to.equal(0);
    }
  });

  it('keeps the newest wish for another try when an earlier one fails', async () => {
    const { edge, store } = await liked();
    const presses = [writerOf(store).vote('a', 1), writerOf(store).vote('a', -1)];
    (await edge.next('vote')).fail(offline);
    expect((await Promise.all(presses)).map(({ type }) => type)).to.deep.equal(['failed', 'failed']);
    expect(store.state.voting.get('a')).to.deep.include({ state: 'failed', wanted: -1 });
    expect(edge.count('vote')).to.equal(1);
  });

  it('on two comments goes its own way for each', async () => {
    const { edge, store } = await opened({ answers: { list: { items: [comment('a'), comment('b')] } } });
    const both = [writerOf(store).vote('a', 1), writerOf(store).vote('b', 1)];
    (await edge.next('vote')).answer({ up: 1, mine: 1 });
    (await edge.next('vote')).fail(offline);
    expect((await Promise.all(both)).map(({ type }) => type)).to.deep.equal(['done', 'failed']);
    expect([...store.state.voting.keys()]).to.deep.equal(['b']);
  });

  it('is refused without a request in a closed discussion, and nothing counts', async () => {
    const { edge, store } = await liked();
    store.setClosed(true);
    const outcome = await writerOf(store).vote('a', 1);
    expect(outcome.type === 'failed' && outcome.error.kind).to.equal('closed');
    expect(edge.count('vote')).to.equal(0);
    expect(shown(store)).to.deep.equal({ up: 3, mine: 0 });
  });

  it('sends no further wish once the discussion has closed', async () => {
    const { edge, store } = await liked();
    const presses = [writerOf(store).vote('a', 1), writerOf(store).vote('a', 0)];
    const asked = await edge.next('vote');
    store.setClosed(true);
    asked.answer({ up: 4, mine: 1 });
    expect((await Promise.all(presses)).map(({ type }) => type)).to.deep.equal(['done', 'failed']);
    expect(shown(store)).to.deep.equal({ up: 4, mine: 1 });
    expect(edge.count('vote')).to.equal(1);
  });

  it('closes the page where the backend has closed the discussion meanwhile', async () => {
    const { edge, store } = await liked();
    const outcome = writerOf(store).vote('a', 1);
    (await edge.next('vote')).fail(new AdapterError('closed'));
    await outcome;
    expect(store.state.access.state).to.equal('closed');
  });

  it('fails where the answer is none, and where the adapter cannot do it', async () => {
    for (const [options, kind] of [
      [{ answers: { vote: () => undefined } }, 'bad-response'],
      [{ without: ['vote'] }, 'unsupported'],
    ] as const) {
      const { store } = await opened(options);
      const outcome = await writerOf(store).vote('a', 1);
      expect(outcome.type === 'failed' && outcome.error.kind).to.equal(kind);
    }
  });

  it('changes nothing and sends nothing more once the discussion was left', async () => {
    for (const end of ['answer', 'fail'] as const) {
      const { edge, store } = await liked();
      const presses = [writerOf(store).vote('a', 1), writerOf(store).vote('a', 0)];
      const asked = await edge.next('vote');
      store.open(new BackendEdge().adapter, elsewhere);
      const before = store.state;
      expect(asked.signal.aborted).to.equal(true);
      if (end === 'answer') asked.answer({ up: 4, mine: 1 });
      else asked.fail(offline);
      expect(await Promise.all(presses)).to.deep.equal([{ type: 'aborted' }, { type: 'aborted' }]);
      expect(store.state).to.equal(before);
      expect(edge.count('vote')).to.equal(1);
      store.close();
    }
  });

  it('is not shown to the next person, nor is the answer', async () => {
    const { edge, store } = await liked();
    const outcome = writerOf(store).vote('a', 1);
    const asked = await edge.next('vote');
    edge.viewerChanges(bob);
    expect(shown(store)).to.deep.equal({ up: 3, mine: 0 });
    asked.answer({ up: 4, mine: 1 });
    await outcome;
    expect(shown(store)).to.deep.equal({ up: 3, mine: 0 });
  });

  it('of the next person follows the vote of the one before, even where they want the same', async () => {
    const { edge, store } = await opened({
      answers: { open: () => ({ state: 'open' }), list: { items: [comment('a', { votes: { up: 3 } })] } },
    });
    edge.viewerChanges(ada);
    await turns();
    const adas = writerOf(store).vote('a', 1);
    const first = await edge.next('vote');
    edge.viewerChanges(bob);
    const bobs = writerOf(store).vote('a', 1);
    await turns();
    expect(edge.count('vote')).to.equal(1);
    first.answer({ up: 4, mine: 1 });
    (await edge.next('vote')).answer({ up: 5, mine: 1 });
    await Promise.all([adas, bobs]);
    expect(shown(store)).to.deep.equal({ up: 5, mine: 1 });
    expect(store.state.voting.size).to.equal(0);
  });
});
