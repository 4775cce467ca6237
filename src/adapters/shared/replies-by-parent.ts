import type { Comment, CommentId } from '../../model/adapter.js';

/**
 * The replies to each comment by its id, and the top level by null, in the order of the list. A comment whose parent is not in the
 * list is at the top level.
 */
export function repliesByParent(comments: readonly Comment[]): ReadonlyMap<CommentId | null, readonly Comment[]> {
  const ids = new Set(comments.map(({ id }) => id));
  const replies = new Map<CommentId | null, Comment[]>();
  for (const comment of comments) {
    const parentId = comment.parentId != null && ids.has(comment.parentId) ? comment.parentId : null;
    const siblings = replies.get(parentId);
    if (siblings) siblings.push(comment);
    else replies.set(parentId, [comment]);
  }
  return replies;
}
