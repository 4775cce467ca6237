/** The pure step from one state to the next that another look at the list takes. */
import type { Comment, CommentId, CommentPage } from '../adapter.js';
import { commentAdded, commentChanged, commentRemoved, counts, listed } from './comments.js';
import type { DiscussionState } from '../discussion/discussion-state.js';

export interface Look {
  /** The state when the page was asked for: what has changed since is newer than the page. */
  readonly before: DiscussionState;
  /** When the list was loaded, by the backend's clock: milliseconds since the epoch. */
  readonly since: number;
}

/**
 * The list has been asked for again, as far as it is shown. What is shown keeps its place, what is new waits, and what a
 * page lacks that goes to the end of the list has been removed; or, which no page can tell, moved to a branch whose replies
 * are still to be loaded.
 */
export function pagePolled(state: DiscussionState, page: CommentPage, { before, since }: Look): DiscussionState {
  const inPage = new Map(page.items.map((comment) => [comment.id, comment]));
  const asked = new Set(listed(before));
  const held = new Set(state.posted);
  const known = new Map([...asked, ...listed(state)].map((comment) => [comment.id, comment]));
  const isAtEnd = page.next === undefined && !page.truncated;
  let next = state;
  for (const comment of listed(state)) {
    if (!asked.has(comment)) continue;
    const news = inPage.get(comment.id);
    if (news) next = commentChanged(next, news);
    // A comment that is held for review is in no list.
    else if (isAtEnd && counts(comment) && !held.has(comment) && isMissing(comment, known, inPage))
      next = commentRemoved(next, comment.id, { effect: 'tombstone', by: 'editors' });
  }
  const lastKnown = page.items.findLastIndex(({ id, parentId }) => !parentId && known.has(id));
  const isNews = (comment: Comment): boolean => {
    const top = topOf(comment, known, inPage);
    const parent = known.get(top.parentId ?? '');
    // Where more is still to be loaded, a comment may come into the page because one before it has gone, or rose in votes.
    const isCertain = parent
      ? parent.replies?.next === undefined
      : before.next === undefined || (before.sort !== 'top' && page.items.indexOf(top) < lastKnown);
    return isCertain || Date.parse(top.createdAt) > since;
  };
  const news = page.items.filter((comment) => !known.has(comment.id) && isNews(comment));
  const isRoot = ({ parentId }: Comment): boolean => !parentId;
  // They wait in the order in which they were posted.
  const arrived = before.sort === 'newest' ? [...news.filter(isRoot).toReversed(), ...news.filter((one) => !isRoot(one))] : news;
  next = arrived.reduce(commentAdded, next);
  return next.total === (page.total ?? next.total) ? next : { ...next, total: page.total };
}

/** Whether a comment that is not in the page would be there if it still existed: replies may be further on in their branch. */
function isMissing(comment: Comment, known: ReadonlyMap<CommentId, Comment>, inPage: ReadonlyMap<CommentId, Comment>): boolean {
  const line = new Set<Comment>();
  for (let at: Comment | undefined = comment; at && !line.has(at); at = known.get(at.parentId ?? '')) {
    if (!at.parentId) return true;
    const parent = inPage.get(at.parentId);
    if (parent) return parent.replies?.next === undefined;
    line.add(at);
  }
  return false;
}

/** The uppermost comment above one that is as new to the page as this. */
function topOf(comment: Comment, known: ReadonlyMap<CommentId, Comment>, inPage: ReadonlyMap<CommentId, Comment>): Comment {
  const line = new Set([comment]);
  let top = comment;
  for (;;) {
    const parent = inPage.get(top.parentId ?? '');
    if (!parent || known.has(parent.id) || line.has(parent)) return top;
    line.add((top = parent));
  }
}
