import type { ErrorKind } from '../../model/adapter.js';
import { defineCheck, type Check } from '../check.js';
import { saysStored } from '../error-judge.js';
import { type FaultType, RETRY_AFTER } from '../fault.js';
import { newDraft } from '../posting.js';
import { defaultSort } from '../reading.js';
import type { Scene } from '../scene.js';
import { shown } from '../shown-value.js';

interface BadLine {
  readonly name: string;
  readonly fault: FaultType;
  readonly words: string;
  readonly rule: string;
  readonly hint: string;
  /** What a read has to be refused with. */
  readonly reads: readonly ErrorKind[];
  /** What a write has to be refused with. Default: the same. */
  readonly writes?: readonly ErrorKind[];
  /** Whether the request had certainly no chance to be carried out. */
  readonly isHarmless?: true;
}

const BAD_RESPONSE_RULE = (what: string): string =>
  `An answer that is ${what} is the kind "bad-response", after which a write may be stored; it is neither taken for a success nor thrown as it is.`;

const badLines: readonly BadLine[] = [
  {
    name: 'line: no connection is "network"',
    fault: 'offline',
    words: 'without a connection',
    rule: 'When the backend cannot be reached, each call is refused with the kind "network".',
    hint: 'The TypeError that fetch throws is let through, or becomes "unavailable".',
    reads: ['network'],
    isHarmless: true,
  },
  {
    name: 'line: a web page instead of data is "bad-response"',
    fault: 'html-page',
    words: 'answered with a web page',
    rule: BAD_RESPONSE_RULE('a web page'),
    hint: 'response.json() throws a SyntaxError, which nobody catches.',
    reads: ['bad-response'],
  },
  {
    name: 'line: an empty answer is "bad-response"',
    fault: 'empty',
    words: 'answered with nothing',
    rule: BAD_RESPONSE_RULE('empty where data is expected'),
    hint: 'An empty body is taken for an empty list.',
    reads: ['bad-response'],
  },
  {
    name: 'line: an answer that breaks off is "bad-response"',
    fault: 'truncated',
    words: 'with answers that break off in the middle',
    rule: BAD_RESPONSE_RULE('cut off'),
    hint: 'response.json() throws a SyntaxError, which nobody catches.',
    reads: ['bad-response', 'network'],
  },
  {
    name: 'line: data that means nothing is "bad-response"',
    fault: 'wrong-types',
    words: 'answered with [1, 2, 3]',
    rule: BAD_RESPONSE_RULE('JSON of another form'),
    hint: 'The answer is cast to a type and not looked at; the page then fails somewhere else, or shows an empty discussion.',
    reads: ['bad-response'],
  },
  {
    name: 'line: a failing server is "unavailable"',
    fault: 'server-error',
    words: 'answered with the status 500 and a web page',
    rule: 'A status of 500 or more is the kind "unavailable", after which a write may be stored.',
    hint: 'The body of the error is read as JSON before the status is looked at.',
    reads: ['unavailable'],
  },
  {
    name: 'line: too many requests are told with the seconds to wait',
    fault: 'rate-limited',
    words: `answered with the status 429 and Retry-After: ${RETRY_AFTER}`,
    rule: 'A limit of rate is the kind "rate-limited" with info.retryAfter in seconds; where nothing was to be written it may be "unavailable", too.',
    hint: 'Retry-After is not read, or made milliseconds.',
    reads: ['rate-limited', 'unavailable'],
    writes: ['rate-limited'],
    isHarmless: true,
  },
];

const badLineCheck = ({ name, fault, words, rule, hint, reads, writes = reads, isHarmless }: BadLine): Check =>
  defineCheck({
    name,
    rule,
    hint,
    async act(scene: Scene) {
      const draft = scene.adapter.submit && (await newDraft(scene));
      const { adapter } = await scene.faulty(fault);
      const open = await scene.refusal(`open() ${words}`, { kinds: reads }, () => adapter.open(scene.discussion, scene.call));
      const query = { discussion: scene.discussion, sort: defaultSort(adapter), limit: 5 };
      const list = await scene.refusal(`list() ${words}`, { kinds: reads }, () => adapter.list(query, scene.call));
      const errors = [open, list];
      if (draft && adapter.submit) {
        const { submit } = scene.withMethods(adapter, ['submit']);
        const did = `submit() ${words}`;
        const error = await scene.refusal(did, { kinds: writes }, () => submit.call(adapter, draft, scene.call));
        if (!isHarmless && saysStored(error) === 'no')
          scene.fail({ did, expected: 'an error that leaves open whether the comment is stored', got: shown(error) });
        errors.push(error);
      }
      if (fault !== 'rate-limited') return;
      for (const error of errors) {
        const { retryAfter } = error.info;
        const isTold = retryAfter !== undefined && Math.abs(retryAfter - RETRY_AFTER) <= 1;
        if (!isTold && !(error.kind === 'unavailable' && retryAfter === undefined))
          scene.fail({ did: `called ${words}`, expected: `info.retryAfter ${RETRY_AFTER}`, got: shown(error) });
      }
    },
  });

export const wire = [
  ...badLines.map(badLineCheck),
  defineCheck({
    name: 'line: a backend that does not answer is "timeout"',
    rule: 'An adapter waits for an answer no longer than its time limit, and then throws the kind "timeout", after which a write may be stored.',
    hint: 'The time limit aborts the request, and its AbortError or TimeoutError is let through.',
    async act(scene: Scene) {
      if (scene.stage.timeLimit === undefined) scene.skip('The stage names no time limit (Stage.timeLimit).');
      const draft = scene.adapter.submit && (await newDraft(scene));
      const { adapter } = await scene.faulty('silent');
      const did = 'of a backend that does not answer';
      await scene.refusal(`open() ${did}`, { kinds: ['timeout'] }, () => adapter.open(scene.discussion, scene.call));
      if (!draft || !adapter.submit) return;
      const { submit } = scene.withMethods(adapter, ['submit']);
      const error = await scene.refusal(`submit() ${did}`, { kinds: ['timeout'] }, () => submit.call(adapter, draft, scene.call));
      if (saysStored(error) === 'no')
        scene.fail({ did: `submit() ${did}`, expected: 'an error that leaves open whether the comment is stored', got: shown(error) });
    },
  }),
  defineCheck({
    name: 'line: a write is sent once',
    rule: 'An adapter never retries a write; whether it is sent again is for the store to decide.',
    hint: 'A client with retries built in is used for writes as well.',
    async act(scene: Scene) {
      await scene.having('submit');
      const draft = await newDraft(scene);
      for (const fault of ['server-error', 'offline', 'rate-limited'] as const) {
        const { adapter, requests } = await scene.faulty(fault);
        const { submit } = scene.withMethods(adapter, ['submit']);
        await scene.anyRefusal(`submit() with the fault "${fault}"`, () => submit.call(adapter, draft, scene.call));
        const writes = requests.filter((method) => method !== 'GET' && method !== 'HEAD');
        if (writes.length > 1)
          scene.fail({ did: `submit() with the fault "${fault}"`, expected: 'one request that writes, at most', got: writes.join(', ') });
      }
    },
  }),
];
