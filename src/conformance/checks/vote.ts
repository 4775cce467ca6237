import type { CommentsAdapter, Vote, Votes } from '../../model/adapter.js';
import type { CheckContext } from '../check-context.js';
import { defineCheck } from '../check.js';
import { votes as votesShape } from '../../model/contract/contract.js';
import { inspect } from '../../model/contract/inspect.js';
import { post } from '../posting.js';
import { findComment } from '../reading.js';

type Voter = CommentsAdapter & Required<Pick<CommentsAdapter, 'vote'>>;

async function vote(context: CheckContext, voter: Voter, change: Vote): Promise<Votes> {
  return context.resolvesTo(`vote(${inspect(change)})`, votesShape, () =>
    voter.vote(context.discussion, change, context.call),
  );
}

async function listedVotes(context: CheckContext, adapter: CommentsAdapter, id: string): Promise<Votes> {
  return (await findComment(context, id, adapter))?.votes ?? {};
}

const counts = ({ up = 0, down = 0, score = up - down }: Votes): string => inspect({ up, down, score });

/** A vote to cast and the counts to expect after it. */
interface Step {
  readonly value: -1 | 0 | 1;
  readonly up: number;
  readonly down: number;
}

/** Casts the votes in order. Checks the result of each and the list after it. */
async function expectSteps(context: CheckContext, steps: readonly Step[]): Promise<void> {
  await context.require('submit');
  const voter = await context.as('other', 'vote');
  const knowsViewer = voter.features?.votesKnowViewer !== false;
  const { id } = await post(context);
  const cast: number[] = [];
  let was: -1 | 0 | 1 = 0;
  for (const { value, up, down } of steps) {
    const result = await vote(context, voter, { id, value, was });
    cast.push(value);
    was = value;
    const did = `vote() with ${cast.join(', then ')}`;
    const expected = `${counts({ up, down })}${knowsViewer ? ` and mine ${value}` : ''}`;
    const isExpected = (votes: Votes): boolean =>
      counts(votes) === counts({ up, down }) && (!knowsViewer || votes.mine === value);
    if (!isExpected(result)) context.fail({ did, expected, got: inspect(result) });
    await context.eventually(
      { did: `${did}, then list()`, expected },
      () => listedVotes(context, voter, id),
      (votes) => (isExpected(votes) ? undefined : inspect(votes)),
    );
  }
}

/** Skips a check that withdraws or changes a vote if votes are final. */
async function skipWhereFinal(context: CheckContext): Promise<void> {
  if ((await context.features()).finalVotes) context.skip('Votes are final (features.finalVotes).');
}

const isUpDown = ({ features }: CommentsAdapter): boolean => features?.votes === 'up-down';

export const voteChecks = [
  defineCheck({
    name: 'vote: counts and can be undone',
    rule: 'vote() sets the viewer’s vote and resolves with the updated votes: 1 adds a vote, 0 removes it. The list shows the same.',
    hint: 'The response holds the votes before the call, "mine" is missing, or the backend never learns of the undo.',
    async test(context: CheckContext) {
      await skipWhereFinal(context);
      await expectSteps(context, [
        { value: 1, up: 1, down: 0 },
        { value: 0, up: 0, down: 0 },
        { value: 1, up: 1, down: 0 },
      ]);
    },
  }),
  defineCheck({
    name: 'vote: a final vote counts once and cannot change',
    rule:
      'With features.finalVotes, a vote counts once. Repeating or withdrawing it is rejected, or resolves with the same counts, and ' +
      'changes nothing.',
    hint: 'The backend allows withdrawing votes after all: then omit features.finalVotes. Or it counts each request.',
    async test(context: CheckContext) {
      if (!(await context.features()).finalVotes)
        context.skip('Votes can be withdrawn and changed (features.finalVotes).');
      await expectSteps(context, [{ value: 1, up: 1, down: 0 }]);
      const { id } = await post(context);
      const voter = await context.as('other', 'vote');
      const before = counts(await vote(context, voter, { id, value: 1 }));
      for (const value of [1, 0] as const) {
        const did = `vote() with 1, then ${value}`;
        const again = await context.settle(did, () =>
          voter.vote(context.discussion, { id, value, was: 1 }, context.call),
        );
        if (again.status === 'rejected') context.expectAdapterError(did, again.reason);
        else if (counts(again.value) !== before)
          context.fail({ did, expected: `an AdapterError, or ${before}`, got: inspect(again.value) });
        const listed = await listedVotes(context, voter, id);
        if (counts(listed) !== before)
          context.fail({ did: `${did}, then list()`, expected: before, got: inspect(listed) });
      }
    },
  }),
  defineCheck({
    name: 'vote: a downvote replaces an upvote',
    rule: 'With features.votes "up-down", each viewer has one vote: a downvote replaces their upvote.',
    hint: 'The second vote is added instead of replacing the first.',
    async test(context: CheckContext) {
      await context.features();
      if (!isUpDown(context.adapter)) context.skip('The backend has no downvotes (features.votes).');
      await skipWhereFinal(context);
      await expectSteps(context, [
        { value: 1, up: 1, down: 0 },
        { value: -1, up: 0, down: 1 },
        { value: 0, up: 0, down: 0 },
      ]);
    },
  }),
  defineCheck({
    name: 'vote: repeating a vote counts once',
    rule: 'Resending a vote, as after a lost response, neither counts twice nor fails.',
    hint: 'The backend increments on each request, or responds with an error that the adapter passes on ("already liked").',
    async test(context: CheckContext) {
      await skipWhereFinal(context);
      if ((await context.features()).votesKnowViewer === false)
        context.skip('The backend does not know the viewer’s own vote (features.votesKnowViewer).');
      await expectSteps(context, [
        { value: 1, up: 1, down: 0 },
        { value: 1, up: 1, down: 0 },
        { value: 0, up: 0, down: 0 },
      ]);
    },
  }),
  defineCheck({
    name: 'vote: counts never go below zero',
    rule: 'Undoing a vote that was never cast changes nothing. up and down are never negative.',
    hint: 'The backend decrements on each request.',
    async test(context: CheckContext) {
      await skipWhereFinal(context);
      await expectSteps(context, [
        { value: 0, up: 0, down: 0 },
        { value: 0, up: 0, down: 0 },
      ]);
    },
  }),
  defineCheck({
    name: 'vote: "mine" is the viewer’s own vote',
    rule: 'Votes.mine is the vote of the current viewer. Others see the same counts with their own "mine", or none.',
    hint: 'The list is cached for everyone, including the vote of the first reader.',
    async test(context: CheckContext) {
      await context.require('submit');
      const voter = await context.as('other', 'vote');
      const { id } = await post(context);
      await vote(context, voter, { id, value: 1 });
      const did = 'vote() as another person, then list() as the author';
      const votes = await context.eventually(
        { did, expected: 'one vote' },
        () => listedVotes(context, context.adapter, id),
        (found) => (counts(found) === counts({ up: 1 }) ? undefined : inspect(found)),
      );
      if (votes.mine === 1 || votes.mine === -1)
        context.fail({ did, expected: '"mine" 0 or absent', got: inspect(votes) });
      const knowsViewer = voter.features?.votesKnowViewer !== false;
      const own = await listedVotes(context, voter, id);
      if (own.mine !== (knowsViewer ? 1 : undefined))
        context.fail({
          did: 'vote(), then list() as the voter',
          expected: knowsViewer ? '"mine" 1' : 'no "mine" (features.votesKnowViewer)',
          got: inspect(own),
        });
    },
  }),
  defineCheck({
    name: 'vote: rejects a downvote where only likes exist',
    rule: 'With features.votes "like", the value -1 is rejected and changes nothing.',
    hint: 'The value is passed to the backend without validation.',
    async test(context: CheckContext) {
      const voter = await context.as('other', 'vote');
      await context.require('submit');
      if (isUpDown(voter)) context.skip('The backend has downvotes (features.votes).');
      const { id } = await post(context);
      await context.rejects('vote() with -1', () => voter.vote(context.discussion, { id, value: -1 }, context.call));
      const votes = await listedVotes(context, voter, id);
      if (counts(votes) !== counts({}))
        context.fail({ did: 'vote() with -1, then list()', expected: 'no votes', got: inspect(votes) });
    },
  }),
];
