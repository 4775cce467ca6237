import type { CommentsAdapter, Vote, Votes } from '../../model/adapter.js';
import { defineCheck } from '../check.js';
import { votes as votesShape } from '../contract-shapes.js';
import { post } from '../posting.js';
import { readAll } from '../reading.js';
import type { Scene } from '../scene.js';
import { shown } from '../shown-value.js';

type Voter = CommentsAdapter & Required<Pick<CommentsAdapter, 'vote'>>;

/** A comment by the adapter’s person, and somebody else who votes for it. */
async function vote(scene: Scene, voter: Voter, what: Vote): Promise<Votes> {
  return scene.answerOf(`vote(${shown(what)})`, votesShape, () => voter.vote(scene.discussion, what, scene.call));
}

async function listedVotes(scene: Scene, adapter: CommentsAdapter, id: string): Promise<Votes> {
  return (await readAll(scene, { adapter, limit: 50 })).find((comment) => comment.id === id)?.votes ?? {};
}

const numbers = ({ up = 0, down = 0, score = up - down }: Votes): string => shown({ up, down, score });

interface Step {
  readonly value: -1 | 0 | 1;
  readonly up: number;
  readonly down: number;
}

/** Votes step by step, and holds each answer and the list after it against what it should be. */
async function expectSteps(scene: Scene, steps: readonly Step[]): Promise<void> {
  await scene.having('submit');
  const voter = await scene.as('other', 'vote');
  const knows = voter.features?.votesKnowViewer !== false;
  const { id } = await post(scene);
  const done: number[] = [];
  let was: -1 | 0 | 1 = 0;
  for (const { value, up, down } of steps) {
    const answer = await vote(scene, voter, { id, value, was });
    done.push(value);
    was = value;
    const did = `vote() with ${done.join(', then ')}`;
    const expected = `${numbers({ up, down })}${knows ? ` and mine ${value}` : ''}`;
    const isRight = (votes: Votes): boolean => numbers(votes) === numbers({ up, down }) && (!knows || votes.mine === value);
    if (!isRight(answer)) scene.fail({ did, expected, got: shown(answer) });
    await scene.eventually(
      { did: `${did}, then list()`, expected },
      () => listedVotes(scene, voter, id),
      (votes) => (isRight(votes) ? undefined : shown(votes)),
    );
  }
}

const isUpDown = ({ features }: CommentsAdapter): boolean => features?.votes === 'up-down';

export const voting = [
  defineCheck({
    name: 'vote: counts, and is taken back',
    rule: 'vote() sets the viewer’s vote to the value and answers with the votes as they are then: 1 adds one, 0 takes it away again; the list says the same.',
    hint: 'The answer is the votes from before, "mine" is left out, or taking back is not done at the backend.',
    act: (scene) =>
      expectSteps(scene, [
        { value: 1, up: 1, down: 0 },
        { value: 0, up: 0, down: 0 },
        { value: 1, up: 1, down: 0 },
      ]),
  }),
  defineCheck({
    name: 'vote: changes sides',
    rule: 'With features.votes "up-down" a vote against takes the place of the one for: each viewer has one vote.',
    hint: 'The second vote is added to the first instead of taking its place.',
    async act(scene: Scene) {
      await scene.features();
      if (!isUpDown(scene.adapter)) scene.skip('There are no votes against (features.votes).');
      await expectSteps(scene, [
        { value: 1, up: 1, down: 0 },
        { value: -1, up: 0, down: 1 },
        { value: 0, up: 0, down: 0 },
      ]);
    },
  }),
  defineCheck({
    name: 'vote: the same twice counts once',
    rule: 'A vote that is sent again, as after a lost answer, is no second vote and no mistake.',
    hint: 'The backend adds one at each request, or answers with an error that the adapter lets through ("liked already").',
    async act(scene: Scene) {
      if ((await scene.features()).votesKnowViewer === false) scene.skip('The backend cannot tell who voted (features.votesKnowViewer).');
      await expectSteps(scene, [
        { value: 1, up: 1, down: 0 },
        { value: 1, up: 1, down: 0 },
        { value: 0, up: 0, down: 0 },
      ]);
    },
  }),
  defineCheck({
    name: 'vote: no number falls below zero',
    rule: 'Taking back what was never given changes nothing: up and down are never negative.',
    hint: 'The backend subtracts one at each request.',
    act: (scene) =>
      expectSteps(scene, [
        { value: 0, up: 0, down: 0 },
        { value: 0, up: 0, down: 0 },
      ]),
  }),
  defineCheck({
    name: 'vote: "mine" is the viewer’s own',
    rule: 'Votes.mine is the vote of whoever reads; to others the same comment has the same numbers and their own "mine", or none.',
    hint: 'The list is cached for everybody together with the vote of whoever asked first.',
    async act(scene: Scene) {
      await scene.having('submit');
      const voter = await scene.as('other', 'vote');
      const { id } = await post(scene);
      await vote(scene, voter, { id, value: 1 });
      const did = 'vote() as "other", then list() as the comment’s author';
      const votes = await scene.eventually(
        { did, expected: 'one vote' },
        () => listedVotes(scene, scene.adapter, id),
        (found) => (numbers(found) === numbers({ up: 1 }) ? undefined : shown(found)),
      );
      if (votes.mine === 1 || votes.mine === -1) scene.fail({ did, expected: '"mine" 0 or absent', got: shown(votes) });
      const knows = voter.features?.votesKnowViewer !== false;
      const own = await listedVotes(scene, voter, id);
      if (own.mine !== (knows ? 1 : undefined))
        scene.fail({
          did: 'vote(), then list() as the voter',
          expected: knows ? '"mine" 1' : 'no "mine" (votesKnowViewer)',
          got: shown(own),
        });
    },
  }),
  defineCheck({
    name: 'vote: what features leaves out is refused',
    rule: 'With features.votes "like" there is no vote against: the value -1 is refused and changes nothing.',
    hint: 'The value is handed to the backend unchecked.',
    async act(scene: Scene) {
      const voter = await scene.as('other', 'vote');
      await scene.having('submit');
      if (isUpDown(voter)) scene.skip('There are votes against (features.votes).');
      const { id } = await post(scene);
      await scene.anyRefusal('vote() with -1', () => voter.vote(scene.discussion, { id, value: -1 }, scene.call));
      const votes = await listedVotes(scene, voter, id);
      if (numbers(votes) !== numbers({})) scene.fail({ did: 'vote() with -1, then list()', expected: 'no votes', got: shown(votes) });
    },
  }),
];
