/** State transitions for comments loaded outside the pages of the list: more replies, and targets of permalinks. */
import type { Comment, CommentId, CommentPage } from '../adapter.js';
import { allComments, type DiscussionState } from '../state/discussion-state.js';
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
    // A cursor that repeats without new replies would offer more forever.
    const isStuck = page.next === next && allComments(loaded).length === allComments(state).length;
    return { ...comment, replies: { total: page.total ?? total, next: isStuck ? undefined : page.next } };
  });
}

/**
 * Adds comments that no page has included so far, ancestors first. While the list has more to load, those whose branch does not start
 * in the list are detached. Comments posted from this page stay in `posted`, because those held for review are in no list.
 */
export function branchLoaded(state: DiscussionState, branch: readonly Comment[]): DiscussionState {
  const { next, more, total, truncated, missing } = state;
  const known = new Set([...state.detached, ...state.posted].map(({ id }) => id));
  const items = branch.filter(({ id }) => !known.has(id));
  // These comments are no page of the list, so its cursor, total and progress stay.
  const loaded = { ...pageAppended({ ...state, next: undefined }, { items }), next, more, total, truncated, missing };
  return next === undefined ? loaded : branchDetached(loaded, state);
}

/**
 * Restores the comments in `separate` after a reload of the list, which does not include them: they were loaded as replies or by a
 * permalink. Drops them if another viewer has signed in or the new list shows that they are gone.
 */
export function branchesRestored(
  state: DiscussionState,
  before: DiscussionState,
  separate: ReadonlySet<CommentId>,
): DiscussionState {
  const [viewerBefore, viewer] = [before, state].map((one) => one.viewer.author?.id);
  if (viewerBefore !== undefined && viewerBefore !== viewer) return state;
  const present = new Map([...state.comments, ...state.detached].map((comment) => [comment.id, comment]));
  const restored = new Set<Comment>();
  for (const comment of [...before.comments, ...before.detached]) {
    if (present.has(comment.id) || !separate.has(comment.id)) continue;
    const parent = present.get(comment.parentId ?? '');
    const isBelowRestored = parent !== undefined && restored.has(parent);
    // If the list has more to load there, the comment may still exist.
    const isPlausible = isBelowRestored || (comment.parentId ? parent?.replies?.next : state.next) !== undefined;
    if (!isPlausible) continue;
    // Permissions are unknown after a sign-in, and the position in the list after a reload.
    const known = viewerBefore === viewer ? comment : { ...comment, can: undefined };
    const latest = known.preceding ? { ...known, preceding: undefined } : known;
    restored.add(latest);
    present.set(comment.id, latest);
  }
  if (restored.size === 0) return state;
  const parentIds = new Set([...restored].map(({ parentId }) => parentId));
  const comments = state.comments.map((comment) => {
    const replies = parentIds.has(comment.id) && before.comments.find(({ id }) => id === comment.id)?.replies;
    return replies ? { ...comment, replies: mergedReplies(replies, comment.replies) } : comment;
  });
  return branchLoaded({ ...state, comments }, [...restored]);
}
