import type { Comment, CommentsAdapter, DiscussionRef } from '../../model/adapter.js';
import type { CheckContext } from '../check-context.js';
import { defineCheck } from '../check.js';
import { UNKNOWN_STATUS } from '../fault.js';
import { inspect } from '../../model/contract/inspect.js';
import { awaitListed, fill, newDraft, newText, plant, post, send } from '../posting.js';
import { findComment, readAll } from '../reading.js';

/** A comment that is held for review. */
interface HeldComment {
  readonly discussion: DiscussionRef;
  readonly body: string;
  /** The result of submit(). */
  readonly comment: Comment | undefined;
}

/** Submits a comment that must be held for review. */
async function submitHeld(
  context: CheckContext,
  { discussion, body }: Pick<HeldComment, 'discussion' | 'body'>,
): Promise<HeldComment> {
  const { outcome, comment } = await send(context, await newDraft(context, { discussion, body }));
  if (outcome !== 'pending') context.fail({ did: HELD, expected: 'the outcome "pending"', got: inspect(outcome) });
  if (comment?.status !== undefined && comment.status !== 'pending')
    context.fail({ did: HELD, expected: 'a comment with the status "pending"', got: inspect(comment) });
  return { discussion, body, comment };
}

const HELD = 'submit() of a comment that is held for review';

/** Checks that others cannot find the comment, and that its author finds it only as pending. */
async function expectHidden(
  context: CheckContext,
  other: CommentsAdapter,
  { discussion, body, comment }: HeldComment,
): Promise<void> {
  const isHeld = (one: Comment): boolean => one.id === comment?.id || one.body.value.includes(body);
  const items = await readAll(context, { adapter: other, discussion, limit: 50 });
  if (items.some(isHeld))
    context.fail({
      did: `${HELD}, then list() as another person`,
      expected: 'a list without the comment',
      got: inspect(items),
    });
  const mine = (await readAll(context, { discussion, limit: 50 })).find(isHeld);
  if (mine !== undefined && mine.status !== 'pending')
    context.fail({ did: `${HELD}, then list() as its author`, expected: 'the status "pending"', got: inspect(mine) });
  const { total } = await context.resolves('open() as another person', () => other.open(discussion, context.call));
  if (total !== undefined && total !== items.length)
    context.fail({
      did: `${HELD}, then open() as another person`,
      expected: `a total of ${items.length}`,
      got: inspect(total),
    });
  const { get } = other;
  if (!get || comment === undefined) return;
  await context.rejectsWith(
    `${HELD}, then get(${inspect(comment.id)}) as another person`,
    { kinds: ['not-found', 'forbidden'] },
    () => get.call(other, discussion, comment.id, context.call),
  );
}

export const statusChecks = [
  defineCheck({
    name: 'status: an unknown status becomes "hidden"',
    rule: 'A status that the adapter does not know becomes "hidden". It is neither "visible" nor passed through.',
    hint: 'The adapter lists the hidden statuses and treats all others as visible. List the visible ones instead.',
    async test(context: CheckContext) {
      const planted = await plant(context, [{ text: newText(), status: UNKNOWN_STATUS }]);
      if (planted === undefined) await fill(context, 1);
      const faulty = planted === undefined ? await context.faulty('unknown-status') : undefined;
      const { adapter } = faulty ?? context;
      const items = await readAll(context, { adapter, limit: 10 });
      const did = `list() of a comment with the status "${UNKNOWN_STATUS}"`;
      const notHidden = items.filter(({ status }) => status !== 'hidden');
      if (notHidden.length > 0 && faulty && !faulty.hasAltered())
        context.skipWithoutStage(
          '`fill` with a status',
          'No response had a field "status" to alter. Add a comment with an unknown status by Stage.fill, or alter the ' +
            'responses in Stage.faulty and call Fault.onAltered.',
        );
      if (notHidden.length > 0)
        context.fail({ did, expected: 'the status "hidden", or a list without the comment', got: inspect(notHidden) });
    },
  }),
  defineCheck({
    name: 'status: a removed comment reveals nothing',
    rule: 'A removed comment that is still listed has the status "deleted" or "hidden" and no text, source or author.',
    hint:
      'Only the status changes. The response still contains the rest of the row, which anyone can read in the ' +
      'browser’s developer tools.',
    async test(context: CheckContext) {
      const { remove } = await context.require('submit', 'remove');
      const other = await context.as('other', 'submit');
      const text = newText('Removed');
      const { id, author } = await post(context, { body: text });
      if (context.adapter.features?.nesting !== 'flat') await post(context, { adapter: other, parentId: id });
      await context.resolves(`remove(${inspect(id)})`, () =>
        remove.call(context.adapter, context.discussion, id, context.call),
      );
      for (const [who, adapter] of [
        ['the author', context.adapter],
        ['another person', other],
      ] as const) {
        const did = `list() as ${who} after removing a comment with a reply`;
        await context.eventually(
          {
            did,
            expected: 'a list without the comment, or the status "deleted" or "hidden" without text, source and author',
          },
          () => findComment(context, id, adapter),
          (listed) => {
            if (listed === undefined) return undefined;
            const isRemoved = listed.status === 'deleted' || listed.status === 'hidden';
            const reveals =
              JSON.stringify(listed.body).includes(text) ||
              listed.source !== undefined ||
              (author != null && listed.author != null);
            return isRemoved && !reveals ? undefined : inspect(listed);
          },
        );
      }
    },
  }),
  defineCheck({
    name: 'status: only its author sees a held comment',
    rule:
      'For a held comment, submit() resolves with the outcome "pending". Only its author and moderators find ' +
      'it in list(), get() and totals.',
    hint: 'The list query ignores the status, or get() checks only the id.',
    async test(context: CheckContext) {
      const body = context.stage.screened?.held;
      await context.require('submit');
      if (body === undefined)
        context.skipWithoutStage(
          'screened.held',
          'The stage has no text that is held for review (Stage.screened.held).',
        );
      const other = await context.as('other');
      const { discussion } = context;
      const held = await submitHeld(context, { discussion, body });
      // Once a later comment is listed, the held one is not merely delayed.
      if (other.submit) await post(context, { adapter: other });
      await expectHidden(context, other, held);
    },
  }),
  defineCheck({
    name: 'status: a premoderated discussion hides comments from others',
    rule:
      'If every comment is held for review, open() reports posting.premoderated, and submit() resolves with the outcome ' +
      '"pending". Only its author and moderators find a comment in list(), get() and totals.',
    hint: 'The list query takes all comments of the discussion, or the setting of the discussion is not read.',
    async test(context: CheckContext) {
      const discussion = context.stage.premoderated;
      await context.require('submit');
      if (discussion === undefined)
        context.skipWithoutStage(
          'premoderated',
          'The stage has no discussion in which every comment is held (Stage.premoderated).',
        );
      const other = await context.as('other');
      const { posting } = await context.discussionInfo(context.adapter, discussion);
      if (posting?.premoderated !== true)
        context.fail({
          did: 'open() of a premoderated discussion',
          expected: 'posting.premoderated true',
          got: inspect(posting),
        });
      await expectHidden(context, other, await submitHeld(context, { discussion, body: newText('Held') }));
    },
  }),
  defineCheck({
    name: 'status: a rejected comment is not listed',
    rule: 'For a rejected text, submit() resolves with the outcome "rejected" or rejects with that kind. The comment is in no list.',
    hint: 'The backend responds with 201 and reports the rejection in the body, but the adapter checks only the status code.',
    async test(context: CheckContext) {
      const rejected = context.stage.screened?.rejected;
      const { submit } = await context.require('submit');
      if (rejected === undefined)
        context.skipWithoutStage(
          'screened.rejected',
          'The stage has no text that is rejected (Stage.screened.rejected).',
        );
      const draft = await newDraft(context, { body: rejected });
      const did = 'submit() of a text that is rejected';
      const settled = await context.settle(did, () => submit.call(context.adapter, draft, context.call));
      const expected = 'the outcome "rejected", or an AdapterError of that kind';
      const isRejected =
        settled.status === 'fulfilled'
          ? settled.value.outcome === 'rejected'
          : context.expectAdapterError(did, settled.reason, expected).kind === 'rejected';
      if (!isRejected)
        context.fail({ did, expected, got: inspect(settled.status === 'fulfilled' ? settled.value : settled.reason) });
      const control = await post(context);
      await awaitListed(context, ({ id }) => id === control.id);
      const items = await readAll(context, { limit: 50 });
      if (items.length !== 1)
        context.fail({ did: `${did}, then list()`, expected: 'a list without the comment', got: inspect(items) });
    },
  }),
];
