/** The pure steps from one state to the next that follow what happens to single comments, whoever did it. */
import type { Comment, CommentId, CommentsAdapter } from './adapter.js';
import type { DiscussionState } from './discussion-state.js';

type Effect = Awaited<ReturnType<NonNullable<CommentsAdapter['remove']>>>['effect'];

/** Somebody has posted a comment. It waits until the reader asks for it, so that nothing moves under their eyes. */
export function commentAdded(state: DiscussionState, comment: Comment): DiscussionState {
  if (isKnown(state, comment.id)) return commentChanged(state, comment);
  if (!counts(comment)) return state;
  return { ...state, waiting: [...state.waiting, comment], total: state.total === undefined ? undefined : state.total + 1 };
}

/** A comment is another one now. One that is not on this page is none of its business; older news than what is known is no news. */
export function commentChanged(state: DiscussionState, comment: Comment): DiscussionState {
  const change = (list: readonly Comment[]): readonly Comment[] =>
    list.some((one) => one.id === comment.id && !isOlder(comment, one)) ? list.map((one) => (one.id === comment.id ? comment : one)) : list;
  const { comments, posted, waiting } = state;
  return withLists(state, change(comments), change(posted), change(waiting));
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
  const { comments, posted, waiting, total } = state;
  // An author who removed a comment is told so, whatever the news of it that came first made of it.
  const falls = ({ id: one, status: was }: Comment): boolean => gone.has(one) && was !== 'deleted' && (was !== 'hidden' || by === 'author');
  const tombstone = (list: readonly Comment[]): readonly Comment[] =>
    list.some(falls) ? list.map((one) => (falls(one) ? { ...one, status, body: { format: 'text', value: '' } as const } : one)) : list;
  const lost = [...comments, ...posted, ...waiting].filter((one) => gone.has(one.id) && counts(one)).length;
  const rest = waiting.some((one) => gone.has(one.id)) ? waiting.filter((one) => !gone.has(one.id)) : waiting;
  const next = withLists(state, tombstone(comments), tombstone(posted), rest);
  return lost === 0 || total === undefined ? next : { ...next, total: Math.max(0, total - lost) };
}

/** The comments that wait, by the shown comment whose branch they belong to; null: a branch of their own. */
export function newBelow({ comments, posted, waiting }: DiscussionState): ReadonlyMap<CommentId | null, readonly Comment[]> {
  const found = new Map<CommentId | null, Comment[]>();
  if (waiting.length === 0) return found;
  const shown = new Set([...comments, ...posted].map(({ id }) => id));
  const byId = new Map(waiting.map((comment) => [comment.id, comment]));
  for (const comment of waiting) {
    let at: Comment | undefined = comment;
    const line = new Set<Comment>();
    while (at && !line.has(at) && !shown.has(at.parentId ?? '')) {
      line.add(at);
      at = byId.get(at.parentId ?? '');
    }
    const branch = (at?.parentId && shown.has(at.parentId) && at.parentId) || null;
    const others = found.get(branch);
    if (others) others.push(comment);
    else found.set(branch, [comment]);
  }
  return found;
}

/** The reader asked for what waits below a comment, or, with null, for the rest. New replies come after the others. */
export function waitingShown(state: DiscussionState, below: CommentId | null): DiscussionState {
  const shown = new Set(newBelow(state).get(below));
  if (shown.size === 0) return state;
  const arrived = [...shown];
  const atTop = below === null && state.sort === 'newest';
  return {
    ...state,
    comments: atTop ? [...arrived.toReversed(), ...state.comments] : [...state.comments, ...arrived],
    waiting: state.waiting.filter((comment) => !shown.has(comment)),
  };
}

/** Whether a comment is one of those that the discussion's number counts. */
function counts({ status = 'visible' }: Comment): boolean {
  return status === 'visible';
}

function isKnown({ comments, posted, waiting }: DiscussionState, id: CommentId): boolean {
  return [comments, posted, waiting].some((list) => list.some((one) => one.id === id));
}

function isOlder(news: Comment, known: Comment): boolean {
  return Date.parse(news.editedAt ?? '') < Date.parse(known.editedAt ?? '');
}

/** A comment and all that is below it. */
function branchOf({ comments, posted, waiting }: DiscussionState, id: CommentId): ReadonlySet<CommentId> {
  const all = [...comments, ...posted, ...waiting];
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
