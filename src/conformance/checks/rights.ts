import type { Comment, CommentAction, CommentsAdapter } from '../../model/adapter.js';
import { defineCheck } from '../check.js';
import { reasonOf } from '../calls.js';
import { newText, post } from '../posting.js';
import { readAll } from '../reading.js';
import type { Scene } from '../scene.js';
import { shown } from '../shown-value.js';

type Tried = Exclude<CommentAction, 'reply' | 'pin'>;

/** The last one takes the comment away. */
const tries: Readonly<Record<Tried, (scene: Scene, adapter: Required<CommentsAdapter>, id: string) => Promise<unknown>>> = {
  report: ({ discussion, call }, one, id) => one.report(discussion, { id, reason: reasonOf(one) }, call),
  vote: ({ discussion, call }, one, id) => one.vote(discussion, { id, value: 1 }, call),
  edit: ({ discussion, call }, one, id) => one.edit(discussion, { id, body: newText('Edited') }, call),
  remove: ({ discussion, call }, one, id) => one.remove(discussion, id, call),
};

async function listedTo(scene: Scene, adapter: CommentsAdapter, id: string): Promise<Comment> {
  const found = (await readAll(scene, { adapter, limit: 50 })).find((comment) => comment.id === id);
  return found ?? scene.fail({ did: 'list()', expected: `the comment ${shown(id)}`, got: 'a list without it' });
}

/** Each right that is told is tried out, whatever it says. */
async function expectTruth(scene: Scene, adapter: CommentsAdapter, { id, whose }: { id: string; whose: string }): Promise<number> {
  await scene.opened(adapter);
  let told = 0;
  for (const [action, attempt] of Object.entries(tries) as [Tried, (typeof tries)[Tried]][]) {
    if (typeof adapter[action] !== 'function') continue;
    const right = (await listedTo(scene, adapter, id)).can?.[action];
    if (right === undefined) continue;
    told++;
    const did = `${action}() of ${whose}, whose can.${action} is ${right}`;
    const settled = await scene.settle(did, () => attempt(scene, adapter as Required<CommentsAdapter>, id));
    if (settled.type === 'refused') scene.expectAdapterError(did, settled.error);
    if ((settled.type === 'answered') !== right)
      scene.fail({
        did,
        expected: right ? 'that it can be done' : 'a refusal',
        got: shown(settled.type === 'answered' ? settled.value : settled.error),
      });
  }
  return told;
}

export const rights = [
  defineCheck({
    name: 'rights: can tells the truth',
    rule: 'What Comment.can says that this viewer may do with this comment now, the backend lets them do, and what it denies is refused.',
    hint: 'can is worked out in the adapter by rules that are not the backend’s; let the backend tell it.',
    async act(scene: Scene) {
      await scene.having('submit');
      const other = await scene.as('other');
      const foreign = await post(scene);
      const own = await post(scene);
      const told =
        (await expectTruth(scene, other, { id: foreign.id, whose: 'somebody else’s comment' })) +
        (await expectTruth(scene, scene.adapter, { id: own.id, whose: 'one’s own comment' }));
      if (told === 0) scene.skip('The adapter tells no rights (Comment.can).');
    },
  }),
  defineCheck({
    name: 'rights: can tells guests the truth',
    rule: 'What Comment.can says to somebody who is not signed in, the backend lets them do, and what it denies is refused. What they can do after signing in is left out.',
    hint: 'can is worked out from the comment alone, and not from who is asking.',
    async act(scene: Scene) {
      await scene.having('submit');
      const guest = await scene.as('guest');
      const foreign = await post(scene);
      const told = await expectTruth(scene, guest, { id: foreign.id, whose: 'somebody else’s comment' });
      if (told === 0) scene.skip('The adapter tells guests no rights (Comment.can).');
    },
  }),
  defineCheck({
    name: 'rights: nobody edits somebody else’s comment',
    rule: 'edit() of somebody else’s comment is refused with the kind "forbidden", and leaves it as it was.',
    hint: 'The backend asks whether somebody is signed in and not who wrote the comment.',
    async act(scene: Scene) {
      await scene.having('submit');
      const other = await scene.as('other', 'edit');
      const { id, body } = await post(scene);
      await scene.refusal('edit() of somebody else’s comment', { kinds: ['forbidden', 'sign-in-required'] }, () =>
        other.edit(scene.discussion, { id, body: newText('Changed') }, scene.call),
      );
      const left = await listedTo(scene, scene.adapter, id);
      if (left.body.value !== body.value)
        scene.fail({ did: 'edit() of somebody else’s comment, then list()', expected: shown(body), got: shown(left.body) });
    },
  }),
  defineCheck({
    name: 'rights: nobody removes somebody else’s comment',
    rule: 'remove() of somebody else’s comment is refused with the kind "forbidden" to whoever is no moderator, and leaves it as it was.',
    hint: 'The backend asks whether somebody is signed in and not who wrote the comment.',
    async act(scene: Scene) {
      await scene.having('submit');
      const other = await scene.as('other', 'remove');
      const { id, body } = await post(scene);
      await scene.refusal('remove() of somebody else’s comment', { kinds: ['forbidden', 'sign-in-required'] }, () =>
        other.remove(scene.discussion, id, scene.call),
      );
      const left = await listedTo(scene, scene.adapter, id);
      if ((left.status ?? 'visible') !== 'visible' || left.body.value !== body.value)
        scene.fail({ did: 'remove() of somebody else’s comment, then list()', expected: 'the comment as before', got: shown(left) });
    },
  }),
  defineCheck({
    name: 'rights: moderators remove every comment',
    rule: 'remove() as a moderator takes anybody’s comment out, and says the truth about its effect.',
    hint: 'Moderators have another address to remove at, which the adapter does not use.',
    async act(scene: Scene) {
      await scene.having('submit');
      const moderator = await scene.as('moderator', 'remove');
      const { id, body } = await post(scene);
      await scene.answer('remove() as a moderator', () => moderator.remove(scene.discussion, id, scene.call));
      await scene.eventually(
        { did: 'remove() as a moderator, then list()', expected: 'no such comment, or one that is "hidden" or "deleted"' },
        async () => (await readAll(scene, { limit: 50 })).find((comment) => comment.id === id),
        (left) => {
          const isGone = left === undefined || ((left.status === 'hidden' || left.status === 'deleted') && left.body.value !== body.value);
          return isGone ? undefined : shown(left);
        },
      );
    },
  }),
];
