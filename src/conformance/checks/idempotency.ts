import type { Comment, CommentsAdapter, Draft, SubmitResult } from '../../model/adapter.js';
import { mayBeStored } from '../adapter-errors.js';
import type { CheckContext } from '../check-context.js';
import { defineCheck } from '../check.js';
import { submitResult } from '../../model/contract/results.js';
import { inspect } from '../../model/contract/inspect.js';
import { newDraft, newKey, newText, PUBLISHES, send, uniquePart } from '../posting.js';
import { readAll } from '../reading.js';

/** The comments in its author's list that were made from a draft. */
async function copiesOf(context: CheckContext, draft: Draft): Promise<readonly Comment[]> {
  return (await readAll(context, { limit: 50 })).filter(({ body }) => body.value.includes(uniquePart(draft.body)));
}

async function expectOneCopy(context: CheckContext, did: string, draft: Draft): Promise<void> {
  await context.eventually(
    { did: `${did}, then list()`, expected: 'one comment with this text' },
    () => copiesOf(context, draft),
    (copies) => (copies.length === 1 ? undefined : `${copies.length} comments: ${inspect(copies)}`),
  );
}

async function requireIdempotency(context: CheckContext): Promise<'key' | 'detects-duplicates'> {
  const { idempotency = 'none' } = await context.features();
  if (idempotency === 'none')
    context.skip('The adapter announces that a repeated key is stored twice (features.idempotency: "none").');
  return idempotency;
}

/** Expects the first result again or the kind `duplicate`, as features announces. */
async function expectRepeat(
  context: CheckContext,
  did: string,
  repeat: () => Promise<SubmitResult>,
  first: SubmitResult,
): Promise<void> {
  if ((await requireIdempotency(context)) === 'detects-duplicates') {
    await context.rejectsWith(did, { kinds: ['duplicate'] }, repeat);
    return;
  }
  const second = await context.resolvesTo(did, submitResult, repeat);
  if (second.outcome !== first.outcome || second.comment?.id !== first.comment?.id)
    context.fail({ did, expected: `the first result: ${inspect(first)}`, got: inspect(second) });
}

const submitTo = (context: CheckContext, adapter: CommentsAdapter, draft: Draft) => (): Promise<SubmitResult> =>
  context.withMethods(adapter, ['submit']).submit(draft, context.call);

export const idempotencyChecks = [
  defineCheck({
    name: 'idempotency: repeating a key stores one comment',
    rule:
      'A repeated submitKey stores nothing. With features.idempotency "key", submit() resolves with the first ' +
      'result again; with "detects-duplicates", it rejects with "duplicate".',
    hint: 'The key is not sent, or the backend does not store it in a unique column. Without either, announce "none".',
    async test(context: CheckContext) {
      await context.require('submit');
      await requireIdempotency(context);
      const draft = await newDraft(context);
      const first = await send(context, draft);
      if (first.outcome !== 'published') context.skipWithoutStage(PUBLISHES, 'The backend does not publish at once.');
      await expectRepeat(context, 'submit() with a repeated key', submitTo(context, context.adapter, draft), first);
      await expectOneCopy(context, 'submit() twice with the same key', draft);
    },
  }),
  defineCheck({
    name: 'idempotency: concurrent requests with one key store one comment',
    rule: 'Two simultaneous requests with the same submitKey, as from a double click, store one comment.',
    hint: 'The backend checks for the key before it inserts, and both requests check before either inserts. Use a unique index.',
    async test(context: CheckContext) {
      await context.require('submit');
      await requireIdempotency(context);
      const draft = await newDraft(context);
      const did = 'submit() twice with the same key at the same time';
      const settled = await Promise.all(
        [1, 2].map(() => context.settle(did, submitTo(context, context.adapter, draft))),
      );
      for (const one of settled) {
        if (one.status === 'fulfilled') continue;
        // The second request may also fail because the first is still being processed.
        const { kind } = context.expectAdapterError(did, one.reason);
        if (!['duplicate', 'conflict', 'unavailable', 'rate-limited'].includes(kind))
          context.fail({ did, expected: 'a result, or the kind "duplicate" for one call', got: inspect(one.reason) });
      }
      if (settled.every(({ status }) => status === 'rejected'))
        context.fail({ did, expected: 'one call to succeed', got: inspect(settled) });
      await expectOneCopy(context, did, draft);
    },
  }),
  defineCheck({
    name: 'idempotency: retrying after a lost response stores one comment',
    rule:
      'When the response to submit() is lost, the error leaves open whether the comment was stored. A retry ' +
      'with the same key results in one comment.',
    hint: 'The error has info.stored "no" although the request was sent, or each attempt uses a new key.',
    async test(context: CheckContext) {
      await context.require('submit');
      const draft = await newDraft(context);
      const { adapter } = await context.faulty('lost-response');
      const did = 'submit() whose response is lost';
      const error = await context.rejectsWith(
        did,
        { kinds: ['network', 'timeout', 'unavailable', 'bad-response'] },
        submitTo(context, adapter, draft),
      );
      if (!mayBeStored(error))
        context.fail({ did, expected: 'info.stored "maybe", the default of these kinds', got: inspect(error) });
      if ((context.adapter.features?.idempotency ?? 'none') === 'none') return;
      const again = await context.settle(`${did}, then again`, submitTo(context, adapter, draft));
      if (again.status === 'rejected' && context.expectAdapterError(did, again.reason).kind !== 'duplicate')
        context.fail({
          did: `${did}, then again`,
          expected: 'the comment, or the kind "duplicate"',
          got: inspect(again.reason),
        });
      await expectOneCopy(context, `${did}, then again with the same key`, draft);
    },
  }),
  defineCheck({
    name: 'idempotency: another person’s key reveals nothing',
    rule:
      'A submitKey belongs to the person who sent it. Another person who sends it with another text neither ' +
      'receives the first comment nor loses their own.',
    hint: 'The unique index covers only the key. Include the author.',
    async test(context: CheckContext) {
      if ((await requireIdempotency(context)) !== 'key')
        context.skip('The backend does not store submit keys (features.idempotency).');
      const other = await context.as('other', 'submit');
      await context.require('submit');
      const first = await newDraft(context);
      await send(context, first);
      const second = {
        ...(await newDraft(context, { adapter: other })),
        submitKey: first.submitKey,
        body: newText('From another person'),
      };
      const did = 'submit() as another person with the same key and another text';
      const settled = await context.settle(did, submitTo(context, other, second));
      if (settled.status === 'rejected') context.expectAdapterError(did, settled.reason);
      else if (settled.value.comment && !settled.value.comment.body.value.includes(uniquePart(second.body)))
        context.fail({ did, expected: 'their own comment, or a rejection', got: inspect(settled.value) });
    },
  }),
  defineCheck({
    name: 'idempotency: a rejected draft does not use up its key',
    rule: 'A rejected draft is not stored and leaves its submitKey usable: the corrected text is accepted with the same key.',
    hint: 'The backend stores the key before it validates the text.',
    async test(context: CheckContext) {
      const { submit } = await context.require('submit');
      const draft = await newDraft(context, { submitKey: newKey() });
      await context.rejects('submit() of an empty text', () =>
        submit.call(context.adapter, { ...draft, body: '' }, context.call),
      );
      const did = 'submit() with the key of a rejected draft and a valid text';
      const { outcome, comment } = await context.resolvesTo(
        did,
        submitResult,
        submitTo(context, context.adapter, draft),
      );
      if (outcome !== 'published') context.skipWithoutStage(PUBLISHES, 'The backend does not publish at once.');
      if (comment && !comment.body.value.includes(uniquePart(draft.body)))
        context.fail({ did, expected: 'the valid text', got: inspect(comment) });
      await expectOneCopy(context, did, draft);
    },
  }),
];
