import { scoreHistorySeconds } from '../discussion/list-by-score.js';
import type { Store } from '../discussion/store.js';
import { pruneFirstWrites } from '../identity/first-writes.js';
import { pruneAddresses } from '../identity/bans-and-warnings.js';
import { pruneClaims } from '../operations/claims.js';
import { eraseExpired } from './erase-expired.js';

/** Milliseconds between two rounds. */
const interval = 3_600_000;

/**
 * Deletes and erases what has expired, now and every hour. Safe in several instances at once. Returns a function that stops
 * it and waits for a round in progress.
 */
export async function startCleanUp(store: Store): Promise<() => Promise<void>> {
  const logError = (err: unknown): void => store.log.error({ err });
  await prune(store);
  // The server can work while comments wait for their erasure, for example because a discussion is locked.
  let round = eraseExpired(store).catch(logError);
  await round;
  const timer = setInterval(() => {
    round = round.then(() => prune(store).then(() => eraseExpired(store))).catch(logError);
  }, interval);
  timer.unref();
  return async () => {
    clearInterval(timer);
    await round;
  };
}

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
