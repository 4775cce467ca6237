/** State transitions for comments loaded outside the pages of the list: more replies, and targets of permalinks. */
import type { Comment, CommentId, CommentPage } from '../adapter.js';
import { allComments, type DiscussionState } from '../discussion/discussion-state.js';
import { commentsMapped, mergedReplies } from './comments.js';
import { branchDetached } from './detached.js';
import { pageAppended } from './loading.js';

/** Appends more replies to a comment. Skips those that are listed already. */
export function repliesLoaded(state: DiscussionState, parentId: CommentId, page: CommentPage): DiscussionState {
  const loaded = branchLoaded(state, page.items);
  const branches = new Map(loaded.branches);
  branches.delete(parentId);
  return commentsMapped({ ...loaded, branches }, (comment) => {
    if (comment.id !== parentId) return comment;
    const { total, next } = comment.replies ?? {};
    // A cursor that repeats without adding replies would offer more of them forever.
    const isStuck = page.next === next && allComments(loaded).length === allComments(state).length;
    return { ...comment, replies: { total: page.total ?? total, next: isStuck ? undefined : page.next } };
  });
}

/**
 * Adds comments that no page so far has brought, ancestors first. Those whose branch has no beginning in the list are detached, as long
 * as the list has more. Comments posted here stay in `posted`, since a held comment is in no list.
 */
export function branchLoaded(state: DiscussionState, branch: readonly Comment[]): DiscussionState {
  const { next, more, total, truncated, missing } = state;
  const known = new Set([...state.detached, ...state.posted].map(({ id }) => id));
  const items = branch.filter(({ id }) => !known.has(id));
  // These comments are not a page of the list: cursor, total and progress stay as they were.
  const loaded = { ...pageAppended({ ...state, next: undefined }, { items }), next, more, total, truncated, missing };
  return next === undefined ? loaded : branchDetached(loaded, state);
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
  const present = new Map([...state.comments, ...state.detached].map((comment) => [comment.id, comment]));
  const kept = new Set<Comment>();
  for (const comment of [...before.comments, ...before.detached]) {
    if (present.has(comment.id) || !separate.has(comment.id)) continue;
    const parent = present.get(comment.parentId ?? '');
    const isBelowKept = parent !== undefined && kept.has(parent);
    // The list has more to load there, so the comment may still exist.
    const isPlausible = isBelowKept || (comment.parentId ? parent?.replies?.next : state.next) !== undefined;
    if (!isPlausible) continue;
    // Permissions are unknown once someone has signed in, and the place in the list once that has been loaded again.
    const known = viewerBefore === viewer ? comment : { ...comment, can: undefined };
    const restored = known.preceding ? { ...known, preceding: undefined } : known;
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
