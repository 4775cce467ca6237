import { setTimeout as pause } from 'node:timers/promises';
import type { Kysely, Transaction } from 'kysely';
import { Problem } from '../http/problem.js';
import type { Tables } from './tables.js';

/**
 * Milliseconds for which a statement waits for a row that another one has locked. It holds a connection of the pool all the
 * while, so it then gives the connection back and tries again later.
 */
export const lockTimeout = 250;

const maxAttempts = 10;

/** Milliseconds before the second attempt, on average. Grows with each attempt. */
const firstPause = 25;

/** Seconds after which a reader may try again when all attempts have failed. */
const retryAfter = 2;

/** Runs a transaction and repeats it when the database asks to. `work` must have no effects outside the database. */
export function inTransaction<Result>(
  database: Kysely<Tables>,
  work: (trx: Transaction<Tables>) => Promise<Result>,
): Promise<Result> {
  return withRetries(() => database.transaction().execute(work));
}

/** Repeats a statement or transaction that met a lock or another transaction. Holds no connection between the attempts. */
export async function withRetries<Result>(run: () => Promise<Result>): Promise<Result> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await run();
    } catch (error) {
      if (!isRetryable(error)) throw error;
      if (attempt === maxAttempts) throw busy();
    }
    // At random, so that those who met do not meet again.
    await pause(attempt * firstPause * 2 * Math.random());
  }
}

/** Serialisation failures, deadlocks and locks that were not released in time. */
const isRetryable = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && /^(40001|40P01|55P03)$/.test(String(error.code));

/** For a write that stored nothing because too many others came first. */
export const busy = (): Problem =>
  new Problem('unavailable', 'Many people are writing here at the moment. Please try again shortly.', {
    stored: 'no',
    retryAfter,
  });
