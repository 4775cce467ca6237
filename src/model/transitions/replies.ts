/** State transitions for comments loaded outside the pages of the list: more replies, and targets of permalinks. */
import type { Comment, CommentId, CommentPage } from '../adapter.js';
import type { DiscussionState } from '../discussion/discussion-state.js';
import { mergedReplies } from './comments.js';
import { pageAppended } from './loading.js';

/** Appends more replies to a comment. Skips those that are listed already. */
export function repliesLoaded(state: DiscussionState, parentId: CommentId, page: CommentPage): DiscussionState {
  const loaded = branchLoaded(state, page.items);
  const withCursor = (list: readonly Comment[]): readonly Comment[] =>
    list.map((comment) => {
      if (comment.id !== parentId) return comment;
      const { total, next } = comment.replies ?? {};
      // A cursor that repeats without adding replies would offer more of them forever.
      const isStuck = page.next === next && loaded.comments.length === state.comments.length;
      return { ...comment, replies: { total: page.total ?? total, next: isStuck ? undefined : page.next } };
    });
  const branches = new Map(loaded.branches);
  branches.delete(parentId);
  return { ...loaded, comments: withCursor(loaded.comments), posted: withCursor(loaded.posted), branches };
}

/**
 * Adds comments that no page so far has brought, ancestors first. They come before those of later pages. Comments
 * posted here stay in `posted`, since a held comment is in no list.
 */
export function branchLoaded(state: DiscussionState, branch: readonly Comment[]): DiscussionState {
  const { posted, next, more, total, truncated } = state;
  const items = branch.filter(({ id }) => posted.every((one) => one.id !== id));
  // These comments are not a page of the list: cursor, total and progress stay as they were.
  return { ...pageAppended({ ...state, next: undefined }, { items }), next, more, total, truncated };
}

/**
 * Restores what a reload of the list does not bring back: the comments in `separate`, which were loaded as replies or
 * by a permalink. Drops them when another person has signed in, and where the new list shows that they are gone.
 */
export function branchesKept(
  state: DiscussionState,
  before: DiscussionState,
  separate: ReadonlySet<CommentId>,
): DiscussionState {
  const [viewerBefore, viewer] = [before, state].map((one) => one.viewer.author?.id);
  if (viewerBefore !== undefined && viewerBefore !== viewer) return state;
  const present = new Map(state.comments.map((comment) => [comment.id, comment]));
  const kept = new Set<Comment>();
  for (const comment of before.comments) {
    if (present.has(comment.id) || !separate.has(comment.id)) continue;
    const parent = present.get(comment.parentId ?? '');
    const isBelowKept = parent !== undefined && kept.has(parent);
    // The list has more to load there, so the comment may still exist.
    const isPlausible = isBelowKept || (comment.parentId ? parent?.replies?.next : state.next) !== undefined;
    if (!isPlausible) continue;
    // Permissions are unknown once someone has signed in.
    const restored = viewerBefore === viewer ? comment : { ...comment, can: undefined };
    kept.add(restored);
    present.set(comment.id, restored);
  }
  if (kept.size === 0) return state;
  const parentIds = new Set([...kept].map(({ parentId }) => parentId));
  const comments = state.comments.map((comment) => {
    const replies = parentIds.has(comment.id) && before.comments.find(({ id }) => id === comment.id)?.replies;
    return replies ? { ...comment, replies: mergedReplies(replies, comment.replies) } : comment;
  });
  return branchLoaded({ ...state, comments }, [...kept]);
}
