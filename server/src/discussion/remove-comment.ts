import { type Decision, removalOf } from 'article-comments/rules.js';
import { type Kysely, sql } from 'kysely';
import type { CommentRow, Tables } from '../database/tables.js';
import { Problem } from '../rules/problem.js';
import type { DiscussionChange } from './change-discussion.js';
import { eraseComments } from './erase.js';
import type { Store } from './store.js';

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

/** Restores a removed comment, which must not have been erased. Does nothing to a comment that is present. */
export async function undoRemoval(change: DiscussionChange, before: CommentRow): Promise<CommentRow> {
  const { status_before: status } = before;
  requireRestorable(before);
  if (status === null) return before;
  if (before.parent !== '' && effectOf(await change.find(before.parent)) === 'gone')
    throw new Problem('parent-gone', 'The comment it replies to has been removed as well.');
  if (effectOf(before) === 'gone') await countAsReply(change, { ...before, status }, 1);
  if (before.status === 'withheld') await change.addReplies(before.parent, { held: -1 });
  if (status === 'visible') change.addVisible(1);
  const present = {
    status,
    status_before: null,
    removed_by: null,
    removed_at: null,
    removal_reason: null,
    removal_note: null,
    removal_kept: false,
    decision: null,
    decided_at: null,
  } as const;
  // Pages that have dropped it treat it as new.
  return change.update(before, present, 'added');
}

export function requireRestorable({ erased_at: erasedAt }: CommentRow): void {
  if (erasedAt) throw new Problem('not-found', 'This comment was erased for good and cannot be restored.');
}

/** The beginning of `reporter` in reports whose sender is erased. */
export const FORGOTTEN = 'forgotten:';

/** A report without its reporter and their words. The reference keeps the reports of a comment apart. */
export const withoutReporter = {
  reporter: sql<string>`${FORGOTTEN} || reference`,
  reporter_name: null,
  report_key: null,
  detail: '',
} as const;

export interface ReportedComment {
  readonly discussion: string;
  readonly comment: string;
  /** Handles only the reports with these references; all of them by default. */
  readonly references?: readonly string[];
}

/** Takes open reports of a comment out of the moderators' queue. Returns how many. */
export async function handleReports(
  { now, retentionDays }: Pick<Store, 'now' | 'retentionDays'>,
  database: Kysely<Tables>,
  { discussion, comment, references }: ReportedComment,
): Promise<number> {
  if (references?.length === 0) return 0;
  const { numUpdatedRows } = await database
    .updateTable('reports')
    .set({ handled_at: now(), ...(retentionDays === 0 && withoutReporter) })
    .where('discussion', '=', discussion)
    .where('comment', '=', comment)
    .where('handled_at', 'is', null)
    .$if(references !== undefined, (query) => query.where('reference', 'in', references ?? []))
    .executeTakeFirstOrThrow();
  return Number(numUpdatedRows);
}
