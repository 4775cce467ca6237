import type { CheckContext } from '../check-context.js';
import { defineCheck } from '../check.js';
import { submitResult } from '../../model/contract/results.js';
import { inspect } from '../../model/contract/inspect.js';
import { newReport } from '../method-calls.js';
import { fill, newDraft, newText, post, send } from '../posting.js';
import { findComment, readAll } from '../reading.js';

const CLOSED = { kinds: ['closed'] } as const;

/** Closes or reopens the discussion at the backend, and waits until the adapter reports the new state. */
async function setClosed(context: CheckContext, state: 'closed' | 'open'): Promise<void> {
  const { stage } = context;
  const byStage = state === 'closed' ? stage.close : stage.reopen;
  if (byStage) await byStage.call(stage);
  else {
    await context.discussionInfo(context.adapter);
    if (!context.adapter.setClosed)
      context.skipWithoutStage(
        state === 'closed' ? 'close' : 'reopen',
        `The stage cannot set the discussion to "${state}" (Stage.close, Stage.reopen).`,
      );
    const moderator = await context.as('moderator', 'setClosed');
    await context.resolves('setClosed()', () =>
      moderator.setClosed(context.discussion, state === 'closed', context.call),
    );
  }
  await context.eventually(
    { did: `set the discussion to "${state}" at the backend, then open()`, expected: `the state "${state}"` },
    () => context.resolves('open()', () => context.adapter.open(context.discussion, context.call)),
    (info) => (info.state === state ? undefined : inspect(info)),
  );
}

export const closedChecks = [
  defineCheck({
    name: 'closed: open() reports the state',
    rule: 'A closed discussion has the state "closed", and closedAt is in the past or absent. After reopening, the state is "open".',
    hint: 'The state is cached or hard-coded.',
    async test(context: CheckContext) {
      await setClosed(context, 'closed');
      const info = await context.resolves('open()', () => context.adapter.open(context.discussion, context.call));
      const now = Date.parse(info.now ?? '') || Date.now();
      // Allows for a difference between the clocks of two machines.
      if (info.closedAt !== undefined && Date.parse(info.closedAt) > now + 60_000)
        context.fail({ did: 'open() of a closed discussion', expected: 'a closedAt in the past', got: inspect(info) });
      if (context.stage.reopen || context.adapter.setClosed) await setClosed(context, 'open');
    },
  }),
  defineCheck({
    name: 'closed: rejects new comments',
    rule: 'In a closed discussion, submit() rejects with "closed", replies included. Nothing is stored.',
    hint: 'The backend’s 403 becomes "forbidden", or only the form disappears while the backend still accepts comments.',
    async test(context: CheckContext) {
      const { submit } = await context.require('submit');
      const parent = await post(context);
      const draft = await newDraft(context);
      const reply = await newDraft(context, { parentId: parent.id });
      await setClosed(context, 'closed');
      await context.rejectsWith('submit() in a closed discussion', CLOSED, () =>
        submit.call(context.adapter, draft, context.call),
      );
      if (context.adapter.features?.nesting !== 'flat')
        await context.rejectsWith('submit() of a reply in a closed discussion', CLOSED, () =>
          submit.call(context.adapter, reply, context.call),
        );
      const items = await readAll(context, { limit: 50 });
      if (items.length !== 1)
        context.fail({
          did: 'submit() in a closed discussion, then list()',
          expected: '1 comment',
          got: inspect(items),
        });
    },
  }),
  defineCheck({
    name: 'closed: rejects edits and votes',
    rule: 'In a closed discussion, edit() and vote() reject with "closed", and Comment.can does not offer them.',
    hint: 'Only the endpoint for new comments checks the state of the discussion.',
    async test(context: CheckContext) {
      await context.require('submit');
      await context.discussionInfo(context.adapter);
      const { edit } = context.adapter;
      const other = context.adapter.vote && context.stage.as ? await context.as('other', 'vote') : undefined;
      if (!edit && !other) context.skip('The adapter has no edit(), and no vote() that another person could use.');
      const { id } = await post(context);
      await setClosed(context, 'closed');
      if (edit)
        await context.rejectsWith('edit() in a closed discussion', CLOSED, () =>
          edit.call(context.adapter, context.discussion, { id, body: newText('Edited') }, context.call),
        );
      if (other)
        await context.rejectsWith('vote() in a closed discussion', CLOSED, () =>
          other.vote(context.discussion, { id, value: 1 }, context.call),
        );
      for (const adapter of [context.adapter, ...(other ? [other] : [])]) {
        const { can = {} } = (await findComment(context, id, adapter)) ?? {};
        if (can.reply || can.edit || can.vote)
          context.fail({
            did: 'list() of a closed discussion',
            expected: 'no can.reply, can.edit or can.vote',
            got: inspect(can),
          });
      }
    },
  }),
  defineCheck({
    name: 'closed: allows reading and reporting',
    rule: 'Comments in a closed discussion can still be read, page by page, and reported.',
    hint: 'The backend responds with 403 to every request, including list().',
    async test(context: CheckContext) {
      const ids = context.adapter.submit
        ? [(await post(context)).id, (await post(context)).id, (await post(context)).id]
        : await fill(context, 3);
      await setClosed(context, 'closed');
      const items = await readAll(context, { limit: 2 });
      if (items.length !== ids.length)
        context.fail({ did: 'list() of a closed discussion', expected: `${ids.length} comments`, got: inspect(items) });
      const { get } = context.adapter;
      const id = ids[0] as string;
      if (get)
        await context.resolves('get() in a closed discussion', () =>
          get.call(context.adapter, context.discussion, id, context.call),
        );
      if (!context.adapter.report || !context.stage.as) return;
      const other = await context.as('other', 'report');
      await context.resolves('report() in a closed discussion', () =>
        other.report(context.discussion, newReport(other, id), context.call),
      );
    },
  }),
  defineCheck({
    name: 'closed: a retry of a stored comment succeeds',
    rule:
      'If a comment was stored before the discussion closed, sending it again with the same key resolves with ' +
      'its result, as the first response may have been lost.',
    hint: 'The backend checks the state of the discussion before the key.',
    async test(context: CheckContext) {
      const { submit } = await context.require('submit');
      const { idempotency = 'none' } = await context.features();
      if (idempotency !== 'key') context.skip('The backend does not store submit keys (features.idempotency).');
      const draft = await newDraft(context);
      const first = await send(context, draft);
      await setClosed(context, 'closed');
      const did = 'submit(), closed the discussion, then submit() with the same key';
      const again = await context.resolvesTo(did, submitResult, () =>
        submit.call(context.adapter, draft, context.call),
      );
      if (again.outcome !== first.outcome || again.comment?.id !== first.comment?.id)
        context.fail({ did, expected: `the first result: ${inspect(first)}`, got: inspect(again) });
    },
  }),
  defineCheck({
    name: 'closed: a reopened discussion accepts comments',
    rule: 'A reopened discussion accepts comments as before.',
    hint: 'closedAt is not cleared but still checked.',
    async test(context: CheckContext) {
      await context.require('submit');
      await setClosed(context, 'closed');
      await setClosed(context, 'open');
      await post(context);
    },
  }),
];
