import type { Comment } from '../../model/adapter.js';
import type { DiscussionRecord, StoredComment } from './discussion-record.js';

/** A comment in its place. */
export interface Entry extends StoredComment {
  /** Position in the order of arrival. Never changes and never belongs to another comment, so cursors can point at it. */
  readonly number: number;
}

/** The key that says who somebody is: accounts by their id, all guests of one adapter or one storage as one. */
export const accountKey = (author: { readonly id?: string; readonly name: string }): string => `account:${author.id ?? author.name}`;

/** An unreadable time counts as the oldest. */
export const createdAt = (comment: Comment): number => Date.parse(comment.createdAt) || 0;

/** Wraps a comment that did not come in through `submit`; only an author with an id can claim it. */
export const foreign = (comment: Comment): StoredComment => ({
  comment,
  ...(comment.author?.id !== undefined && { by: accountKey(comment.author) }),
});

/** All comments of a discussion in the order of arrival: the seed, then what was posted. A stored comment with a seeded id takes the seed's place. */
export function discussionEntries(seed: readonly Comment[], record: DiscussionRecord): readonly Entry[] {
  const stored = new Map(record.comments.map((item) => [item.comment.id, item]));
  const seeded = new Set(seed.map((comment) => comment.id));
  const entries: Entry[] = seed.map((comment, number) => ({ ...(stored.get(comment.id) ?? foreign(comment)), number }));
  record.comments.forEach((item, place) => {
    if (!seeded.has(item.comment.id)) entries.push({ ...item, number: seed.length + place });
  });
  return entries;
}

/** Whether a viewer gets to see this comment at all, be it as a tombstone. */
export function isListed(entry: StoredComment, viewer: string): boolean {
  if (entry.gone || entry.submission?.outcome === 'invisible' || entry.submission?.outcome === 'rejected') return false;
  const status = entry.comment.status ?? 'visible';
  return status === 'pending' || status === 'rejected' ? entry.by === viewer : true;
}

/** Whether it is more than a tombstone to those who get to see it. */
export const isReadable = ({ status = 'visible' }: Comment): boolean => status === 'visible' || status === 'pending';

/** Whether everybody can read it; this is what totals count. */
export const isPublic = (entry: StoredComment): boolean => isListed(entry, '') && (entry.comment.status ?? 'visible') === 'visible';
