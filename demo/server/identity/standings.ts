/** What moderators have decided about single people: bans and warnings. */
import { randomUUID } from 'node:crypto';
import type { Kysely } from 'kysely';
import type { Tables } from '../database/tables.js';
import type { Caller } from './caller.js';

type Database = Kysely<Tables>;

/** The caller with a ban and a warning, where there is one. */
export async function withStanding(database: Database, caller: Caller): Promise<Caller> {
  const { identity } = caller;
  if (identity === undefined) return caller;
  const row = await database.selectFrom('standings').selectAll().where('identity', '=', identity).executeTakeFirst();
  if (!row) return caller;
  return {
    ...caller,
    ...(row.banned_at && { isBanned: true }),
    ...(row.warning_id !== null && row.warning !== null && { warning: { id: row.warning_id, message: row.warning } }),
  };
}

/** Bans a person from writing since `at`, or ends the ban. */
export async function setBan(database: Database, identity: string, at: Date | null): Promise<void> {
  await database
    .insertInto('standings')
    .values({ identity, banned_at: at, warning_id: null, warning: null })
    .onConflict((conflict) => conflict.column('identity').doUpdateSet({ banned_at: at }))
    .execute();
}

/** Warns a person. A new warning takes the place of an earlier one. */
export async function setWarning(database: Database, identity: string, warning: string): Promise<void> {
  const changes = { warning_id: randomUUID(), warning };
  await database
    .insertInto('standings')
    .values({ identity, banned_at: null, ...changes })
    .onConflict((conflict) => conflict.column('identity').doUpdateSet(changes))
    .execute();
}

/** Forgets a warning that its reader has acknowledged. Another one stays. */
export async function clearWarning(database: Database, identity: string, id: string): Promise<void> {
  await database
    .updateTable('standings')
    .set({ warning_id: null, warning: null })
    .where('identity', '=', identity)
    .where('warning_id', '=', id)
    .execute();
}
