import type { Kysely, Transaction } from 'kysely';
import type { Tables } from './tables.js';

/** Serialisation failures and deadlocks. */
const isRetryable = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && /^40(001|P01)$/.test(String(error.code));

const maxAttempts = 4;

/** Runs a transaction and retries it when the database asks to. `work` must have no effects outside the database. */
export async function inTransaction<Result>(
  database: Kysely<Tables>,
  work: (trx: Transaction<Tables>) => Promise<Result>,
): Promise<Result> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await database.transaction().execute(work);
    } catch (error) {
      if (attempt === maxAttempts || !isRetryable(error)) throw error;
    }
  }
}
