/** The pure steps from one state to the next that follow what happens to single comments, whoever did it. */
import type { Comment, CommentId, CommentsAdapter } from '../adapter.js';
import type { DiscussionState } from '../discussion/discussion-state.js';

type Effect = Awaited<ReturnType<NonNullable<CommentsAdapter['remove']>>>['effect'];

/** Somebody has posted a comment. It waits until the reader asks for it, so that nothing moves under their eyes. */
export function commentAdded(state: DiscussionState, comment: Comment): DiscussionState {
  if (listed(state).some(({ id }) => id === comment.id)) return commentChanged(state, comment);
  return counts(comment) ? counted({ ...state, waiting: [...state.waiting, comment] }, 1) : state;
}

/** A comment is another one now. One that is not on this page is none of its business; older news than what is known is no news. */
export function commentChanged(state: DiscussionState, comment: Comment): DiscussionState {
  const known = listed(state).find(({ id }) => id === comment.id);
  if (!known || isOlder(comment, known)) return state;
  const news = known.replies ? { ...comment, replies: repliesStill(known.replies, comment.replies) } : comment;
  if (JSON.stringify(news) === JSON.stringify(known)) return state;
  const change = (list: readonly Comment[]): readonly Comment[] =>
    list.includes(known) ? list.map((one) => (one === known ? news : one)) : list;
  // What is taken back before anybody saw it leaves no trace.
  const waiting = counts(news) ? change(state.waiting) : without(state.waiting, new Set([news.id]));
  return counted(withLists(state, change(state.comments), change(state.posted), waiting), Number(counts(news)) - Number(counts(known)));
}

/**
 * A comment is gone. Where it is shown its place stays, because taking it out would move what is being read and leave its
 * replies without a parent; the next listing tidies up.
 */
export function commentRemoved(
  state: DiscussionState,
  id: CommentId,
  { effect, by }: { readonly effect: Effect; readonly by: 'author' | 'editors' },
): DiscussionState {
  const gone = effect === 'subtree' ? branchOf(state, id) : new Set([id]);
  const status = by === 'author' ? 'deleted' : 'hidden';
  // That its author removed it outweighs what a live backend told of the same removal, which names nobody.
  const falls = (one: Comment): boolean => gone.has(one.id) && one.status !== 'deleted' && one.status !== status;
  const tombstone = (list: readonly Comment[]): readonly Comment[] =>
    list.some(falls) ? list.map((one) => (falls(one) ? { ...one, status, body: { format: 'text', value: '' } as const } : one)) : list;
  const lost = listed(state).filter((one) => gone.has(one.id) && counts(one)).length;
  return counted(withLists(state, tombstone(state.comments), tombstone(state.posted), without(state.waiting, gone)), -lost);
}

/** Whether a comment is one of those that the discussion's number counts. */
export function counts({ status = 'visible' }: Comment): boolean {
  return status === 'visible';
}

function counted(state: DiscussionState, more: number): DiscussionState {
  return more === 0 || state.total === undefined ? state : { ...state, total: Math.max(0, state.total + more) };
}

/** All comments that are known, those that wait as well. */
export function listed({ comments, posted, waiting }: DiscussionState): readonly Comment[] {
  return [...comments, ...posted, ...waiting];
}

/** A comment that says nothing of an edit is as old as its first version. */
function isOlder(news: Comment, known: Comment): boolean {
  return Date.parse(news.editedAt ?? news.createdAt) < Date.parse(known.editedAt ?? '');
}

/** The place that the reader has come to among the replies, which a listing does not know; unless there are more again. */
export function repliesStill(known: NonNullable<Comment['replies']>, news: Comment['replies']): Comment['replies'] {
  const hasMore = known.next === undefined && (news?.total ?? 0) > (known.total ?? 0);
  return hasMore ? news : { ...known, total: news?.total ?? known.total };
}

function without(list: readonly Comment[], ids: ReadonlySet<CommentId>): readonly Comment[] {
  return list.some(({ id }) => ids.has(id)) ? list.filter(({ id }) => !ids.has(id)) : list;
}

/** A comment and all that is below it. */
function branchOf(state: DiscussionState, id: CommentId): ReadonlySet<CommentId> {
  const all = listed(state);
  const branch = new Set([id]);
  for (let size = 0; size < branch.size;) {
    size = branch.size;
    for (const comment of all) if (branch.has(comment.parentId ?? '')) branch.add(comment.id);
  }
  return branch;
}

function withLists(
  state: DiscussionState,
  comments: readonly Comment[],
  posted: readonly Comment[],
  waiting: readonly Comment[],
): DiscussionState {
  return comments === state.comments && posted === state.posted && waiting === state.waiting
    ? state
    : { ...state, comments, posted, waiting };
}
