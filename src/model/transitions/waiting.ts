/** Comments held back until the reader asks for them. */
import type { Comment, CommentId } from '../adapter.js';
import type { DiscussionState } from '../discussion/discussion-state.js';

/** The comments that wait, by the shown comment whose branch they belong to; null: a branch of their own. */
export function newBelow({ comments, posted, waiting }: DiscussionState): ReadonlyMap<CommentId | null, readonly Comment[]> {
  const found = new Map<CommentId | null, Comment[]>();
  if (waiting.length === 0) return found;
  const shown = new Set([...comments, ...posted].map(({ id }) => id));
  const byId = new Map(waiting.map((comment) => [comment.id, comment]));
  const branches = new Map<Comment, CommentId | null>();
  for (const comment of waiting) {
    let at: Comment | undefined = comment;
    const line = new Set<Comment>();
    while (at && !line.has(at) && !branches.has(at) && !shown.has(at.parentId ?? '')) {
      line.add(at);
      at = byId.get(at.parentId ?? '');
    }
    const branch = (at && branches.get(at)) || (at?.parentId && shown.has(at.parentId) && at.parentId) || null;
    for (const one of line.add(comment)) branches.set(one, branch);
    const others = found.get(branch);
    if (others) others.push(comment);
    else found.set(branch, [comment]);
  }
  return found;
}

/** The reader asked for what waits below a comment, or, with null, for the rest. New replies come after the others in every order. */
export function waitingShown(state: DiscussionState, below: CommentId | null): DiscussionState {
  const shown = new Set(newBelow(state).get(below));
  if (shown.size === 0) return state;
  const arrived = [...shown];
  const isFirst = ({ parentId }: Comment): boolean => state.sort === 'newest' && !parentId;
  return {
    ...state,
    comments: [...arrived.filter(isFirst).toReversed(), ...state.comments, ...arrived.filter((comment) => !isFirst(comment))],
    waiting: state.waiting.filter((comment) => !shown.has(comment)),
  };
}
