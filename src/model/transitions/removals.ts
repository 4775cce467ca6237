/** State transitions for a viewer who removes or restores a comment. */
import type { Comment } from '../adapter.js';
import { type DiscussionState, findComment, isCounted } from '../state/discussion-state.js';
import { commentRemoved, commentsMapped, type Removal } from './comments.js';

/** Removes a comment. Remembers it, in case the viewer restores it. */
export function commentRemovedByViewer(state: DiscussionState, comment: Comment, removal: Removal): DiscussionState {
  return { ...commentRemoved(state, comment.id, removal), removed: new Map(state.removed).set(comment.id, comment) };
}

/** Replaces a tombstone by the restored comment. Appends the comment if a reload has dropped the tombstone. */
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
