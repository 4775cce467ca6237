import type { Author, Comment, CommentsAdapter, Draft } from '../adapter.js';
import { plainText } from '../text/plain-text.js';

interface Circumstances {
  readonly adapter: CommentsAdapter;
  /** The author as far as known. */
  readonly author: Author | undefined;
  /** The time of the first attempt, in milliseconds since the epoch. */
  readonly since: number;
}

/** The largest difference to expect between the clocks of reader and backend, in milliseconds. */
const CLOCK_SKEW = 65 * 60_000;

/**
 * A predicate that recognizes the comment an earlier attempt has stored, by author, text, parent and time. If either
 * side has no author, the rest must do.
 */
export function submissionMatcher(
  { parentId, body }: Pick<Draft, 'parentId' | 'body'>,
  { adapter, author, since }: Circumstances,
): (comment: Comment) => boolean {
  const submittedText = plainText({ format: adapter.features?.input ?? 'text', value: body });
  return (comment) =>
    Date.parse(comment.createdAt) > since - CLOCK_SKEW &&
    (comment.parentId ?? null) === parentId &&
    isSameAuthor(comment.author, author) &&
    plainText(comment.body) === submittedText;
}

function isSameAuthor(one: Author | null | undefined, other: Author | undefined): boolean {
  if (!one || !other) return true;
  return one.id !== undefined && other.id !== undefined ? one.id === other.id : one.name.trim() === other.name.trim();
}
