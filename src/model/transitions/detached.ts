/** State transitions for comments that no page of the list has reached. */
import type { Comment, CommentId, Sort } from '../adapter.js';
import { type DiscussionState, rootCount } from '../state/discussion-state.js';

/** Detaches those of the comments added since `before` whose branch has no beginning in the list. */
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
  const missing = new Map([...state.missing, ...apart.flatMap((comment) => placeOf(comment, before))]);
  return {
    ...state,
    comments: [...first, ...before.comments, ...below],
    detached: apart.length > 0 ? inserted(apart, state.detached, { missing, sort: state.sort }) : state.detached,
    missing,
  };
}

/** True for a comment that was posted after the list was loaded, newest first: it stands at the beginning. */
function isAheadOf({ parentId, createdAt }: Comment, { comments, sort }: DiscussionState): boolean {
  const latest = comments.find((comment) => !comment.parentId && !comment.pinned);
  return sort === 'newest' && !parentId && latest !== undefined && Date.parse(createdAt) > Date.parse(latest.createdAt);
}

/** An entry for `missing`, where the backend tells the comment's place in the list. */
function placeOf({ id, preceding }: Comment, state: DiscussionState): readonly (readonly [string, number])[] {
  const isRoot = ({ parentId }: Comment): boolean => !parentId;
  // The backend lists these first; here they are held back, or stand above the list.
  const ahead = state.sort === 'newest' ? [...state.waiting, ...state.posted].filter(isRoot).length : 0;
  const count = (preceding?.[state.sort as Sort] ?? NaN) - rootCount(state) - ahead;
  // Less than none: the list has changed since it was loaded.
  return count >= 0 ? [[id, count]] : [];
}

/**
 * Puts each top-level comment before the first one that comes after it: by their places in the list where those are known, otherwise
 * by time. Nothing tells the order of equal votes, or an order of the backend's own. What is shown already keeps its order.
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
    const place = comment.parentId ? -1 : all.findIndex((other) => !other.parentId && difference(comment, other) < 0);
    all.splice(place < 0 ? all.length : place, 0, comment);
  }
  return all;
}

/**
 * The gaps in the list, by the detached comment that follows each: the number of top-level comments that are not loaded in between,
 * or undefined where the backend does not tell.
 */
export function gapsBefore({ detached, missing, next }: DiscussionState): ReadonlyMap<CommentId, number | undefined> {
  const gaps = new Map<CommentId, number | undefined>();
  // The list has nothing left that could lie in between.
  if (next === undefined) return gaps;
  const ids = new Set(detached.map(({ id }) => id));
  let place: number | undefined = 0;
  for (const { id, parentId } of detached) {
    if (parentId && ids.has(parentId)) continue;
    const before = missing.get(id);
    const count: number = (before ?? NaN) - (place ?? NaN);
    if (count !== 0) gaps.set(id, count > 0 ? count : undefined);
    place = before === undefined ? undefined : before + 1;
  }
  return gaps;
}

/** The last top-level comment of the list, beyond its gaps. The reader's own new ones do not count, since those move to the end. */
export function lastTopLevel({ comments, detached }: DiscussionState): Comment | undefined {
  const isTopLevel = ({ parentId }: Comment): boolean => !parentId;
  return detached.findLast(isTopLevel) ?? comments.findLast(isTopLevel);
}
