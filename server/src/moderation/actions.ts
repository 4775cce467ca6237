/** What moderators do on the moderation pages. Each returns what became of it. */
import type { Data } from '../database/data.js';
import { changeDiscussion, refByKey } from '../discussion/change-discussion.js';
import { discussionId } from '../discussion/discussion-state.js';
import { handleReports, isPresent, markRemoved, requireRestorable, undoRemoval } from '../discussion/remove-comment.js';
import { stateReasons } from '../discussion/state-reasons.js';
import type { Store } from '../discussion/store.js';
import type { Caller } from '../identity/caller.js';
import type { Target } from '../operations/claims.js';
import { publishHeld } from '../operations/review-comment.js';
import { Problem } from '../rules/problem.js';
import { isGround } from './decision-entry.js';
import type { Outcome } from './notice.js';
import { nameOf } from './open-reports.js';
import type { RemovalEntry } from './removal-fields.js';

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

/** The name of a comment's author, for the notice on the next page. A cookie has little room, so long names are cut. */
export async function findAuthor({ database }: Data, { key, id }: Target): Promise<string> {
  const row = await database
    .selectFrom('comments')
    .select('author')
    .where('discussion', '=', discussionId(key))
    .where('id', '=', id)
    .executeTakeFirst();
  if (!row) throw new Problem('not-found', 'There is no such comment. Go back to the list.');
  return [...nameOf(row)].slice(0, 80).join('');
}
