import { eraseExpired } from './erasure/erase-expired.js';
import { prune } from './events/prune.js';
import type { Store } from './store.js';

/** Milliseconds between two rounds. */
const interval = 3_600_000;

/**
 * Deletes and erases what has expired, now and every hour. Safe in several instances at once. Returns a function that stops
 * it and waits for a round in progress.
 */
export async function startCleanUp(store: Store, logError: (error: unknown) => void): Promise<() => Promise<void>> {
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
