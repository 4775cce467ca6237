/** What moderators do on the moderation pages. Each returns what became of it. */
import { publishHeld } from '../operations/approve-comment.js';
import { changeDiscussion, refByKey } from '../discussion/change-discussion.js';
import { discussionId } from '../discussion/discussion-state.js';
import { handleReports } from '../discussion/handle-reports.js';
import { isPresent, markRemoved } from '../discussion/mark-removed.js';
import { stateReasons } from '../discussion/state-reasons.js';
import { requireRestorable, undoRemoval } from '../discussion/undo-removal.js';
import { Problem } from '../http/problem.js';
import type { Caller } from '../identity/caller.js';
import type { Store } from '../store.js';
import { isGround } from './legal-notices/decision-entry.js';
import type { Notice } from './notice.js';
import type { RemovalEntry } from './removal-fields.js';

export type Outcome = Exclude<Notice['type'], 'erased' | 'discussionSaved' | 'warned' | 'decided' | 'bulk'>;

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
    const { isPublished } = await publishHeld(store, moderator, { key, id, revision });
    return isPublished ? 'approved' : 'unchanged';
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
  const { reason, note, ground, rule } = entry;
  return changeDiscussion(store, refByKey(key), async (change) => {
    const before = await change.find(id);
    if (!isPresent(before)) return 'unchanged';
    const decision = await stateReasons(store, change.trx, {
      measure: before.status === 'pending' ? 'rejected' : 'removed',
      comment: before,
      reasons: isGround(ground) ? { ground, rule, facts: note } : undefined,
    });
    await markRemoved(store, change, before, {
      by: moderator.identity ?? null,
      as: 'moderator',
      reason,
      ...(note !== '' && { note }),
      decision,
    });
    return 'removed';
  });
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
