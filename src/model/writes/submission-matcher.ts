import type { Author, Comment, CommentsAdapter, Draft } from '../adapter.js';
import { plainText } from '../body-text.js';
import { allComments, type DiscussionState } from '../state/discussion-state.js';

interface Circumstances {
  readonly adapter: CommentsAdapter;
  /** The author as far as known. */
  readonly author: Author | undefined;
  /** The time of the first attempt by the backend's clock, in milliseconds since the epoch. */
  readonly since: number;
}

/** How much earlier than the attempt a backend may date the comment, in milliseconds: its servers' clocks may differ. */
const CLOCK_SKEW = 65 * 60_000;

/**
 * The time of an attempt made now, by the backend's clock, in milliseconds since the epoch. Where the backend has not told
 * its time, the reader's clock may be off by any amount: the latest comment known is then the latest time that is certain.
 */
export function attemptTime(state: DiscussionState): number {
  if (state.info?.now !== undefined) return Date.now() + state.clockOffset;
  const times = allComments(state).map(({ createdAt }) => Date.parse(createdAt));
  return Math.min(Date.now(), Math.max(0, ...times.filter(Number.isFinite)));
}

/**
 * A predicate that recognizes the comment an earlier attempt has stored, by author, text, parent and time. If either
 * side has no author, the rest must do.
 */
export function submissionMatcher(
  { parentId, body }: Pick<Draft, 'parentId' | 'body'>,
  { adapter, author, since }: Circumstances,
): (comment: Comment) => boolean {
  const words = (typed: string): string => plainText({ format: adapter.features?.input ?? 'text', value: typed });
  return (comment) =>
    Date.parse(comment.createdAt) > since - CLOCK_SKEW &&
    (comment.parentId ?? null) === parentId &&
    isSameAuthor(comment.author, author) &&
    (comment.source === undefined ? plainText(comment.body) : words(comment.source)) === words(body);
}

function isSameAuthor(one: Author | null | undefined, other: Author | undefined): boolean {
  if (!one || !other) return true;
  return one.id !== undefined && other.id !== undefined ? one.id === other.id : one.name.trim() === other.name.trim();
}
