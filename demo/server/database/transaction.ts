import type { Kysely, Transaction } from 'kysely';
import type { Tables } from './tables.js';

/** Serialisation failure and deadlock: the database asks for the transaction to be run again. */
const isWorthRepeating = (error: unknown): boolean => error instanceof Error && 'code' in error && /^40(001|P01)$/.test(String(error.code));

const attempts = 4;

/** Runs a transaction, again where the database asks for it. `work` may therefore do nothing but speak to the database. */
export async function inTransaction<Result>(
  database: Kysely<Tables>,
  work: (trx: Transaction<Tables>) => Promise<Result>,
): Promise<Result> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await database.transaction().execute(work);
    } catch (error) {
      if (attempt === attempts || !isWorthRepeating(error)) throw error;
    }
  }
}
