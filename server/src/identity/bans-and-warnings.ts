/** What moderators have decided about single people: bans and warnings. */
import { randomUUID } from 'node:crypto';
import type { Ban, Decision } from 'article-comments/rules.js';
import { type Kysely, sql, type Transaction } from 'kysely';
import type { Data } from '../database/data.js';
import type { Tables } from '../database/tables.js';
import { inTransaction } from '../database/transaction.js';
import type { HouseRules } from '../rules/house-rules.js';
import type { Caller } from './caller.js';

type Database = Kysely<Tables>;

/** The caller with a ban and a warning, if there is one. A guest is also banned by the ban of a trace. */
export async function withStanding<Who extends Caller>(
  { database, now, rules }: Pick<Data, 'database' | 'now'> & { readonly rules: HouseRules },
  caller: Who,
): Promise<Who> {
  const { ban: _ban, warning: _warning, ...rest } = caller;
  const { identity, traces: { account, address } = {} } = caller;
  const identities = [identity, account === undefined ? undefined : `person:${account}`].flatMap((one) => one ?? []);
  const rows =
    identities.length === 0
      ? []
      : await database.selectFrom('standings').selectAll().where('identity', 'in', identities).execute();
  const own = rows.find((row) => row.identity === identity);
  const ownBan = rows.find((row) => row.banned_at && !(row.ban_ends_at && row.ban_ends_at <= now()));
  const ban =
    ownBan ?? (address === undefined ? undefined : await banAtAddress(database, address, rules.guestBanDays, now()));
  return {
    ...(rest as Who),
    ...(ban && { ban: { until: ban.ban_ends_at, isOwn: ban === ownBan, decision: decisionOf(ownBan) } }),
    ...(own &&
      own.warning_id !== null &&
      own.warning !== null && { warning: { id: own.warning_id, message: own.warning } }),
  };
}

/**
 * The caller with the ban and the warning of this moment, which stay as they are until the end of the transaction: a change waits for it. So
 * nothing is stored after a moderator has read that its writer is banned.
 */
export async function lockedStanding<Who extends Caller>(
  store: Pick<Data, 'now'> & { readonly rules: HouseRules },
  trx: Transaction<Tables>,
  caller: Who,
): Promise<Who> {
  await trx.selectFrom('standing_lock').select('id').forShare().execute();
  return withStanding({ ...store, database: trx }, caller);
}

/** Changes a standing when no write is between its check and its end. */
const changeStanding = (database: Database, work: (trx: Transaction<Tables>) => Promise<unknown>): Promise<void> =>
  inTransaction(database, async (trx) => {
    await trx.selectFrom('standing_lock').select('id').forUpdate().execute();
    await work(trx);
  });

const decisionOf = (ban: { readonly ban_decision: string | null } | undefined): Decision | undefined =>
  ban?.ban_decision == null ? undefined : (JSON.parse(ban.ban_decision) as Decision);

const daysBefore = (now: Date, days: number): Date => new Date(now.getTime() - days * 86_400_000);

/** The ban of a guest or an account that has written from an address. It covers the guests there for some days. */
async function banAtAddress(
  database: Database,
  address: string,
  days: number,
  now: Date,
): Promise<{ readonly ban_ends_at: Date | null } | undefined> {
  return database
    .selectFrom('addresses')
    .innerJoin('standings', 'standings.identity', 'addresses.identity')
    .select((eb) =>
      sql<Date>`least(${eb.ref('ban_ends_at')}, ${eb.ref('banned_at')} + ${days}::float8 * interval '1 day')`.as(
        'ban_ends_at',
      ),
    )
    .where('address', '=', address)
    .where('banned_at', '>', daysBefore(now, days))
    .where((eb) => eb.or([eb('ban_ends_at', 'is', null), eb('ban_ends_at', '>', now)]))
    .orderBy('banned_at', 'desc')
    .limit(1)
    .executeTakeFirst();
}

/** Stores the address from which somebody has written, in case a moderator bans them. */
export async function noteAddress(
  { database, now, rules }: Pick<Data, 'database' | 'now'> & { readonly rules: HouseRules },
  identity: string,
  address: string,
): Promise<void> {
  if (rules.guestBanDays === 0) return;
  await database
    .insertInto('addresses')
    .values({ identity, address, seen_at: now() })
    .onConflict((conflict) => conflict.columns(['identity', 'address']).doUpdateSet({ seen_at: now() }))
    .execute();
}

/** Deletes addresses that no ban covers and that are too old for a new one. */
export async function pruneAddresses({
  database,
  now,
  rules,
}: Pick<Data, 'database' | 'now'> & { readonly rules: HouseRules }): Promise<void> {
  const since = daysBefore(now(), rules.guestBanDays);
  await database
    .deleteFrom('addresses')
    .where('seen_at', '<', since)
    .where('identity', 'not in', (eb) => eb.selectFrom('standings').select('identity').where('banned_at', '>', since))
    .execute();
}

/** Who bans a person, and until when. */
export interface NewBan {
  readonly by: string;
  readonly name: string;
  readonly at: Date;
  /** Null: until a moderator lifts it. */
  readonly until: Date | null;
  /** The statement of reasons. */
  readonly decision: Decision | undefined;
}

/** Bans a person from writing, or ends the ban. */
export async function setBan(database: Database, identity: string, ban: NewBan | undefined): Promise<void> {
  const changes = {
    banned_at: ban?.at ?? null,
    ban_ends_at: ban?.until ?? null,
    banned_by: ban?.by ?? null,
    banned_by_name: ban?.name ?? null,
    ban_decision: ban?.decision ? JSON.stringify(ban.decision) : null,
  };
  await changeStanding(database, (trx) =>
    trx
      .insertInto('standings')
      .values({ identity, ...changes, warning_id: null, warning: null })
      .onConflict((conflict) => conflict.column('identity').doUpdateSet(changes))
      .execute(),
  );
}

/** The current bans of people, by identity, as moderators see them. */
export async function findBans(
  { database, now }: Pick<Data, 'database' | 'now'>,
  identities: readonly string[],
): Promise<ReadonlyMap<string, Ban>> {
  if (identities.length === 0) return new Map();
  const rows = await database
    .selectFrom('standings')
    .selectAll()
    .where('identity', 'in', identities)
    .where('banned_at', 'is not', null)
    .where((eb) => eb.or([eb('ban_ends_at', 'is', null), eb('ban_ends_at', '>', now())]))
    .execute();
  return new Map(
    rows.map(({ identity, ban_ends_at: until, banned_by_name: by }) => [
      identity,
      {
        ...(until && { until: until.toISOString() }),
        ...(by !== null && { by }),
      },
    ]),
  );
}

/** Warns a person. A new warning takes the place of an earlier one. */
export async function setWarning(database: Database, identity: string, warning: string): Promise<void> {
  const changes = { warning_id: randomUUID(), warning };
  await changeStanding(database, (trx) =>
    trx
      .insertInto('standings')
      .values({
        identity,
        banned_at: null,
        ban_ends_at: null,
        banned_by: null,
        banned_by_name: null,
        ban_decision: null,
        ...changes,
      })
      .onConflict((conflict) => conflict.column('identity').doUpdateSet(changes))
      .execute(),
  );
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

/** Deletes what moderators have decided about a person, what recognises the person in a ban or a retry, and the person's name from what they have decided as a moderator. */
export async function eraseStanding(database: Database, identity: string): Promise<void> {
  await database.deleteFrom('addresses').where('identity', '=', identity).execute();
  await database.deleteFrom('first_writes').where('identity', '=', identity).execute();
  await database.deleteFrom('standings').where('identity', '=', identity).execute();
  await database
    .updateTable('standings')
    .set({ banned_by: null, banned_by_name: null })
    .where('banned_by', '=', identity)
    .execute();
}
