import { sql } from 'kysely';
import type { Store } from '../src/discussion/store.js';

/** Everything that the database holds, as text to search for what must not be there any more. */
export async function everythingStored({ database }: Store): Promise<string> {
  const { rows: tables } = await sql<{ name: string }>`select table_name as name from information_schema.tables
    where table_schema = 'public'`.execute(database);
  const contents = await Promise.all(
    tables.map(async ({ name }) => [name, (await sql`select * from ${sql.table(name)}`.execute(database)).rows]),
  );
  return JSON.stringify(contents);
}
