/**
 * Repairs the response of an adapter by the contract, and reports its problems. Loaded when a response fails the quick check, or when
 * the adapter has reported problems.
 */
import { AdapterError } from '../adapter.js';
import * as contract from './contract.js';
import * as results from './results.js';
import { decodeRepaired, problemsOf, problemsOfSize } from './explain.js';
import { inspect } from './inspect.js';
import type { CheckedMethod } from './quick-check.js';
import { type Decoder, decoder, object, text } from './schema.js';

/** The number of different problems to report for one response. */
const MAX_PROBLEMS = 5;

/** `accessAt` treats an unknown state as neither open nor closed. */
const anyState = object({ state: text }, contract.infoMembers);

const info = [contract.info, 'an object with "state"', anyState] as const;
const comment = [contract.comment, 'an object with "body"'] as const;

type Expected = readonly [Decoder<unknown>, string, Decoder<unknown>?];

/**
 * By method: how its response is decoded, what it has to be for the section to use it, and how it is decoded for a repair if differently.
 * `quickChecks` has the same methods but for `report`, whose response is checked only if the adapter asks for it, and `counts`, which
 * `countOf` checks.
 */
const responses = {
  open: info,
  setClosed: info,
  list: [contract.page, 'an object with an array of comments as "items"'],
  submit: [results.submitResult, 'an object whose "outcome" is published, pending, rejected or invisible'],
  get: comment,
  edit: comment,
  restore: comment,
  pin: comment,
  approve: comment,
  reject: comment,
  hold: comment,
  feature: comment,
  hide: comment,
  remove: [results.removal, 'an object with "effect"'],
  vote: [contract.votes, 'the current votes'],
  report: [results.receipt, 'a receipt'],
  counts: [
    decoder('a Map', (value) => typeof (value as Map<string, number> | null)?.get === 'function'),
    'a Map from keys to numbers',
  ],
  signIn: [
    decoder('a viewer', (value) => {
      const { state, redirect } = Object(value) as Readonly<Record<string, unknown>>;
      return state ?? redirect;
    }),
    'a viewer, or an object with "redirect"',
  ],
} satisfies Record<CheckedMethod | 'counts' | 'report', Expected>;

/**
 * Repairs the response of a method and notes its problems, or those that the adapter has `reported` itself; both if it has asked for a check
 * by an empty one. Leaves unusable comments out of a list. Throws `bad-response` if nothing is usable.
 */
export function mend(
  method: string,
  response: unknown,
  note: (problem: string) => unknown,
  reported: readonly string[] = [],
): unknown {
  const place = `${method}()`;
  const [decode, expected, repair = decode] = (responses as Partial<Record<string, Expected>>)[method] ?? [];
  const problems = decode
    ? [...nestedReplies(response, place), ...problemsOfSize(response, place), ...problemsOf(decode, response, place)]
    : [];
  const sentences = reported.filter((problem) => problem !== '');
  const isAsked = sentences.length < reported.length;
  noteAll(sentences.length === 0 || isAsked ? [...sentences, ...problems] : sentences, note);
  if (!repair || (problems.length === 0 && !isAsked)) return response;
  try {
    return decodeRepaired(repair, response, place);
  } catch (cause) {
    const message = `${place} returned ${inspect(response, 80)}; expected ${expected}`;
    throw new AdapterError('bad-response', message, { cause });
  }
}

/** The problems of a change that `subscribe` has reported, one sentence each. */
export function problemsOfChange(change: unknown): readonly string[] {
  const hasComment = 'comment' in Object(change);
  const shape = object({ type: text, ...(hasComment && { comment: contract.comment }) });
  return [...problemsOfSize(change, 'change'), ...problemsOf(shape, change, 'change')].slice(0, MAX_PROBLEMS);
}

/** Reports each problem once, at its first occurrence, with a count. */
function noteAll(problems: readonly string[], note: (problem: string) => unknown): void {
  /** By field, without the index of the comment: the first problem, and the paths of all. */
  const byField = new Map<string, { readonly problem: string; readonly paths: Set<string> }>();
  for (const problem of problems) {
    const [path = ''] = problem.split(' is ');
    const field = path.replaceAll(/\[\d+\]/g, '');
    const found = byField.get(field) ?? { problem, paths: new Set() };
    byField.set(field, found);
    found.paths.add(path);
  }
  for (const { problem, paths } of [...byField.values()].slice(0, MAX_PROBLEMS))
    note(paths.size > 1 ? `${problem} (and ${paths.size - 1} more like it)` : problem);
}

/** Describes replies nested in comments. The contract has no nested lists, so these replies would be lost silently. */
function nestedReplies(page: unknown, place: string): readonly string[] {
  const { items } = Object(page) as { readonly items?: unknown };
  if (!Array.isArray(items)) return [];
  return items.flatMap((item, index) =>
    ['children', 'replies']
      .filter((name) => Array.isArray((Object(item) as Readonly<Record<string, unknown>>)[name]))
      .map(
        (name) =>
          `${place}.items[${index}].${name} is a list, but replies stand beside their parents: ` +
          'put them into "items", each with the id of its parent as "parentId"',
      ),
  );
}
