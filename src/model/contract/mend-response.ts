/**
 * Repairs the response of an adapter by the contract, and reports its problems. Loaded when a response fails the quick check, or when
 * the adapter has reported problems.
 */
import * as contract from './contract.js';
import { decodeRepaired, problemsOf } from './explain.js';
import type { CheckedMethod } from './quick-check.js';
import { type Decoder, decoder } from './schema.js';

/** The number of different problems to report for one response. */
const MAX_PROBLEMS = 5;

/** Names the member that matters most, for a response that is no object at all. */
const objectWith =
  <T>(member: string, decode: Decoder<T>): Decoder<T> =>
  (value, place, reading) =>
    decode(
      decoder(`an object with "${member}"`, (found) => Object(found) === found && !Array.isArray(found))(value, place),
      place,
      reading,
    );

const info = objectWith('state', contract.info);
const comment = objectWith('body', contract.comment);

/** By method. `quickChecks` has the same methods. */
const decoders = {
  open: info,
  setClosed: info,
  list: objectWith('items', contract.page),
  submit: objectWith('outcome', contract.submitResult),
  get: comment,
  edit: comment,
  restore: comment,
  pin: comment,
  approve: comment,
  reject: comment,
  hold: comment,
  feature: comment,
  hide: comment,
  remove: objectWith('effect', contract.removal),
  vote: objectWith('up', contract.votes),
  counts: decoder(
    'a Map from keys to numbers',
    (value) => typeof (value as Map<string, number> | null)?.get === 'function',
  ),
  signIn: decoder('a viewer, or an object with "redirect"', (value) => {
    const { state, redirect } = Object(value) as Readonly<Record<string, unknown>>;
    return state ?? redirect;
  }),
} satisfies Record<CheckedMethod, Decoder<unknown>>;

/**
 * Repairs the response of a method and notes its problems, or those that the adapter has `reported` itself. Leaves unusable comments out
 * of a list. Throws `bad-response` if nothing is usable.
 */
export function mend(
  method: string,
  response: unknown,
  note: (problem: string) => unknown,
  reported: readonly string[] = [],
): unknown {
  const place = `${method}() response`;
  const decode = (decoders as Readonly<Record<string, Decoder<unknown> | undefined>>)[method];
  const problems = decode ? [...nestedReplies(response, place), ...problemsOf(decode, response, place)] : [];
  noteAll(reported.length > 0 ? reported : problems, note);
  return decode && problems.length > 0 ? decodeRepaired(decode, response, place) : response;
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
          `${place} › items[${index}] › ${name} is a list, but replies stand beside their parents: ` +
          'put them into "items", each with the id of its parent as "parentId"',
      ),
  );
}
