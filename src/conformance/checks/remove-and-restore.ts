import type { CommentsAdapter, ErrorKind } from '../../model/adapter.js';
import type { CheckContext } from '../check-context.js';
import { defineCheck } from '../check.js';
import { comment as commentShape } from '../../model/contract/contract.js';
import { removal } from '../../model/contract/results.js';
import { inspect } from '../../model/contract/inspect.js';
import { commentCalls } from '../method-calls.js';
import { moderatorCall } from '../moderator-call.js';
import { newText, post } from '../posting.js';
import { findComment } from '../reading.js';

async function removeOwn(context: CheckContext, id: string): Promise<string> {
  const { remove } = await context.require('remove');
  const { effect } = await context.resolvesTo(`remove(${inspect(id)})`, removal, () =>
    remove.call(context.adapter, context.discussion, id, context.call),
  );
  return effect;
}

/** Waits until the list shows the effect of a removal. */
async function expectEffect(
  context: CheckContext,
  id: string,
  { effect, what }: { readonly effect: string; readonly what: string },
): Promise<void> {
  const isTombstone = effect === 'tombstone';
  await context.eventually(
    {
      did: `remove() of ${what} with the effect "${effect}", then list()`,
      expected: isTombstone ? 'the comment with the status "deleted" or "hidden"' : 'a list without the comment',
    },
    () => findComment(context, id),
    (listed) => {
      const isRemoved = listed?.status === 'deleted' || listed?.status === 'hidden';
      const isCorrect = isTombstone ? isRemoved : listed === undefined;
      return isCorrect ? undefined : listed === undefined ? 'a list without the comment' : inspect(listed);
    },
  );
}

/** Kinds for a call about a comment that was removed. */
const GONE: readonly ErrorKind[] = ['not-found', 'forbidden'];

export const removeAndRestoreChecks = [
  defineCheck({
    name: 'remove: a removed comment can be neither edited nor reported',
    rule: 'edit() and report() of a comment that its author has removed reject with "not-found" or "forbidden".',
    hint: 'The backend keeps the comment as a tombstone, and finds it for these calls.',
    async test(context: CheckContext) {
      const adapter = await context.require('submit', 'remove');
      const other = await context.find('other');
      const { id } = await post(context);
      if (!adapter.edit && !other?.report) context.skip('The adapter has neither edit() nor report().');
      await removeOwn(context, id);
      const { edit } = adapter;
      if (edit)
        await context.rejectsWith('remove(), then edit()', { kinds: GONE }, () =>
          edit.call(adapter, context.discussion, { id, body: newText('Edited') }, context.call),
        );
      if (other?.report)
        await context.rejectsWith('remove(), then report() as another person', { kinds: GONE }, () =>
          commentCalls.report(other as Required<CommentsAdapter>, context.discussion, id, context.call),
        );
    },
  }),
  defineCheck({
    name: 'remove: reports its actual effect',
    rule:
      'After the effect "gone" or "subtree", the comment is no longer listed. After "tombstone", it stays in ' +
      'place with the status "deleted" or "hidden".',
    hint: 'The adapter hard-codes the effect, while for the backend it depends on whether there are replies.',
    async test(context: CheckContext) {
      await context.require('submit', 'remove');
      const single = await post(context);
      await expectEffect(context, single.id, {
        effect: await removeOwn(context, single.id),
        what: 'a comment without replies',
      });
      if (context.adapter.features?.nesting === 'flat') return;
      const parent = await post(context);
      await post(context, { parentId: parent.id });
      await expectEffect(context, parent.id, {
        effect: await removeOwn(context, parent.id),
        what: 'a comment with a reply',
      });
    },
  }),
  defineCheck({
    name: 'remove: affects replies as announced in features',
    rule: 'For a comment with a reply, the effect of remove() is "subtree" if and only if features.removal is "subtree".',
    hint: 'features.removal is not set, so the section asks for confirmation without mentioning the replies.',
    async test(context: CheckContext) {
      await context.require('submit', 'remove');
      if (context.adapter.features?.nesting === 'flat') context.skip('There are no replies (features.nesting "flat").');
      const parent = await post(context);
      await post(context, { parentId: parent.id });
      const { removal = 'tombstone' } = context.adapter.features ?? {};
      const effect = await removeOwn(context, parent.id);
      if ((effect === 'subtree') !== (removal === 'subtree'))
        context.fail({
          did: 'remove() of a comment with a reply',
          expected: `an effect that fits features.removal ${inspect(removal)}`,
          got: inspect(effect),
        });
    },
  }),
  defineCheck({
    name: 'remove: updates the counts',
    rule: 'A removed comment no longer counts in open(), list() and counts().',
    hint: 'The counter only goes up, or includes tombstones.',
    async test(context: CheckContext) {
      await context.require('submit', 'remove');
      await post(context);
      const second = await post(context);
      await removeOwn(context, second.id);
      await context.eventually(
        { did: 'posted two comments, removed one, then open() and counts()', expected: 'a count of 1, or none' },
        async () => {
          const { total } = await context.resolves('open()', () =>
            context.adapter.open(context.discussion, context.call),
          );
          const { counts } = context.adapter;
          const counted =
            counts &&
            (await context.resolves('counts()', () =>
              counts.call(context.adapter, [context.discussion], context.call),
            ));
          return { 'open().total': total, 'counts()': counted?.get(context.discussion.key) };
        },
        (numbers) =>
          Object.values(numbers).every((number) => number === undefined || number === 1) ? undefined : inspect(numbers),
      );
    },
  }),
  defineCheck({
    name: 'restore: brings the comment back unchanged',
    rule: 'restore() undoes the viewer’s own last remove(). It resolves with the original comment, which is listed again.',
    hint: 'remove() cleared the text, or restore() only resets the status.',
    async test(context: CheckContext) {
      const { restore } = await context.require('submit', 'remove', 'restore');
      const { id, body } = await post(context);
      await removeOwn(context, id);
      const did = 'remove(), then restore()';
      const restored = await context.resolvesTo(did, commentShape, () =>
        restore.call(context.adapter, context.discussion, id, context.call),
      );
      if (restored.id !== id || restored.body.value !== body.value)
        context.fail({ did, expected: `the comment ${inspect(id)} with ${inspect(body)}`, got: inspect(restored) });
      await context.eventually(
        { did: `${did}, then list()`, expected: 'the original comment' },
        () => findComment(context, id),
        (listed) =>
          listed?.body.value === body.value && (listed.status ?? 'visible') === 'visible' ? undefined : inspect(listed),
      );
    },
  }),
  defineCheck({
    name: 'restore: cannot undo another person’s removal',
    rule: 'restore() of a comment removed by someone else is rejected, so that what moderators removed stays removed.',
    hint: 'The backend does not record who removed a comment.',
    async test(context: CheckContext) {
      const { restore } = await context.require('submit', 'remove', 'restore');
      const moderator = await context.as('moderator', 'remove');
      const { id } = await post(context);
      const call = await moderatorCall(context, moderator);
      await context.resolves('remove() as a moderator', () => moderator.remove(context.discussion, id, call));
      const did = 'remove() as a moderator, then restore() as the author';
      await context.rejectsWith(did, { kinds: ['not-found', 'forbidden', 'conflict'] }, () =>
        restore.call(context.adapter, context.discussion, id, context.call),
      );
      const listed = await findComment(context, id);
      if ((listed?.status ?? 'visible') === 'visible' && listed !== undefined)
        context.fail({ did: `${did}, then list()`, expected: 'the comment to stay removed', got: inspect(listed) });
    },
  }),
];
