/** What moderators do on the moderation pages. Each returns what became of it. */
import type { Decision } from '../../../src/model/adapter.js';
import { approveComment } from '../operations/approve-comment.js';
import { changeDiscussion, refByKey, type DiscussionChange } from '../discussion/change-discussion.js';
import { discussionId } from '../discussion/discussion-state.js';
import { handleReports } from '../discussion/handle-reports.js';
import { isPresent, markRemoved, type PresentRow } from '../discussion/mark-removed.js';
import { requireRestorable, undoRemoval } from '../discussion/undo-removal.js';
import { Problem } from '../http/problem.js';
import type { Caller } from '../identity/caller.js';
import type { Store } from '../store.js';
import type { RemovalEntry } from './action-forms.js';
import { isGround } from './legal-notices/decision-entry.js';
import type { Notice } from './notice.js';

export type Outcome = Exclude<Notice['type'], 'erased' | 'messageSaved' | 'messageRemoved' | 'warned' | 'decided'>;

export interface Target {
  readonly key: string;
  readonly id: string;
}

/** Publishes the revision that the moderator has read. */
export async function approve(
  store: Store,
  moderator: Caller,
  { key, id }: Target,
  revision: string,
): Promise<Outcome> {
  try {
    const { status } = await approveComment(store, moderator, key, id, revision);
    return status === 'visible' ? 'approved' : 'unchanged';
  } catch (error) {
    if (error instanceof Problem && error.kind === 'conflict') return 'edited';
    throw error;
  }
}

export function remove(
  store: Store,
  moderator: Caller,
  { key, id }: Target,
  entry: Pick<RemovalEntry, 'reason' | 'note' | 'ground' | 'rule'>,
): Promise<Outcome> {
  const { reason, note } = entry;
  return changeDiscussion(store, refByKey(key), async (change) => {
    const before = await change.find(id);
    if (!isPresent(before)) return 'unchanged';
    const decision = statementOf(store, change, before, entry);
    await markRemoved(store, change, before, {
      by: moderator.identity ?? null,
      as: 'moderator',
      reason,
      ...(note !== '' && { note }),
      ...(decision && { decision }),
    });
    return 'removed';
  });
}

/** What the author reads, if the moderator has said by what the comment was judged. */
function statementOf(
  { rules }: Store,
  { now }: DiscussionChange,
  { status }: PresentRow,
  { note, ground, rule }: Pick<RemovalEntry, 'note' | 'ground' | 'rule'>,
): Decision | undefined {
  if (!isGround(ground)) return undefined;
  const isHeld = status === 'pending';
  return {
    measure: isHeld ? 'rejected' : 'removed',
    ground,
    ...(rule !== '' && { rule }),
    ...(note !== '' && { facts: note }),
    // The list of words has found it.
    automated: isHeld,
    decidedAt: now.toISOString(),
    redress: rules.redress,
  };
}

/** Dismisses the reports with these references. Others stay open. */
export async function dismiss(store: Store, { key, id }: Target, references: readonly string[]): Promise<Outcome> {
  const handled = await handleReports(store, store.database, {
    discussion: discussionId(key),
    comment: id,
    references,
  });
  return handled > 0 ? 'dismissed' : 'unchanged';
}

/** Undoes the removal by any moderator, but not by the author. */
export function restore(store: Store, { key, id }: Target): Promise<Outcome> {
  return changeDiscussion(store, refByKey(key), async (change) => {
    const before = await change.find(id);
    if (isPresent(before)) return 'unchanged';
    requireRestorable(before);
    if (before.status !== 'hidden' && before.removed_by === before.owner)
      throw new Problem('forbidden', 'Its author removed this comment. Only the author can restore it.');
    await undoRemoval(change, before);
    return 'restored';
  });
}
