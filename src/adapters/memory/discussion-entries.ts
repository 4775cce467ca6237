import type { Comment } from '../../model/adapter.js';
import type { DiscussionRecord, StoredComment } from './discussion-record.js';

/** A comment with its position in the discussion. */
export interface Entry extends StoredComment {
  /** Position in the order of arrival. It never changes and is never reused, so cursors can refer to it. */
  readonly number: number;
}

/** The key of an account: its id, or else its name. */
export const accountKey = (author: { readonly id?: string; readonly name: string }): string =>
  `account:${author.id ?? author.name}`;

/** When a comment was posted, in milliseconds since 1970. An invalid time counts as the oldest. */
export const createdAt = (comment: Comment): number => Date.parse(comment.createdAt) || 0;

/** A comment that did not come in through `submit`. It belongs to its author only if the author has an id. */
export const imported = (comment: Comment): StoredComment => ({
  comment,
  ...(comment.author?.id !== undefined && { by: accountKey(comment.author) }),
});

/**
 * All comments of a discussion in the order of arrival: the seed, then the stored ones. A stored comment replaces the
 * seeded one with its id.
 */
export function discussionEntries(seed: readonly Comment[], record: DiscussionRecord): readonly Entry[] {
  const stored = new Map(record.comments.map((item) => [item.comment.id, item]));
  const seeded = new Set(seed.map((comment) => comment.id));
  const entries: Entry[] = seed.map((comment, number) => ({
    ...(stored.get(comment.id) ?? imported(comment)),
    number,
  }));
  record.comments.forEach((item, index) => {
    if (!seeded.has(item.comment.id)) entries.push({ ...item, number: seed.length + index });
  });
  return entries;
}

/** The reader of a list. `seesHeld`: whether they are a moderator who decides about held comments. */
export interface Reader {
  readonly viewerKey: string;
  readonly seesHeld: boolean;
}

const PUBLIC: Reader = { viewerKey: '', seesHeld: false };

/** Whether a viewer sees this comment at all, even if only as a tombstone. */
export function isListed(entry: StoredComment, { viewerKey, seesHeld }: Reader): boolean {
  if (entry.gone || entry.submission?.outcome === 'invisible' || entry.submission?.outcome === 'rejected') return false;
  const status = entry.comment.status ?? 'visible';
  return status === 'pending' || status === 'rejected' ? seesHeld || entry.by === viewerKey : true;
}

/** Whether a listed comment is more than a tombstone. */
export const isReadable = ({ status = 'visible' }: Comment): boolean => status === 'visible' || status === 'pending';

/** Whether everyone can read the comment. Totals count these. */
export const isPublic = (entry: StoredComment): boolean =>
  isListed(entry, PUBLIC) && (entry.comment.status ?? 'visible') === 'visible';
