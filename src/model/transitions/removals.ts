/** State transitions for comments the viewer removes and restores. */
import type { Comment } from '../adapter.js';
import { type DiscussionState, findComment, isCounted } from '../discussion/discussion-state.js';
import { commentRemoved, commentsMapped, type Removal } from './comments.js';

/** Removes a comment and remembers it as it was, in case the viewer restores it. */
export function commentRemovedByViewer(state: DiscussionState, comment: Comment, removal: Removal): DiscussionState {
  return { ...commentRemoved(state, comment.id, removal), removed: new Map(state.removed).set(comment.id, comment) };
}

/** Puts a removed comment back in its place, or at the end when a reload has dropped its tombstone. */
export function commentRestored(state: DiscussionState, comment: Comment): DiscussionState {
  const removed = new Map(state.removed);
  removed.delete(comment.id);
  const tombstone = findComment(state, comment.id);
  const { total } = state;
  const isInTotal = !isCounted(comment) || (tombstone && isCounted(tombstone));
  const restored = tombstone
    ? commentsMapped(state, (one) => (one.id === comment.id ? comment : one))
    : { ...state, comments: [...state.comments, comment] };
  return { ...restored, removed, total: total === undefined || isInTotal ? total : total + 1 };
}
