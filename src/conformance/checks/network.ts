import type { AdapterError, ErrorKind } from '../../model/adapter.js';
import { mayBeStored } from '../adapter-errors.js';
import type { CheckContext } from '../check-context.js';
import { defineCheck, type Check } from '../check.js';
import { type FaultType, RETRY_AFTER } from '../fault.js';
import { inspect } from '../../model/contract/inspect.js';
import { methodCalls, someComments } from '../method-calls.js';
import { newDraft } from '../posting.js';
import { defaultSort } from '../reading.js';

/** What only an exception or the web page of a server says. */
const FOREIGN = /<[a-z!/]|this is a web page|\bJSON\b|\bundefined\b|is not a function/i;

/** Fails if readers would see what the adapter did not write for them. */
function expectNothingForeign(context: CheckContext, did: string, error: AdapterError): void {
  const isShown = !error.info.audience && !/^(network|timeout|bad-response)$/.test(error.kind);
  if (isShown && FOREIGN.test(error.message))
    context.fail({
      did,
      expected: 'no text of an exception or of a web page in a message for readers',
      got: inspect(error),
    });
}

interface FaultCheck {
  readonly name: string;
  readonly fault: FaultType;
  /** Completes the description of a call, such as "open() when …". */
  readonly when: string;
  readonly rule: string;
  readonly hint: string;
  /** Kinds that a read may reject with. */
  readonly reads: readonly ErrorKind[];
  /** Kinds that a write may reject with. Default: the same. */
  readonly writes?: readonly ErrorKind[];
  /** True if the backend cannot have carried out the request. */
  readonly storesNothing?: true;
}

const badResponseRule = (what: string): string =>
  `A response that is ${what} becomes the kind "bad-response", not a success or an error of another class. A write may have been stored.`;

const faultChecks: readonly FaultCheck[] = [
  {
    name: 'network: no connection is "network"',
    fault: 'offline',
    when: 'without a connection',
    rule: 'When the backend is unreachable, every call rejects with the kind "network".',
    hint: 'The TypeError from fetch is passed on, or becomes "unavailable".',
    reads: ['network'],
    storesNothing: true,
  },
  {
    name: 'network: a web page instead of data is "bad-response"',
    fault: 'html-page',
    when: 'when the response is a web page',
    rule: badResponseRule('a web page'),
    hint: 'response.json() throws a SyntaxError, which is not caught.',
    reads: ['bad-response'],
  },
  {
    name: 'network: an empty response is "bad-response"',
    fault: 'empty',
    when: 'when the response is empty',
    rule: badResponseRule('empty where data is expected'),
    hint: 'An empty body is treated as an empty list.',
    reads: ['bad-response'],
  },
  {
    name: 'network: a truncated response is "bad-response"',
    fault: 'truncated',
    when: 'when the response is cut off',
    rule: badResponseRule('cut off'),
    hint: 'response.json() throws a SyntaxError, which is not caught.',
    reads: ['bad-response', 'network'],
  },
  {
    name: 'network: unexpected JSON is "bad-response"',
    fault: 'wrong-types',
    when: 'when the response is [1, 2, 3]',
    rule: badResponseRule('JSON of another shape'),
    hint: 'The response is cast to a type but not validated. The page then fails elsewhere, or shows an empty discussion.',
    reads: ['bad-response'],
  },
  {
    name: 'network: a server error is "unavailable"',
    fault: 'server-error',
    when: 'when the response is a web page with status 500',
    rule: 'A status of 500 or above becomes the kind "unavailable". A write may have been stored.',
    hint: 'The error body is parsed as JSON before the status is checked, or it becomes the message. A message for support needs info.audience.',
    reads: ['unavailable'],
  },
  {
    name: 'network: rate limiting reports the seconds to wait',
    fault: 'rate-limited',
    when: `when the response has status 429 and Retry-After: ${RETRY_AFTER}`,
    rule: 'A rate limit becomes the kind "rate-limited" with info.retryAfter in seconds. For a read, "unavailable" is allowed as well.',
    hint: 'Retry-After is ignored, or converted to milliseconds.',
    reads: ['rate-limited', 'unavailable'],
    writes: ['rate-limited'],
    storesNothing: true,
  },
];

const defineFaultCheck = ({ name, fault, when, rule, hint, reads, writes = reads, storesNothing }: FaultCheck): Check =>
  defineCheck({
    name,
    rule,
    hint,
    async test(context: CheckContext) {
      const draft = context.adapter.submit && (await newDraft(context));
      const { adapter } = await context.faulty(fault);
      const open = await context.rejectsWith(`open() ${when}`, { kinds: reads }, () =>
        adapter.open(context.discussion, context.call),
      );
      const query = { discussion: context.discussion, sort: defaultSort(adapter), limit: 5 };
      const list = await context.rejectsWith(`list() ${when}`, { kinds: reads }, () =>
        adapter.list(query, context.call),
      );
      const errors = [open, list];
      if (draft && adapter.submit) {
        const { submit } = context.withMethods(adapter, ['submit']);
        const did = `submit() ${when}`;
        const error = await context.rejectsWith(did, { kinds: writes }, () =>
          submit.call(adapter, draft, context.call),
        );
        if (!storesNothing && !mayBeStored(error))
          context.fail({
            did,
            expected: 'an error that leaves open whether the comment was stored',
            got: inspect(error),
          });
        errors.push(error);
      }
      for (const error of errors) expectNothingForeign(context, `open(), list() and submit() ${when}`, error);
      if (fault !== 'rate-limited') return;
      for (const error of errors) {
        const { retryAfter } = error.info;
        const isCorrect = retryAfter !== undefined && Math.abs(retryAfter - RETRY_AFTER) <= 1;
        if (!isCorrect && !(error.kind === 'unavailable' && retryAfter === undefined))
          context.fail({
            did: `open(), list() and submit() ${when}`,
            expected: `info.retryAfter ${RETRY_AFTER}`,
            got: inspect(error),
          });
      }
    },
  });

export const networkChecks = [
  ...faultChecks.map(defineFaultCheck),
  defineCheck({
    name: 'network: every method throws only AdapterErrors',
    rule:
      'Every method rejects only with an AdapterError, whatever the backend sends. Any other exception is a bug, of which readers see ' +
      'nothing but that the site is having trouble. A message for readers contains no text of an exception or of a web page.',
    hint: 'A method has no time limit, no decoder or no catch of its own. Send all requests with createClient, or wrap the adapter in guardAdapter.',
    async test(context: CheckContext) {
      const comments = await someComments(context);
      for (const fault of ['html-page', 'wrong-types', 'server-error', 'offline'] as const) {
        const { adapter } = await context.faulty(fault);
        for (const { did, make } of await methodCalls(context, { ...comments, adapter })) {
          const call = `${did} with the fault "${fault}"`;
          const settled = await context.settle(call, () => make(adapter, context.call));
          if (settled.status === 'fulfilled') continue;
          expectNothingForeign(context, call, context.expectAdapterError(call, settled.reason));
        }
      }
    },
  }),
  defineCheck({
    name: 'network: a silent backend is "timeout"',
    rule: 'An adapter waits for a response no longer than its time limit, then throws the kind "timeout". A write may have been stored.',
    hint: 'The time limit aborts the request, and the AbortError or TimeoutError is passed on.',
    async test(context: CheckContext) {
      if (context.stage.timeLimit === undefined)
        context.skipWithoutStage('timeLimit', 'The stage has no time limit (Stage.timeLimit).');
      const draft = context.adapter.submit && (await newDraft(context));
      const { adapter } = await context.faulty('silent');
      const when = 'while the backend is silent';
      await context.rejectsWith(`open() ${when}`, { kinds: ['timeout'] }, () =>
        adapter.open(context.discussion, context.call),
      );
      if (!draft || !adapter.submit) return;
      const { submit } = context.withMethods(adapter, ['submit']);
      const error = await context.rejectsWith(`submit() ${when}`, { kinds: ['timeout'] }, () =>
        submit.call(adapter, draft, context.call),
      );
      if (!mayBeStored(error))
        context.fail({
          did: `submit() ${when}`,
          expected: 'an error that leaves open whether the comment was stored',
          got: inspect(error),
        });
    },
  }),
  defineCheck({
    name: 'network: a write is sent once',
    rule: 'An adapter never retries a write. The store decides whether to send it again.',
    hint: 'The HTTP client retries writes as well as reads.',
    async test(context: CheckContext) {
      await context.require('submit');
      const draft = await newDraft(context);
      for (const fault of ['server-error', 'offline', 'rate-limited'] as const) {
        const { adapter, requests } = await context.faulty(fault);
        const { submit } = context.withMethods(adapter, ['submit']);
        await context.rejects(`submit() with the fault "${fault}"`, () => submit.call(adapter, draft, context.call));
        const writes = requests.filter((method) => method !== 'GET' && method !== 'HEAD');
        if (writes.length > 1)
          context.fail({
            did: `submit() with the fault "${fault}"`,
            expected: 'at most one write request',
            got: writes.join(', '),
          });
      }
    },
  }),
];
