import { sql } from 'kysely';
import type { Data } from '../database/data.js';
import { changeDiscussion, type DiscussionChange, refByKey } from '../discussion/change-discussion.js';
import { eraseComments } from '../discussion/erase.js';
import { FORGOTTEN, withoutReporter } from '../discussion/remove-comment.js';
import type { Store } from '../discussion/store.js';
import { eraseDecided, monthsBefore } from './erase-decided.js';

/** Maximum number of comments erased in one transaction, which locks their discussion. */
const batchSize = 500;

/**
 * Erases for good what was removed, or reported and handled, more than `retentionDays` ago, and what `eraseDecided` names. Safe to run in
 * several instances at once: each discussion is locked, and what another instance has erased is skipped. A discussion that fails does not
 * stop the others; the errors are thrown together at the end.
 */
export async function eraseExpired(store: Store): Promise<void> {
  const until = new Date(store.now().getTime() - store.retentionDays * 86_400_000);
  const errors: unknown[] = [];
  const attempt = (work: Promise<void>): Promise<void> => work.catch((error: unknown) => void errors.push(error));
  await attempt(forgetReporters(store, 'handled_at', until));
  await attempt(forgetReporters(store, 'created_at', monthsBefore(store.now(), store.openMonths)));
  for (const key of await findDiscussions(store, until)) await attempt(eraseDiscussion(store, key, until));
  await attempt(eraseDecided(store));
  if (errors.length > 0) throw new AggregateError(errors, 'Not everything that has expired could be erased.');
}

// A literal condition, so that the planner uses the partial index.
const isRemoved = sql<boolean>`comments.removed_at is not null and comments.erased_at is null`;

async function findDiscussions({ database }: Data, until: Date): Promise<readonly string[]> {
  const rows = await database
    .selectFrom('comments')
    .innerJoin('discussions', 'discussions.id', 'comments.discussion')
    .select('discussions.key')
    .distinct()
    .where(isRemoved)
    .where('comments.removal_kept', '=', false)
    .where('comments.removed_at', '<=', until)
    .execute();
  return rows.map(({ key }) => key);
}

async function eraseDiscussion(store: Store, key: string, until: Date): Promise<void> {
  let erased: number;
  do erased = await changeDiscussion(store, refByKey(key), (change) => eraseBatch(change, until));
  while (erased === batchSize);
}

/** Returns how many comments it erased. */
async function eraseBatch(change: DiscussionChange, until: Date): Promise<number> {
  // Read again under the lock: a comment may have been restored meanwhile.
  const rows = await change.trx
    .selectFrom('comments')
    .select('id')
    .where('discussion', '=', change.discussion.id)
    .where(isRemoved)
    .where('removal_kept', '=', false)
    .where('removed_at', '<=', until)
    .orderBy('removed_at')
    .limit(batchSize)
    .execute();
  await eraseComments(
    change,
    rows.map(({ id }) => id),
  );
  return rows.length;
}

/** Erases who reported what in their own words. The reason and the times remain: an open report stays in the queue. */
async function forgetReporters({ database }: Data, time: 'handled_at' | 'created_at', until: Date): Promise<void> {
  await database
    .updateTable('reports')
    .set(withoutReporter)
    .where(time, '<=', until)
    .where('reporter', 'not like', `${FORGOTTEN}%`)
    .execute();
}
