import type { Client } from 'pg';
import { eventually } from '../../test/support/eventually.js';

/** Resolves once this many other connections to the database of `observer` wait for a lock. */
export async function lockWaits(observer: Client, count: number): Promise<void> {
  const statement = `select 1 from pg_stat_activity
    where datname = current_database() and wait_event_type = 'Lock' and pid <> pg_backend_pid()`;
  await eventually(
    async () => (await observer.query(statement)).rows.length,
    (waiting) => waiting === count,
  );
}
