import type { Call, CommentsAdapter, DiscussionRef } from '../../model/adapter.js';
import { defineCheck } from '../check.js';
import { reasonOf } from '../calls.js';
import { comment } from '../contract-shapes.js';
import { fill, newText, post } from '../posting.js';
import { readAll } from '../reading.js';
import type { Scene } from '../scene.js';
import { shown } from '../shown-value.js';

/** What speaks of one comment, and who may. */
const aboutOne = {
  get: (one, where, id, call) => one.get(where, id, call),
  source: (one, where, id, call) => one.source(where, id, call),
  edit: (one, where, id, call) => one.edit(where, { id, body: newText('Edited') }, call),
  remove: (one, where, id, call) => one.remove(where, id, call),
  restore: (one, where, id, call) => one.restore(where, id, call),
  vote: (one, where, id, call) => one.vote(where, { id, value: 1 }, call),
  report: (one, where, id, call) => one.report(where, { id, reason: reasonOf(one) }, call),
  withdrawReport: (one, where, id, call) => one.withdrawReport(where, id, call),
} satisfies Record<string, (one: Required<CommentsAdapter>, where: DiscussionRef, id: string, call: Call) => Promise<unknown>>;

async function expectNotFound(scene: Scene, where: DiscussionRef, id: string, words: string): Promise<void> {
  const { viewer } = await scene.opened(scene.adapter);
  // A backend may ask who somebody is before it looks for anything.
  const kinds = viewer?.state === 'signed-in' ? (['not-found'] as const) : (['not-found', 'sign-in-required'] as const);
  for (const [name, make] of Object.entries(aboutOne)) {
    if (typeof scene.adapter[name as keyof CommentsAdapter] !== 'function') continue;
    await scene.refusal(`${name}() of ${words}, ${shown(id)}`, { kinds }, () =>
      make(scene.adapter as Required<CommentsAdapter>, where, id, scene.call),
    );
  }
}

export const asking = [
  defineCheck({
    name: 'get: one comment as the list has it',
    rule: 'get() answers with the comment of that id, as the list has it; answers to it that are not handed over are told of in "replies".',
    hint: 'Another query is used for one comment than for many, and the two make different things of a row.',
    async act(scene: Scene) {
      const { get } = await scene.having('get');
      await fill(scene, 3);
      for (const listed of await readAll(scene, { limit: 10 })) {
        const did = `get(${shown(listed.id)})`;
        const got = await scene.answerOf(did, comment, () => get.call(scene.adapter, scene.discussion, listed.id, scene.call));
        const essence = ({ id, body, parentId = null, status = 'visible', createdAt, author }: typeof got) =>
          shown({ id, parentId, status, createdAt: Date.parse(createdAt), name: author?.name, body });
        if (essence(got) !== essence(listed)) scene.fail({ did, expected: `as in the list: ${essence(listed)}`, got: essence(got) });
      }
    },
  }),
  defineCheck({
    name: 'unknown ids: are "not-found"',
    rule: 'Whatever is asked about a comment that does not exist is refused with the kind "not-found"; somebody who is not signed in may first be asked to sign in.',
    hint: 'An id that the backend cannot even read (a word where it has numbers) becomes a 400 or a 500; to the reader it is just not there.',
    async act(scene: Scene) {
      const ids = await fill(scene, 1);
      for (const id of [`${ids[0]}0000`, 'no-such-comment'])
        await expectNotFound(scene, scene.discussion, id, 'a comment that is not there');
    },
  }),
  defineCheck({
    name: 'discussions: do not mix',
    rule: 'What happens in one discussion is seen in no other: lists, totals, numbers and single comments belong to DiscussionRef.key.',
    hint: 'The key is left out of a query, or is cut or changed on its way (encodeURIComponent).',
    async act(scene: Scene) {
      const { another } = scene.stage;
      if (another === undefined) scene.skip('The stage has no second discussion (Stage.another).');
      const [id] = await fill(scene, 2);
      const items = await readAll(scene, { discussion: another, limit: 10 });
      if (items.length > 0) scene.fail({ did: 'list() of another discussion', expected: 'no comments', got: shown(items) });
      const { total = 0 } = await scene.answer('open() of another discussion', () => scene.adapter.open(another, scene.call));
      if (total !== 0) scene.fail({ did: 'open() of another discussion', expected: 'a total of 0', got: shown(total) });
      const { counts, get } = scene.adapter;
      if (counts) {
        const found = await scene.answer('counts() of both discussions', () =>
          counts.call(scene.adapter, [scene.discussion, another], scene.call),
        );
        const numbers = [found.get(scene.discussion.key), found.get(another.key) ?? 0];
        if (shown(numbers) !== '[2,0]') scene.fail({ did: 'counts() of both discussions', expected: '2 and 0', got: shown(numbers) });
      }
      if (get && id !== undefined)
        await scene.refusal('get() in another discussion than the comment’s', { kinds: ['not-found'] }, () =>
          get.call(scene.adapter, another, id, scene.call),
        );
      if (scene.adapter.submit) {
        const there = await post(scene, { discussion: another });
        const here = await readAll(scene, { limit: 10 });
        if (here.some((one) => one.id === there.id && one.body.value === there.body.value))
          scene.fail({ did: 'posted in another discussion, then list()', expected: '2 comments', got: shown(here) });
      }
    },
  }),
];
