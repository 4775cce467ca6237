/** Finds the comment that an attempt without a clear result may have stored. Loaded after such an attempt. */
import type { Author, Call, Comment, CommentsAdapter, Draft } from '../adapter.js';
import type { DiscussionSession } from '../state/discussion-session.js';
import { plainText } from '../body-text.js';

interface Circumstances {
  readonly adapter: CommentsAdapter;
  /** The author as far as known. */
  readonly author: Author | undefined;
  /** The time of the first attempt by the backend's clock, in milliseconds since the epoch. */
  readonly since: number;
}

/** How much earlier than the attempt a backend may date the comment, in milliseconds: its servers' clocks may differ. */
const CLOCK_SKEW = 65 * 60_000;

/** The extent of a search. */
const MAX_PAGES = 20;
const PAGE_SIZE = 100;

/** Searches the backend's list for the comment that an attempt at `draft` may have stored. */
export const findStored = (
  session: DiscussionSession,
  draft: Pick<Draft, 'parentId' | 'body'>,
  circumstances: Omit<Circumstances, 'adapter'>,
  call: Call,
): Promise<Comment | undefined> =>
  findComment(session, submissionMatcher(draft, { ...circumstances, adapter: session.adapter }), call);

/**
 * A predicate that recognizes the comment an earlier attempt has stored, by author, text, parent and time. If either
 * side has no author, the others decide.
 */
export function submissionMatcher(
  { parentId, body }: Pick<Draft, 'parentId' | 'body'>,
  { adapter, author, since }: Circumstances,
): (comment: Comment) => boolean {
  const toPlainText = (typed: string): string => plainText({ format: adapter.features?.input ?? 'text', value: typed });
  return (comment) =>
    Date.parse(comment.createdAt) > since - CLOCK_SKEW &&
    (comment.parentId ?? null) === parentId &&
    isSameAuthor(comment.author, author) &&
    (comment.source === undefined ? plainText(comment.body) : toPlainText(comment.source)) === toPlainText(body);
}

/** Searches the backend's list, newest first if the backend can sort so. */
async function findComment(
  { adapter, state, list }: DiscussionSession,
  matches: (comment: Comment) => boolean,
  call: Call,
): Promise<Comment | undefined> {
  const sort = adapter.features?.sorts?.includes('newest') ? 'newest' : state.sort;
  let cursor: string | undefined;
  for (let page = 0; page < MAX_PAGES; page++) {
    const { items, next } = await list({ sort, cursor, limit: PAGE_SIZE }, call);
    const found = items.find(matches);
    if (found || next === undefined || next === cursor) return found;
    cursor = next;
  }
  return undefined;
}

function isSameAuthor(one: Author | null | undefined, other: Author | undefined): boolean {
  if (!one || !other) return true;
  return one.id !== undefined && other.id !== undefined ? one.id === other.id : one.name.trim() === other.name.trim();
}
