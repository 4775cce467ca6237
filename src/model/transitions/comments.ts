/** State transitions that replace or remove single comments. */
import type { Comment, CommentId, CommentsAdapter } from '../adapter.js';
import { allComments, type DiscussionState, findComment, isCounted } from '../state/discussion-state.js';

export interface Removal {
  /** Whether the comment stays in the thread, and its replies with it. */
  readonly effect: Awaited<ReturnType<NonNullable<CommentsAdapter['remove']>>>['effect'];
  readonly by: 'author' | 'editors';
}

/** Replaces a comment. Ignores unknown ids and stale versions. */
export function commentReplaced(state: DiscussionState, comment: Comment): DiscussionState {
  const known = knownComment(state, comment.id);
  if (!known || isOlder(comment, known)) return state;
  const updated = known.replies ? { ...comment, replies: mergedReplies(known.replies, comment.replies) } : comment;
  if (JSON.stringify(updated) === JSON.stringify(known)) return state;
  const next = commentsMapped(state, (one) => (one.id === comment.id ? updated : one));
  // A comment that is hidden while it is held back never appears.
  const waiting = isCounted(updated) ? next.waiting : without(next.waiting, new Set([comment.id]));
  return totalChanged({ ...next, waiting }, Number(isCounted(updated)) - Number(isCounted(known)));
}

/**
 * Turns a removed comment into a tombstone. Without it, the text being read would move and replies would have no parent. The next
 * reload drops the comment.
 */
export function commentRemoved(state: DiscussionState, id: CommentId, { effect, by }: Removal): DiscussionState {
  const removedIds = effect === 'subtree' ? branchIds(state, id) : new Set([id]);
  const status = by === 'author' ? 'deleted' : 'hidden';
  // A live event does not say who removed the comment. Once known, a removal by the author takes precedence.
  const isAffected = (one: Comment): boolean =>
    removedIds.has(one.id) && one.status !== 'deleted' && one.status !== status;
  const tombstone = (one: Comment): Comment => ({ ...one, status, body: { format: 'text', value: '' } });
  const lost = [...knownComments(state)].filter((one) => removedIds.has(one.id) && isCounted(one)).length;
  const waiting = without(state.waiting, removedIds);
  const next = waiting === state.waiting ? state : { ...state, waiting };
  return totalChanged(
    commentsMapped(next, (one) => (isAffected(one) ? tombstone(one) : one)),
    -lost,
  );
}

/** Applies a change to the comments of all lists. Unchanged parts of the state keep their identity. */
export function commentsMapped(state: DiscussionState, change: (comment: Comment) => Comment): DiscussionState {
  const mapped = (list: readonly Comment[]): readonly Comment[] => {
    const changed = list.map(change);
    return changed.every((comment, index) => comment === list[index]) ? list : changed;
  };
  const { selection } = state;
  const items = mapped(selection?.items ?? []);
  const lists = {
    comments: mapped(state.comments),
    detached: mapped(state.detached),
    posted: mapped(state.posted),
    waiting: mapped(state.waiting),
    selection: selection && items !== selection.items ? { ...selection, items } : selection,
  };
  const isUnchanged = (Object.keys(lists) as (keyof typeof lists)[]).every((name) => lists[name] === state[name]);
  return isUnchanged ? state : { ...state, ...lists };
}

/** The comments of the list, including those held back, and of the selection. */
export function knownComments(state: DiscussionState): ReadonlySet<Comment> {
  return new Set([...allComments(state), ...(state.selection?.items ?? [])]);
}

/** Finds a comment in the list or in the selection, even if it is held back. */
export function knownComment(state: DiscussionState, id: CommentId): Comment | undefined {
  return findComment(state, id) ?? state.waiting.find((comment) => comment.id === id);
}

/**
 * The reply counts of a new version of a comment. Its cursor does not reflect which replies are loaded, so the known cursor stays,
 * unless all were loaded and there are more now.
 */
export function mergedReplies(known: NonNullable<Comment['replies']>, latest: Comment['replies']): Comment['replies'] {
  const hasMore = known.next === undefined && (latest?.total ?? 0) > (known.total ?? 0);
  return hasMore ? latest : { ...known, total: latest?.total ?? known.total };
}

/** Changes the total, if it is known. */
export function totalChanged(state: DiscussionState, difference: number): DiscussionState {
  if (difference === 0 || state.total === undefined) return state;
  return { ...state, total: Math.max(0, state.total + difference) };
}

/** Compares the times of the last edits. A version without one is as old as the comment. */
function isOlder(comment: Comment, known: Comment): boolean {
  return Date.parse(comment.editedAt ?? comment.createdAt) < Date.parse(known.editedAt ?? '');
}

function without(list: readonly Comment[], ids: ReadonlySet<CommentId>): readonly Comment[] {
  return list.some(({ id }) => ids.has(id)) ? list.filter(({ id }) => !ids.has(id)) : list;
}

/** The ids of a comment and of all replies below it. */
function branchIds(state: DiscussionState, id: CommentId): ReadonlySet<CommentId> {
  const all = knownComments(state);
  const branch = new Set([id]);
  for (let size = 0; size < branch.size;) {
    size = branch.size;
    for (const comment of all) if (branch.has(comment.parentId ?? '')) branch.add(comment.id);
  }
  return branch;
}
