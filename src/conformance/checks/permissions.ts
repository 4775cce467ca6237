import type { Comment, CommentAction, CommentsAdapter } from '../../model/adapter.js';
import type { CheckContext } from '../check-context.js';
import { defineCheck } from '../check.js';
import { inspect } from '../../model/contract/inspect.js';
import { commentCalls } from '../method-calls.js';
import { moderatorCall } from '../moderator-call.js';
import { newText, post } from '../posting.js';
import { findComment } from '../reading.js';

type TestedAction = Extract<CommentAction, 'report' | 'vote' | 'edit' | 'remove'>;

/** In the order of testing: `remove` comes last. */
const testedActions: readonly TestedAction[] = ['report', 'vote', 'edit', 'remove'];

async function listedTo(context: CheckContext, adapter: CommentsAdapter, id: string): Promise<Comment> {
  const found = await findComment(context, id, adapter);
  return (
    found ?? context.fail({ did: 'list()', expected: `the comment ${inspect(id)}`, got: 'a list without the comment' })
  );
}

/** Attempts every action that `can` allows or denies. Returns how many there were. */
async function expectAccurate(
  context: CheckContext,
  adapter: CommentsAdapter,
  { id, whose }: { id: string; whose: string },
): Promise<number> {
  await context.discussionInfo(adapter);
  let tested = 0;
  for (const action of testedActions) {
    if (typeof adapter[action] !== 'function') continue;
    const isAllowed = (await listedTo(context, adapter, id)).can?.[action];
    if (isAllowed === undefined) continue;
    tested++;
    const did = `${action}() of ${whose} with can.${action} ${isAllowed}`;
    const settled = await context.settle(did, () =>
      commentCalls[action](adapter as Required<CommentsAdapter>, context.discussion, id, context.call),
    );
    if (settled.status === 'rejected') context.expectAdapterError(did, settled.reason);
    if ((settled.status === 'fulfilled') !== isAllowed)
      context.fail({
        did,
        expected: isAllowed ? 'success' : 'a rejection',
        got: inspect(settled.status === 'fulfilled' ? settled.value : settled.reason),
      });
  }
  return tested;
}

export const permissionChecks = [
  defineCheck({
    name: 'permissions: Comment.can is accurate',
    rule: 'The backend allows what Comment.can allows this viewer and rejects what it denies.',
    hint: 'The adapter derives can from rules of its own. Let the backend decide.',
    async test(context: CheckContext) {
      await context.require('submit');
      const other = await context.as('other');
      const foreign = await post(context);
      const own = await post(context);
      const tested =
        (await expectAccurate(context, other, { id: foreign.id, whose: 'another person’s comment' })) +
        (await expectAccurate(context, context.adapter, { id: own.id, whose: 'an own comment' }));
      if (tested === 0) context.skip('The adapter sets no Comment.can.');
    },
  }),
  defineCheck({
    name: 'permissions: Comment.can is accurate for guests',
    rule: 'The backend allows what Comment.can allows a guest and rejects what it denies. Actions available after signing in are absent.',
    hint: 'can depends on the comment alone, not on the viewer.',
    async test(context: CheckContext) {
      await context.require('submit');
      const guest = await context.as('guest');
      const foreign = await post(context);
      const tested = await expectAccurate(context, guest, { id: foreign.id, whose: 'another person’s comment' });
      if (tested === 0) context.skip('The adapter sets no Comment.can for guests.');
    },
  }),
  defineCheck({
    name: 'permissions: guests may not change the comments of others',
    rule: 'Comment.can.edit and Comment.can.remove are never true for a guest and a comment by another person.',
    hint: 'can says what is possible with the comment, not what this viewer may do, or all guests count as one person.',
    async test(context: CheckContext) {
      await context.require('submit');
      const guest = await context.as('guest');
      const { viewer } = await context.discussionInfo(context.adapter);
      if (viewer?.state !== 'signed-in') context.skip('The viewer of the stage is a guest, too.');
      const { id } = await post(context);
      const { can } = await listedTo(context, guest, id);
      if (!can) context.skip('The adapter sets no Comment.can for guests.');
      if (can.edit || can.remove)
        context.fail({
          did: 'posted as a signed-in person, then list() as a guest',
          expected: 'neither can.edit nor can.remove',
          got: inspect(can),
        });
    },
  }),
  defineCheck({
    name: 'permissions: only authors edit their comments',
    rule: 'edit() of another person’s comment rejects with "forbidden" and changes nothing.',
    hint: 'The backend checks that someone is signed in, but not that they wrote the comment.',
    async test(context: CheckContext) {
      await context.require('submit');
      const other = await context.as('other', 'edit');
      const { id, body } = await post(context);
      await context.rejectsWith(
        'edit() of another person’s comment',
        { kinds: ['forbidden', 'sign-in-required'] },
        () => other.edit(context.discussion, { id, body: newText('Changed') }, context.call),
      );
      const listed = await listedTo(context, context.adapter, id);
      if (listed.body.value !== body.value)
        context.fail({
          did: 'edit() of another person’s comment, then list()',
          expected: inspect(body),
          got: inspect(listed.body),
        });
    },
  }),
  defineCheck({
    name: 'permissions: only authors and moderators remove a comment',
    rule: 'remove() of another person’s comment rejects with "forbidden" and changes nothing, except for moderators.',
    hint: 'The backend checks that someone is signed in, but not that they wrote the comment.',
    async test(context: CheckContext) {
      await context.require('submit');
      const other = await context.as('other', 'remove');
      const { id, body } = await post(context);
      await context.rejectsWith(
        'remove() of another person’s comment',
        { kinds: ['forbidden', 'sign-in-required'] },
        () => other.remove(context.discussion, id, context.call),
      );
      const listed = await listedTo(context, context.adapter, id);
      if ((listed.status ?? 'visible') !== 'visible' || listed.body.value !== body.value)
        context.fail({
          did: 'remove() of another person’s comment, then list()',
          expected: 'the comment unchanged',
          got: inspect(listed),
        });
    },
  }),
  defineCheck({
    name: 'permissions: moderators remove any comment',
    rule: 'remove() by a moderator removes any comment.',
    hint: 'Moderators remove comments through another endpoint, which the adapter does not use.',
    async test(context: CheckContext) {
      await context.require('submit');
      const moderator = await context.as('moderator', 'remove');
      const { id, body } = await post(context);
      const call = await moderatorCall(context, moderator);
      await context.resolves('remove() as a moderator', () => moderator.remove(context.discussion, id, call));
      await context.eventually(
        {
          did: 'remove() as a moderator, then list()',
          expected: 'a list without the comment, or the status "hidden" or "deleted"',
        },
        () => findComment(context, id),
        (listed) => {
          const isGone =
            listed === undefined ||
            ((listed.status === 'hidden' || listed.status === 'deleted') && listed.body.value !== body.value);
          return isGone ? undefined : inspect(listed);
        },
      );
    },
  }),
];
