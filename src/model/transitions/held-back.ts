/** State transitions and selectors for live comments, which are held back in `state.waiting` until the reader asks for them. */
import type { Comment, CommentId } from '../adapter.js';
import { allComments, type DiscussionState, isCounted } from '../state/discussion-state.js';
import { commentReplaced, knownComment, totalChanged } from './comments.js';

/** Adds a comment that someone else posted. It is held back, so that the text being read does not move. */
export function commentAdded(state: DiscussionState, comment: Comment): DiscussionState {
  const isListed = allComments(state).some(({ id }) => id === comment.id);
  const next = commentReplaced(state, comment);
  const latest = knownComment(next, comment.id) ?? comment;
  if (isListed || !isCounted(latest)) return next;
  return totalChanged({ ...next, waiting: [...next.waiting, latest] }, 1);
}

/** The held-back comments, by the shown comment whose branch they belong to. Null: all others. */
type HeldBack = ReadonlyMap<CommentId | null, readonly Comment[]>;

/** Several features ask for it, each several times in an update. */
const known = new WeakMap<DiscussionState, HeldBack>();

/** See `HeldBack`. */
export function newBelow(state: DiscussionState): HeldBack {
  const groups = known.get(state) ?? groupsOf(state);
  known.set(state, groups);
  return groups;
}

function groupsOf({ comments, detached, posted, waiting }: DiscussionState): HeldBack {
  const groups = new Map<CommentId | null, Comment[]>();
  if (waiting.length === 0) return groups;
  const byId = new Map(waiting.map((comment) => [comment.id, comment]));
  const parents = new Set(waiting.map(({ parentId }) => parentId).filter((id) => id && !byId.has(id)));
  const shown = new Set<CommentId>();
  if (parents.size > 0) for (const { id } of [...comments, ...detached, ...posted]) if (parents.has(id)) shown.add(id);
  /** Branches found so far, so that a long chain of replies is followed once. */
  const branches = new Map<Comment, CommentId | null>();
  for (const comment of waiting) {
    let ancestor: Comment | undefined = comment;
    const path = new Set<Comment>();
    // If a comment is already on the path, the replies form a circle.
    while (ancestor && !path.has(ancestor) && !branches.has(ancestor) && !shown.has(ancestor.parentId ?? '')) {
      path.add(ancestor);
      ancestor = byId.get(ancestor.parentId ?? '');
    }
    const known = ancestor && branches.get(ancestor);
    const branch = known || (ancestor?.parentId && shown.has(ancestor.parentId) && ancestor.parentId) || null;
    for (const one of path.add(comment)) branches.set(one, branch);
    const group = groups.get(branch);
    if (group) group.push(comment);
    else groups.set(branch, [comment]);
  }
  return groups;
}

/** Shows the comments held back below a comment or, with null, all others. New replies come last in every order. */
export function waitingShown(state: DiscussionState, below: CommentId | null): DiscussionState {
  const shown = new Set(newBelow(state).get(below));
  if (shown.size === 0) return state;
  const added = [...shown];
  const isFirst = ({ parentId }: Comment): boolean => state.sort === 'newest' && !parentId;
  const first = added.filter(isFirst).toReversed();
  const last = added.filter((comment) => !isFirst(comment));
  // They belong at the end of the list, after comments that have not loaded.
  const isDetached = below === null && state.sort !== 'newest' && state.next !== undefined;
  return {
    ...state,
    comments: [...first, ...state.comments, ...(isDetached ? [] : last)],
    detached: isDetached ? [...state.detached, ...last] : state.detached,
    waiting: state.waiting.filter((comment) => !shown.has(comment)),
  };
}
