import type { Comment, CommentId } from '../adapter.js';
import type { DiscussionState } from '../state/discussion-state.js';

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
