import { defineCheck } from '../check.js';
import { comment as commentShape, removal } from '../contract-shapes.js';
import { post } from '../posting.js';
import { readAll } from '../reading.js';
import type { Scene } from '../scene.js';
import { shown } from '../shown-value.js';

async function removeOwn(scene: Scene, id: string): Promise<string> {
  const { remove } = await scene.having('remove');
  const { effect } = await scene.answerOf(`remove(${shown(id)})`, removal, () =>
    remove.call(scene.adapter, scene.discussion, id, scene.call),
  );
  return effect;
}

/** Waits until the list shows what `effect` says of the comment that was removed. */
async function expectEffect(
  scene: Scene,
  id: string,
  { effect, whose }: { readonly effect: string; readonly whose: string },
): Promise<void> {
  const isTombstone = effect === 'tombstone';
  await scene.eventually(
    {
      did: `remove() of ${whose}, answered with the effect "${effect}", then list()`,
      expected: isTombstone ? 'the comment with the status "deleted" or "hidden"' : 'a list without it',
    },
    async () => (await readAll(scene, { limit: 50 })).find((comment) => comment.id === id),
    (left) => {
      const isAsSaid = isTombstone ? left?.status === 'deleted' || left?.status === 'hidden' : left === undefined;
      return isAsSaid ? undefined : left === undefined ? 'a list without it' : shown(left);
    },
  );
}

export const removing = [
  defineCheck({
    name: 'remove: the effect is what it says',
    rule: 'remove() says what became of the comment: "gone" and "subtree" are not listed any more, "tombstone" keeps its place with the status "deleted" or "hidden".',
    hint: 'The effect is written into the adapter, while the backend decides it by whether there are answers.',
    async act(scene: Scene) {
      await scene.having('submit', 'remove');
      const alone = await post(scene);
      await expectEffect(scene, alone.id, { effect: await removeOwn(scene, alone.id), whose: 'a comment without answers' });
      if (scene.adapter.features?.nesting === 'flat') return;
      const answered = await post(scene);
      await post(scene, { parentId: answered.id });
      await expectEffect(scene, answered.id, { effect: await removeOwn(scene, answered.id), whose: 'a comment with an answer' });
    },
  }),
  defineCheck({
    name: 'remove: is taken out of the numbers',
    rule: 'A removed comment is not counted any more, in open(), list() and counts().',
    hint: 'The number is kept beside the discussion and only ever goes up, or counts tombstones.',
    async act(scene: Scene) {
      await scene.having('submit', 'remove');
      await post(scene);
      const second = await post(scene);
      await removeOwn(scene, second.id);
      await scene.eventually(
        { did: 'posted two comments, removed one, then open() and counts()', expected: 'the number 1, or none' },
        async () => {
          const { total } = await scene.answer('open()', () => scene.adapter.open(scene.discussion, scene.call));
          const { counts } = scene.adapter;
          const counted = counts && (await scene.answer('counts()', () => counts.call(scene.adapter, [scene.discussion], scene.call)));
          return { 'open().total': total, 'counts()': counted?.get(scene.discussion.key) };
        },
        (numbers) => (Object.values(numbers).every((number) => number === undefined || number === 1) ? undefined : shown(numbers)),
      );
    },
  }),
  defineCheck({
    name: 'restore: brings the comment back as it was',
    rule: 'restore() takes the viewer’s own last remove() back: it answers with the comment as it was, and the list has it again.',
    hint: 'The text was cleared when it was removed, or only the status is put back.',
    async act(scene: Scene) {
      const { restore } = await scene.having('submit', 'remove', 'restore');
      const { id, body } = await post(scene);
      await removeOwn(scene, id);
      const did = 'remove(), then restore()';
      const restored = await scene.answerOf(did, commentShape, () => restore.call(scene.adapter, scene.discussion, id, scene.call));
      if (restored.id !== id || restored.body.value !== body.value)
        scene.fail({ did, expected: `the comment ${shown(id)} with ${shown(body)}`, got: shown(restored) });
      await scene.eventually(
        { did: `${did}, then list()`, expected: 'the comment as it was' },
        async () => (await readAll(scene, { limit: 50 })).find((comment) => comment.id === id),
        (left) => (left?.body.value === body.value && (left.status ?? 'visible') === 'visible' ? undefined : shown(left)),
      );
    },
  }),
  defineCheck({
    name: 'restore: takes back nobody else’s removal',
    rule: 'restore() of what somebody else has removed is refused: what the editors took out stays out.',
    hint: 'The backend does not keep who removed a comment.',
    async act(scene: Scene) {
      const { restore } = await scene.having('submit', 'remove', 'restore');
      const moderator = await scene.as('moderator', 'remove');
      const { id } = await post(scene);
      await scene.answer('remove() as a moderator', () => moderator.remove(scene.discussion, id, scene.call));
      const did = 'remove() as a moderator, then restore() as the author';
      await scene.refusal(did, { kinds: ['not-found', 'forbidden', 'conflict'] }, () =>
        restore.call(scene.adapter, scene.discussion, id, scene.call),
      );
      const left = (await readAll(scene, { limit: 50 })).find((comment) => comment.id === id);
      if ((left?.status ?? 'visible') === 'visible' && left !== undefined)
        scene.fail({ did: `${did}, then list()`, expected: 'no such comment', got: shown(left) });
    },
  }),
];
