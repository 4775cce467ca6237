/** Repairs responses that break the contract, and describes their problems. Loaded when a response fails the quick check. */
import {
  AdapterError,
  type Author,
  type Body,
  type Comment,
  type CommentPage,
  type DiscussionInfo,
  type SubmitResult,
} from '../adapter.js';
import * as shapes from './contract-shapes.js';
import { inspect } from './inspect.js';
import { type CheckedMethod, quickChecks } from './quick-check.js';
import type { Shape } from './shape.js';

type Fields = Readonly<Record<string, unknown>>;

/** The number of different problems to report for one response. */
const MAX_PROBLEMS = 5;

/**
 * Repairs the response of a method and notes its problems. Leaves unusable comments out of a list. Throws `bad-response` if nothing
 * is usable.
 */
export function mend(method: CheckedMethod, response: unknown, note: (problem: string) => void): unknown {
  switch (method) {
    case 'open':
    case 'setClosed':
      noteAll(shapes.info(response, `${method}()`), note);
      return mendInfo(method, response);
    case 'list':
      noteAll([...nestedReplies(response), ...shapes.page(response, 'list()')], note);
      return mendPage(response);
    case 'submit':
      noteAll(shapes.submitResult(response, 'submit()'), note);
      return mendResult(response);
    case 'get':
    case 'edit':
    case 'restore':
    case 'pin':
    case 'approve':
    case 'reject':
    case 'hold':
    case 'feature':
    case 'hide': {
      noteAll(shapes.comment(response, `${method}()`), note);
      const comment = mendComment(response);
      if (comment) return comment;
      throw useless(method, response, 'an object with "body"');
    }
    case 'remove':
      noteAll(shapes.removal(response, 'remove()'), note);
      return required(method, response, 'an object with "effect"');
    case 'vote':
      noteAll(shapes.votes(response, 'vote()'), note);
      return required(method, response, 'the current votes');
    case 'counts':
      return required(method, response, 'a Map from keys to numbers');
    case 'signIn':
      return required(method, response, 'a viewer, or an object with "redirect"');
  }
}

/** Returns a response that cannot be repaired. Throws `bad-response` if it fails the quick check. */
function required(method: CheckedMethod, response: unknown, expected: string): unknown {
  if (Object(response) === response && quickChecks[method](response as never)) return response;
  throw useless(method, response, expected);
}

/** Reports each problem once, at its first occurrence, with a count. */
function noteAll(problems: readonly string[], note: (problem: string) => void): void {
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
function nestedReplies(page: unknown): readonly string[] {
  const { items } = Object(page) as { readonly items?: unknown };
  if (!Array.isArray(items)) return [];
  return items.flatMap((item, index) =>
    ['children', 'replies']
      .filter((name) => Array.isArray((Object(item) as Fields)[name]))
      .map(
        (name) =>
          `list().items[${index}].${name} is a list, but replies stand beside their parents: ` +
          'put them into "items", each with the id of its parent as "parentId"',
      ),
  );
}

/** The error for an unusable response. */
const useless = (method: string, response: unknown, expected: string): AdapterError =>
  new AdapterError('bad-response', `${method}() returned ${inspect(response, 80)}; expected ${expected}`);

function mendPage(page: unknown): CommentPage {
  const { items, next, total, totalCounts, ...rest } = Object(page) as Fields;
  if (!Array.isArray(items)) throw useless('list', page, 'an object with an array of comments as "items"');
  const usable = items.flatMap((item) => mendComment(item) ?? []);
  if (usable.length === 0 && items.length > 0)
    throw useless('list', page, 'an object with an array of comments, each with "id" and "body", as "items"');
  return {
    ...rest,
    items: usable,
    next: idOf(next),
    total: numberOf(total),
    ...(totalCounts === 'roots' && { totalCounts }),
  };
}

/** Undefined if the comment has no id or no text. */
function mendComment(comment: unknown): Comment | undefined {
  if (shapes.comment(comment, '').length === 0) return comment as Comment;
  const { id, parentId, author, body, createdAt, status, replies, ...rest } = Object(comment) as Fields;
  const usableId = idOf(id);
  const usableBody = bodyOf(body, status);
  if (usableId === undefined || usableBody === undefined) return undefined;
  const { next, total } = (Array.isArray(replies) ? {} : Object(replies)) as Fields;
  return {
    ...soundFields(rest, shapes.commentFields),
    id: usableId,
    parentId: idOf(parentId) ?? null,
    author: authorOf(author),
    body: usableBody,
    createdAt: dateOf(createdAt),
    // An unknown status may be one that readers must not see.
    status: status == null ? 'visible' : (shapes.statuses.find((known) => known === status) ?? 'hidden'),
    replies: { next: idOf(next), total: numberOf(total) },
  };
}

function mendInfo(method: string, info: unknown): DiscussionInfo {
  const { state, viewer, posting, policy, total, stateMessage, ...rest } = Object(info) as Fields;
  if (typeof state !== 'string') throw useless(method, info, 'an object with "state"');
  const { author, state: viewerState, ...restOfViewer } = Object(viewer) as Fields;
  const { body, url } = Object(policy) as Fields;
  return {
    ...soundFields(rest, shapes.infoFields),
    // `accessAt` treats an unknown state as neither open nor closed.
    state: state as DiscussionInfo['state'],
    ...(typeof stateMessage === 'string' && { stateMessage }),
    ...(typeof viewer === 'object' &&
      viewer && {
        viewer: {
          ...soundFields(restOfViewer, shapes.viewerFields),
          state: viewerState === 'anonymous' || viewerState === 'signed-in' ? viewerState : 'unknown',
          author: authorOf(author) ?? undefined,
        },
      }),
    ...(typeof posting === 'object' && posting && { posting: soundFields(posting as Fields, shapes.postingFields) }),
    policy: { body: bodyOf(body, undefined), ...(typeof url === 'string' && { url }) },
    total: numberOf(total),
  };
}

/** Drops an unusable comment. */
function mendResult(result: unknown): SubmitResult {
  const { comment, ...rest } = Object(result) as Partial<SubmitResult>;
  if (!quickChecks.submit(rest as SubmitResult))
    throw useless('submit', result, 'an object whose "outcome" is published, pending, rejected or invisible');
  const usable = mendComment(comment);
  return { ...rest, ...(usable && { comment: usable }) } as SubmitResult;
}

/** The fields that have the expected shape. */
function soundFields(fields: Fields, expected: Readonly<Record<string, Shape>>): Fields {
  return Object.fromEntries(
    Object.entries(fields).filter(([name, value]) => expected[name] && expected[name](value, name).length === 0),
  );
}

function authorOf(author: unknown): Author | null {
  if (typeof author === 'string') return { name: author };
  if (typeof author !== 'object' || author === null) return null;
  const { name, id, url, avatar, badges } = author as Fields;
  return {
    name: typeof name === 'string' ? name : '',
    ...(idOf(id) !== undefined && { id: idOf(id)! }),
    ...(typeof url === 'string' && { url }),
    ...(typeof avatar === 'string' && { avatar }),
    ...(Array.isArray(badges) && { badges: badges.filter(isUsableBadge) as Author['badges'] }),
  };
}

/** Badges that are strings are shown even if they are not well-known. */
function isUsableBadge(badge: unknown): boolean {
  return typeof badge === 'string' || shapes.labelled(badge, '').length === 0;
}

/** A text without a format becomes plain text. A tombstone needs no text. */
function bodyOf(body: unknown, status: unknown): Body | undefined {
  if (typeof body === 'string') return { format: 'text', value: body };
  const { format, value } = Object(body) as Fields;
  const isGone = status === 'deleted' || status === 'hidden';
  if (typeof value !== 'string') return isGone ? { format: 'text', value: '' } : undefined;
  return { format: format === 'markdown' || format === 'html' ? format : 'text', value };
}

/** A number is no date, because its unit is unknown. */
function dateOf(date: unknown): string {
  if (date instanceof Date && !Number.isNaN(date.getTime())) return date.toISOString();
  return typeof date === 'string' ? date : '';
}

function idOf(id: unknown): string | undefined {
  return typeof id === 'number' || typeof id === 'bigint' || (typeof id === 'string' && id !== '')
    ? String(id)
    : undefined;
}

function numberOf(value: unknown): number | undefined {
  const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
  return Number.isFinite(number) ? (number as number) : undefined;
}
