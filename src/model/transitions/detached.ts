/** State transitions and selectors for comments that no page of the list has reached, and for the gaps before them. */
import type { Comment, CommentId, Sort } from '../adapter.js';
import { type DiscussionState, rootCount } from '../state/discussion-state.js';

/** Detaches the comments added since `before` whose branch does not start in the list. */
export function branchDetached(state: DiscussionState, before: DiscussionState): DiscussionState {
  const listed = new Set([...before.comments, ...before.posted].map(({ id }) => id));
  const first: Comment[] = [];
  const below: Comment[] = [];
  const apart: Comment[] = [];
  // Ancestors come first.
  for (const comment of state.comments.slice(before.comments.length)) {
    const isBelow = comment.parentId && listed.has(comment.parentId);
    const group = isBelow ? below : isAheadOf(comment, before) ? first : apart;
    if (group !== apart) listed.add(comment.id);
    group.push(comment);
  }
  const missing = new Map([...state.missing, ...apart.flatMap((comment) => missingBefore(comment, before))]);
  return {
    ...state,
    comments: [...first, ...before.comments, ...below],
    detached: apart.length > 0 ? inserted(apart, state.detached, { missing, sort: state.sort }) : state.detached,
    missing,
  };
}

/** True if the comment was posted after the list was loaded, newest first. It is then placed at the beginning. */
function isAheadOf({ parentId, createdAt }: Comment, { comments, sort }: DiscussionState): boolean {
  const latest = comments.find((comment) => !comment.parentId && !comment.pinned);
  return sort === 'newest' && !parentId && latest !== undefined && Date.parse(createdAt) > Date.parse(latest.createdAt);
}

/** An entry for `missing`, if the backend reports the comment's position in the list. */
function missingBefore({ id, preceding }: Comment, state: DiscussionState): readonly (readonly [string, number])[] {
  const isRoot = ({ parentId }: Comment): boolean => !parentId;
  // The backend lists these first. Here, they are held back or above the list.
  const ahead = state.sort === 'newest' ? [...state.waiting, ...state.posted].filter(isRoot).length : 0;
  const count = (preceding?.[state.sort as Sort] ?? NaN) - rootCount(state) - ahead;
  // A negative number means that the list has changed since it was loaded.
  return count >= 0 ? [[id, count]] : [];
}

/**
 * Inserts each top-level comment before the first one that follows it: by position in the list if known, otherwise by time. With
 * equal votes, or in a backend's own order, the position is unknown. Shown comments keep their order.
 */
function inserted(
  apart: readonly Comment[],
  detached: readonly Comment[],
  { missing, sort }: Pick<DiscussionState, 'missing' | 'sort'>,
): readonly Comment[] {
  const direction = sort === 'oldest' ? 1 : sort === 'newest' ? -1 : 0;
  const difference = (one: Comment, other: Comment): number =>
    (missing.get(one.id) ?? NaN) - (missing.get(other.id) ?? NaN) ||
    (Date.parse(one.createdAt) - Date.parse(other.createdAt)) * direction;
  const all = [...detached];
  for (const comment of apart) {
    const index = comment.parentId ? -1 : all.findIndex((other) => !other.parentId && difference(comment, other) < 0);
    all.splice(index < 0 ? all.length : index, 0, comment);
  }
  return all;
}

/**
 * The gaps in the list, by the detached comment after each gap: the number of top-level comments that are not loaded in between, or
 * undefined if the backend does not report it.
 */
export function gapsBefore({ detached, missing, next }: DiscussionState): ReadonlyMap<CommentId, number | undefined> {
  const gaps = new Map<CommentId, number | undefined>();
  // The whole list has loaded, so there are no gaps.
  if (next === undefined) return gaps;
  const ids = new Set(detached.map(({ id }) => id));
  let position: number | undefined = 0;
  for (const { id, parentId } of detached) {
    if (parentId && ids.has(parentId)) continue;
    const before = missing.get(id);
    const count: number = (before ?? NaN) - (position ?? NaN);
    if (count !== 0) gaps.set(id, count > 0 ? count : undefined);
    position = before === undefined ? undefined : before + 1;
  }
  return gaps;
}

/** The last top-level comment, after all gaps. Ignores comments posted from this page, because those move to the end. */
export function lastTopLevel({ comments, detached }: DiscussionState): Comment | undefined {
  const isTopLevel = ({ parentId }: Comment): boolean => !parentId;
  return detached.findLast(isTopLevel) ?? comments.findLast(isTopLevel);
}
