import type { CommentRow } from '../database/tables.js';
import type { Store } from '../store.js';
import type { DiscussionChange } from './change-discussion.js';
import { eraseComments } from './erase-comments.js';
import { handleReports } from './handle-reports.js';

/** A comment that has not been removed. */
export type PresentRow = CommentRow & { readonly status: 'visible' | 'pending' };

export const isPresent = (row: CommentRow): row is PresentRow => row.status === 'visible' || row.status === 'pending';

/** Who removes a comment, and why. */
export interface Removal {
  /** Identity of the remover; null if it must not be stored. */
  readonly by: string | null;
  /** The author, or a moderator. */
  readonly as: 'author' | 'moderator';
  /** Id of a reason. */
  readonly reason?: string;
  readonly note?: string;
}

/** `tombstone`: the comment has replies, which keep their place. */
export type RemovalEffect = 'gone' | 'tombstone';

export const effectOf = ({ status }: CommentRow): RemovalEffect => (status === 'gone' ? 'gone' : 'tombstone');

/**
 * Removes a comment for readers. Its text and author stay for `retentionDays`, so that the removal can be undone. A
 * moderator's removal handles the reports of the comment.
 */
export async function markRemoved(
  store: Pick<Store, 'now' | 'retentionDays'>,
  change: DiscussionChange,
  before: PresentRow,
  { by, as, reason, note }: Removal,
): Promise<RemovalEffect> {
  // Held replies count too: they need their parent once approved.
  const hasReplies = before.replies + before.held_replies > 0;
  if (!hasReplies) await countAsReply(change, before, -1);
  if (before.status === 'visible') change.addVisible(-1);
  const row = await change.update(before, {
    status: hasReplies ? (as === 'author' ? 'deleted' : 'hidden') : 'gone',
    status_before: before.status,
    removed_by: by,
    removed_at: change.now,
    removal_reason: reason ?? null,
    removal_note: note ?? null,
    pinned: false,
  });
  if (as === 'moderator')
    await handleReports(store, change.trx, { discussion: change.discussion.id, comment: before.id });
  if (store.retentionDays === 0) await eraseComments(change, [before.id]);
  return effectOf(row);
}

/** Adds to the reply counts of the comment's parent. */
export const countAsReply = (
  change: DiscussionChange,
  { parent, status }: Pick<CommentRow, 'parent' | 'status'>,
  more: number,
): Promise<void> => change.addReplies(parent, status === 'pending' ? { held: more } : { replies: more });
