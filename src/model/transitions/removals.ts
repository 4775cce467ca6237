/** State transitions for comments the viewer removes and restores. */
import type { Comment } from '../adapter.js';
import { type DiscussionState, isCounted } from '../discussion/discussion-state.js';
import { commentRemoved, type Removal } from './comments.js';

/** Removes a comment and remembers it as it was, in case the viewer restores it. */
export function commentRemovedByViewer(state: DiscussionState, comment: Comment, removal: Removal): DiscussionState {
  return { ...commentRemoved(state, comment.id, removal), removed: new Map(state.removed).set(comment.id, comment) };
}

/** Puts a removed comment back in its place, or at the end when a reload has dropped its tombstone. */
export function commentRestored(state: DiscussionState, comment: Comment): DiscussionState {
  const { comments, detached, posted, total } = state;
  const removed = new Map(state.removed);
  removed.delete(comment.id);
  const tombstone = [...comments, ...detached, ...posted].find(({ id }) => id === comment.id);
  const restore = (list: readonly Comment[]): readonly Comment[] =>
    list.map((one) => (one === tombstone ? comment : one));
  const isInTotal = !isCounted(comment) || (tombstone && isCounted(tombstone));
  return {
    ...state,
    removed,
    comments: tombstone ? restore(comments) : [...comments, comment],
    detached: restore(detached),
    posted: restore(posted),
    total: total === undefined || isInTotal ? total : total + 1,
  };
}
