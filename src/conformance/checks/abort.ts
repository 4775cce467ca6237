import type { CheckContext } from '../check-context.js';
import { defineCheck } from '../check.js';
import { inspect } from '../../model/contract/inspect.js';
import { methodCalls, someComments } from '../method-calls.js';
import { fill, newDraft, newText } from '../posting.js';
import { defaultSort, readAll } from '../reading.js';

const HINT =
  'Every error from fetch becomes "network", including its AbortError. Check signal.aborted first, and throw signal.reason itself.';

/** An abort reason. Checks compare its identity, so no other error can pass for it. */
const newReason = (why: string): DOMException => new DOMException(why, 'AbortError');

async function expectReason(
  context: CheckContext,
  did: string,
  reason: unknown,
  makeCall: () => Promise<unknown>,
): Promise<void> {
  const settled = await context.settle(did, makeCall);
  const expected = 'a rejection with the signal’s own reason';
  if (settled.status === 'fulfilled') context.fail({ did, expected, got: `the result ${inspect(settled.value)}` });
  if (settled.reason !== reason) context.fail({ did, expected, got: inspect(settled.reason) }, settled.reason);
}

export const abortChecks = [
  defineCheck({
    name: 'abort: an aborted signal prevents the call',
    rule: 'A call with an aborted signal rejects with the signal’s reason and does nothing.',
    hint: `Start each method with signal.throwIfAborted(). ${HINT}`,
    async test(context: CheckContext) {
      const calls = await methodCalls(context, await someComments(context));
      const before = inspect(await readAll(context, { limit: 50 }), Infinity);
      for (const { did, make } of calls) {
        const reason = newReason(`Before ${did}`);
        await expectReason(context, `${did} with an aborted signal`, reason, () =>
          make(context.adapter, { signal: AbortSignal.abort(reason) }),
        );
      }
      const after = inspect(await readAll(context, { limit: 50 }), Infinity);
      if (withoutPermissions(after) !== withoutPermissions(before))
        context.fail({
          did: 'list() after the aborted calls',
          expected: `the list as before: ${before.slice(0, 300)}`,
          got: after.slice(0, 300),
        });
    },
  }),
  defineCheck({
    name: 'abort: a running call rejects with the signal’s reason',
    rule: 'A call that is aborted while it runs rejects with the signal’s reason, whatever arrives afterwards.',
    hint: HINT,
    async test(context: CheckContext) {
      for (const { did, make } of await methodCalls(context, await someComments(context))) {
        const controller = new AbortController();
        const reason = newReason(`During ${did}`);
        await expectReason(context, `${did}, aborted immediately`, reason, () => {
          const promise = make(context.adapter, controller);
          controller.abort(reason);
          return promise;
        });
      }
    },
  }),
  defineCheck({
    name: 'abort: ends the wait for a silent backend',
    rule: 'Aborting ends a call at once, even if the backend never responds.',
    hint: 'The signal is not passed to fetch, or to a wait in between.',
    async test(context: CheckContext) {
      // A real comment: adapters may refuse other ids without asking the backend.
      const comments = await someComments(context);
      const { adapter, requests } = await context.faulty('silent');
      for (const { did, make } of await methodCalls(context, { ...comments, adapter })) {
        const controller = new AbortController();
        const reason = newReason(`Waiting for ${did}`);
        const sent = requests.length;
        const promise = make(adapter, controller);
        // Prevents an unhandled rejection until the promise is checked below.
        promise.catch(() => {});
        await context.eventually(
          { did: `${did} while the backend is silent`, expected: 'a request' },
          async () => requests.length,
          (count) => (count > sent ? undefined : 'none'),
        );
        controller.abort(reason);
        await expectReason(context, `${did}, aborted while the backend is silent`, reason, () => promise);
      }
    },
  }),
  defineCheck({
    name: 'abort: does not affect other calls',
    rule: 'Each call has its own signal. When one caller aborts, identical calls made at the same time or later still succeed.',
    hint: 'Calls share one request, which ends with the first caller’s signal, or a failed request is cached.',
    async test(context: CheckContext) {
      const ids = await fill(context, 2);
      const query = { discussion: context.discussion, sort: defaultSort(context.adapter), limit: 10 };
      const did = 'list() twice at the same time, the first call aborted';
      const controller = new AbortController();
      const aborted = context.adapter.list(query, controller);
      aborted.catch(() => {});
      const other = context.adapter.list(query, context.call);
      controller.abort(newReason('First caller'));
      const { items } = await context.resolves(did, () => other);
      if (items.length !== ids.length)
        context.fail({ did, expected: `${ids.length} comments from the other call`, got: inspect(items) });
      await context.resolves(`${did}, then list() again`, () => context.adapter.list(query, context.call));
      await context.resolves(`${did}, then open()`, () => context.adapter.open(context.discussion, context.call));
    },
  }),
  defineCheck({
    name: 'abort: has no effect after the response',
    rule: 'Aborting after a call has resolved has no effect: what was stored stays.',
    hint: 'A listener on the signal outlives the call and undoes or retries something.',
    async test(context: CheckContext) {
      const { submit } = await context.require('submit');
      const draft = await newDraft(context);
      const controller = new AbortController();
      const { comment } = await context.resolves('submit()', () => submit.call(context.adapter, draft, controller));
      controller.abort(newReason('Too late'));
      const find = async () =>
        (await readAll(context, { limit: 50 })).filter(
          ({ id, body }) => id === comment?.id || body.value.includes(draft.body),
        );
      await context.eventually(
        { did: 'submit(), aborted afterwards, then list()', expected: 'the comment once' },
        find,
        (found) => (found.length === 1 ? undefined : inspect(found)),
      );
    },
  }),
  defineCheck({
    name: 'abort: does not resend a write',
    rule: 'An aborted write is stored once or not at all. The adapter never resends it.',
    hint: 'A retry, or a queue of pending requests, ignores the signal.',
    async test(context: CheckContext) {
      const { submit } = await context.require('submit');
      const draft = await newDraft(context, { body: newText('Aborted') });
      const controller = new AbortController();
      const reason = newReason('Aborted write');
      await expectReason(context, 'submit(), aborted immediately', reason, () => {
        const promise = submit.call(context.adapter, draft, controller);
        controller.abort(reason);
        return promise;
      });
      const control = await newDraft(context);
      await context.resolves('submit() of another comment', () => submit.call(context.adapter, control, context.call));
      const copies = (await readAll(context, { limit: 50 })).filter(({ body }) => body.value.includes(draft.body));
      if (copies.length > 1)
        context.fail({ did: 'submit(), aborted, then list()', expected: 'at most one comment', got: inspect(copies) });
      if (context.adapter.features?.idempotency !== 'key') return;
      const did = 'submit(), aborted, then submit() with the same key';
      const { outcome } = await context.resolves(did, () => submit.call(context.adapter, draft, context.call));
      if (outcome !== 'published') return;
      await context.eventually(
        { did: `${did}, then list()`, expected: 'the comment once' },
        async () => (await readAll(context, { limit: 50 })).filter(({ body }) => body.value.includes(draft.body)),
        (found) => (found.length === 1 ? undefined : inspect(found)),
      );
    },
  }),
];

/** Permissions may expire between two reads, so they are not compared. */
const withoutPermissions = (json: string): string => json.replace(/"can":\{[^}]*\},?/g, '');
