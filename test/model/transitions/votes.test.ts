import { expect } from 'chai';
import { AdapterError, type Vote, type Votes } from '../../../src/model/adapter.js';
import { type DiscussionState, shownVotes, UNOPENED } from '../../../src/model/state/discussion-state.js';
import { voteCast, voteRefused, voteAccepted } from '../../../src/model/transitions/votes.js';
import { offline } from '../support/fake-backend.js';
import { comment, withSeeds } from '../support/fixtures.js';

const voted = (votes: Votes | undefined): DiscussionState => ({
  ...UNOPENED,
  comments: [comment('other'), comment('a', { votes })],
});

/** The votes shown on comment `a`. */
function shown(state: DiscussionState): Votes | undefined {
  const found = state.comments.find(({ id }) => id === 'a');
  return found && shownVotes(found, state);
}

/** The votes shown after the viewer votes, without undefined counts. */
const after = (votes: Votes | undefined, value: Vote['value']): Votes =>
  JSON.parse(JSON.stringify(shown(voteCast(voted(votes), 'a', value)))) as Votes;

describe('a pending vote', () => {
  it('counts at once, until it is undone', () => {
    expect(after({ up: 3, mine: 0 }, 1)).to.deep.equal({ up: 4, mine: 1 });
    expect(after({ up: 4, mine: 1 }, 0)).to.deep.equal({ up: 3, mine: 0 });
    expect(after({ up: 4, mine: 1 }, 1)).to.deep.equal({ up: 4, mine: 1 });
  });

  it('moves from one side to the other', () => {
    expect(after({ up: 4, down: 2, score: 2, mine: 1 }, -1)).to.deep.equal({ up: 3, down: 3, score: 0, mine: -1 });
    expect(after({ up: 3, down: 3, score: 0, mine: -1 }, 0)).to.deep.equal({ up: 3, down: 2, score: 1, mine: 0 });
    expect(after({ score: 0, mine: 0 }, -1), 'a score may be negative').to.deep.equal({ score: -1, mine: -1 });
  });

  it('counts as the first if the backend does not report own votes', () => {
    expect(after({ up: 3 }, 1)).to.deep.equal({ up: 4, mine: 1 });
  });

  it('adds no count the backend does not report', () => {
    expect(after(undefined, 1)).to.deep.equal({ mine: 1 });
    expect(after({ up: 0, mine: 0 }, 1)).to.deep.equal({ up: 1, mine: 1 });
  });

  it('never makes a count negative, even if the backend counts late', () => {
    expect(after({ up: 0, down: 0, mine: 1 }, 0)).to.deep.equal({ up: 0, down: 0, mine: 0 });
    expect(after({ up: 0, down: 0, mine: 1 }, -1)).to.deep.equal({ up: 0, down: 1, mine: -1 });
  });

  it('starts from the last confirmed counts, and returns to them when refused', () => {
    withSeeds(100, (random) => {
      const randomVote = (): Vote['value'] => (Math.floor(random() * 3) - 1) as Vote['value'];
      const [up, down, mine] = [Math.floor(random() * 5) + 1, Math.floor(random() * 5) + 1, randomVote()];
      const others = { up: up - Number(mine === 1), down: down - Number(mine === -1) };
      const before = voted({ up, down, score: up - down, mine });
      let state = before;
      let last: Vote['value'] = 0;
      for (let clicks = 1 + Math.floor(random() * 5); clicks > 0; clicks--)
        state = voteCast(state, 'a', (last = randomVote()));
      const wanted = { up: others.up + Number(last === 1), down: others.down + Number(last === -1) };
      expect(shown(state)).to.deep.equal({ ...wanted, score: wanted.up - wanted.down, mine: last });
      const refused = voteRefused(state, 'a', offline);
      expect(refused.comments).to.equal(before.comments);
      expect(shown(refused)).to.equal(before.comments[1]?.votes);
      expect(refused.unconfirmedVotes.get('a')).to.deep.equal({ state: 'failed', error: offline, wanted: last });
    });
  });

  it('records that the session has expired if the backend refuses it for that', () => {
    const ada = { state: 'signed-in', author: { id: 'ada', name: 'Ada' } } as const;
    const state = voteCast({ ...voted({ up: 3, mine: 0 }), viewer: ada, info: { state: 'open', viewer: ada } }, 'a', 1);
    const over = voteRefused(state, 'a', new AdapterError('session-expired'));
    expect([over.viewer.state, over.info?.viewer?.state, over.hasExpired]).to.deep.equal([
      'anonymous',
      'anonymous',
      true,
    ]);
    expect(over.info?.posting, 'it says nothing about posting').to.equal(undefined);
    expect(voteRefused(state, 'a', offline).viewer).to.equal(ada);
  });

  it('is replaced by the counts of the backend, on this comment only', () => {
    const before = voteCast(voted({ up: 3, mine: 0 }), 'a', 1);
    const accepted = voteAccepted(before, 'a', { votes: { up: 9, mine: 1 }, sent: 1 });
    expect(shown(accepted)).to.deep.equal({ up: 9, mine: 1 });
    expect(accepted.unconfirmedVotes.size).to.equal(0);
    expect(accepted.comments[0]).to.equal(before.comments[0]);
  });

  it('works on a comment just posted', () => {
    const state: DiscussionState = { ...UNOPENED, posted: [comment('p', { votes: { up: 1, mine: 0 } })] };
    const accepted = voteAccepted(voteCast(state, 'p', 1), 'p', { votes: { up: 2, mine: 1 }, sent: 1 });
    expect(accepted.posted[0]?.votes).to.deep.equal({ up: 2, mine: 1 });
  });
});
