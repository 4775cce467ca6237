import { setTimeout as pause } from 'node:timers/promises';
import type { Kysely, Transaction } from 'kysely';
import { Problem } from '../rules/problem.js';
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

/** Runs tasks with the same key one after another, in the order of their arrival, and others side by side. */
export class KeyedQueue {
  readonly #maxLength: number;
  readonly #lines = new Map<string, Line>();

  /** `maxLength`: how many tasks of one key may run and wait. */
  constructor(maxLength: number) {
    this.#maxLength = maxLength;
  }

  /** Runs the task when all earlier ones of its key have ended. Throws `unavailable` if too many are waiting. */
  async run<Result>(key: string, task: () => Promise<Result>): Promise<Result> {
    const line = this.#lines.get(key) ?? { length: 0, last: Promise.resolve() };
    if (line.length === this.#maxLength) throw busy();
    this.#lines.set(key, line);
    line.length++;
    const { last } = line;
    let leave = (): void => undefined;
    line.last = new Promise((resolve) => (leave = resolve));
    try {
      await last;
      return await task();
    } finally {
      leave();
      if (--line.length === 0) this.#lines.delete(key);
    }
  }
}

interface Line {
  /** Number of tasks that run or wait. */
  length: number;
  /** Resolves when the last of them has ended. */
  last: Promise<void>;
}
