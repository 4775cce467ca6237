/** State transitions for polling the list. */
import type { Comment, CommentId, CommentPage } from '../adapter.js';
import { allComments, type DiscussionState, isCounted } from '../state/discussion-state.js';
import { commentRemoved, commentReplaced, knownComments } from './comments.js';
import { commentAdded } from './held-back.js';

export interface PollStart {
  /** The state when the page was requested. Later changes are newer than the page. */
  readonly before: DiscussionState;
  /** When the list was loaded, by the backend's clock: milliseconds since the epoch. */
  readonly since: number;
}

/**
 * Merges a new listing of everything shown. Shown comments stay where they are, and new ones are held back. A comment that is missing
 * from a complete list counts as removed. (It may have moved to a branch whose replies are not loaded, which a page cannot show.)
 */
export function pagePolled(state: DiscussionState, page: CommentPage, { before, since }: PollStart): DiscussionState {
  const inPage = new Map(page.items.map((comment) => [comment.id, comment]));
  const knownBefore = knownComments(before);
  const posted = new Set(state.posted);
  const known = new Map([...allComments(before), ...allComments(state)].map((comment) => [comment.id, comment]));
  const isComplete = page.next === undefined && !page.truncated;
  let next = state;
  for (const comment of knownComments(state)) {
    if (!knownBefore.has(comment)) continue;
    const latest = inPage.get(comment.id);
    if (latest) next = commentReplaced(next, latest);
    // Comments posted from this page are exempt, because those held for review are in no list.
    else if (isComplete && isCounted(comment) && !posted.has(comment) && isMissing(comment, known, inPage))
      next = commentRemoved(next, comment.id, { effect: 'tombstone', by: 'editors' });
  }
  const lastKnownRoot = page.items.findLastIndex(({ id, parentId }) => !parentId && known.has(id));
  const isNew = (comment: Comment): boolean => {
    const root = newRootOf(comment, known, inPage);
    const parent = known.get(root.parentId ?? '');
    // If the list has more to load, an older comment can also enter the page: because one before it was removed, or in an order by
    // something else than time.
    const isCertain = parent
      ? parent.replies?.next === undefined
      : before.next === undefined ||
        (/^(oldest|newest)$/.test(before.sort) && page.items.indexOf(root) < lastKnownRoot);
    return isCertain || Date.parse(root.createdAt) > since;
  };
  const added = page.items.filter((comment) => !known.has(comment.id) && isNew(comment));
  next = (before.sort === 'newest' ? oldestRootsFirst(added) : added).reduce(commentAdded, next);
  // The page's total does not include a comment that was posted during the request.
  const total = state.total === before.total ? (page.total ?? next.total) : next.total;
  return next.total === total ? next : { ...next, total };
}

/** False if the viewer or the info has changed. An older response would undo that. */
export function isAsBefore({ info, viewer }: DiscussionState, before: DiscussionState): boolean {
  return info === before.info && viewer === before.viewer;
}

/** Puts comments from a newest-first list in the order in which they were posted. */
function oldestRootsFirst(comments: readonly Comment[]): readonly Comment[] {
  const isRoot = ({ parentId }: Comment): boolean => !parentId;
  return [...comments.filter(isRoot).toReversed(), ...comments.filter((comment) => !isRoot(comment))];
}

/** True if a comment that is not in the page would be there if it still existed. A reply may be on a later page. */
function isMissing(
  comment: Comment,
  known: ReadonlyMap<CommentId, Comment>,
  inPage: ReadonlyMap<CommentId, Comment>,
): boolean {
  const path = new Set<Comment>();
  for (let at: Comment | undefined = comment; at && !path.has(at); at = known.get(at.parentId ?? '')) {
    if (!at.parentId) return true;
    const parent = inPage.get(at.parentId);
    if (parent) return parent.replies?.next === undefined;
    path.add(at);
  }
  return false;
}

/** The topmost ancestor of a new comment that is new itself. */
function newRootOf(
  comment: Comment,
  known: ReadonlyMap<CommentId, Comment>,
  inPage: ReadonlyMap<CommentId, Comment>,
): Comment {
  const path = new Set([comment]);
  let root = comment;
  for (;;) {
    const parent = inPage.get(root.parentId ?? '');
    if (!parent || known.has(parent.id) || path.has(parent)) return root;
    path.add((root = parent));
  }
}
