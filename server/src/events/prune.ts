import { pruneFirstWrites } from '../identity/first-writes.js';
import { pruneAddresses } from '../identity/standings.js';
import { pruneClaims } from '../moderation/claims.js';
import type { Store } from '../store.js';
import { scoreHistorySeconds } from '../discussion/list-by-score.js';

/** Seconds for which events are kept. Clients that return later are told to reload. */
export const eventSeconds = 86_400;

/** Deletes expired events, former scores, rate limits, addresses, first writes and claims. Safe to run in several instances at once. */
export async function prune(store: Pick<Store, 'database' | 'now' | 'rules'>): Promise<void> {
  const { database, now } = store;
  const ago = (seconds: number): Date => new Date(now().getTime() - seconds * 1000);
  await database.deleteFrom('events').where('created_at', '<', ago(eventSeconds)).execute();
  // A minute of grace for cursors used at the last moment.
  await database
    .deleteFrom('past_scores')
    .where('created_at', '<', ago(scoreHistorySeconds + 60))
    .execute();
  await database.deleteFrom('paces').where('free_at', '<', now()).execute();
  await pruneAddresses(store);
  await pruneFirstWrites(store);
  await pruneClaims(store);
}
