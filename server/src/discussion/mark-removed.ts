import { type Decision, removalOf } from 'article-comments/rules.js';
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
  /** The statement of reasons. With the measure `hidden`, the text is not erased after `retentionDays`. */
  readonly decision?: Decision | undefined;
}

/** `tombstone`: the comment has replies, which keep their place. */
export type RemovalEffect = 'gone' | 'tombstone';

export const effectOf = ({ status }: Pick<CommentRow, 'status'>): RemovalEffect =>
  status === 'gone' || status === 'withheld' ? 'gone' : 'tombstone';

/**
 * Removes a comment for readers. Its text and author stay for `retentionDays`, so that the removal can be undone. A
 * moderator's removal handles the reports of the comment. Notices of illegal content stay open: each has to be answered.
 */
export async function markRemoved(
  store: Pick<Store, 'now' | 'retentionDays'>,
  change: DiscussionChange,
  before: PresentRow,
  { by, as, reason, note, decision }: Removal,
): Promise<RemovalEffect> {
  const hasReplies = before.replies + before.held_replies > 0;
  const { status, effect } = removalOf({ isOwn: as === 'author', hasReplies, features: {} });
  if (!hasReplies) await countAsReply(change, before, -1);
  const isWithheld = !hasReplies && decision !== undefined;
  if (isWithheld) await change.addReplies(before.parent, { held: 1 });
  if (before.status === 'visible') change.addVisible(-1);
  const row = await change.update(before, {
    status: isWithheld ? 'withheld' : effect === 'gone' ? 'gone' : status,
    status_before: before.status,
    removed_by: by,
    removed_at: change.now,
    removal_reason: reason ?? null,
    removal_note: note ?? null,
    removal_kept: decision?.measure === 'hidden',
    decision: decision ? JSON.stringify(decision) : null,
    decided_at: decision ? change.now : null,
    pinned: false,
  });
  if (as === 'moderator')
    await handleReports(store, change.trx, { discussion: change.discussion.id, comment: before.id });
  if (store.retentionDays === 0 && !row.removal_kept) await eraseComments(change, [before.id]);
  return effectOf(row);
}

/** Adds to the reply counts of the comment's parent. */
export const countAsReply = (
  change: DiscussionChange,
  { parent, status }: Pick<CommentRow, 'parent' | 'status'>,
  more: number,
): Promise<void> => change.addReplies(parent, status === 'pending' ? { held: more } : { replies: more });
