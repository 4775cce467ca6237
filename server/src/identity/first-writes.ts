/**
 * The first write of each guest. Its response carries the cookie that makes it theirs, and a response can be lost. A retry without the cookie
 * therefore takes the write over, as long as the cookie has not come back. If it comes back later, its guest gets the write again: of several
 * cookies, the one that was issued first counts.
 */
import type { Kysely, Transaction } from 'kysely';
import type { Data } from '../database/data.js';
import type { FirstWriteRow, Tables } from '../database/tables.js';
import { inTransaction } from '../database/transaction.js';
import { type Caller, isGuest, type Writer } from './caller.js';
import { guestDays } from './credentials.js';
import { findBans } from './bans-and-warnings.js';

/** Minutes for which a retry may come without the cookie. Sections retry at once, or when their reader presses the button again. */
const retryMinutes = 10;

/** A comment, or the report of one. */
export type FirstWrite = Pick<FirstWriteRow, 'discussion' | 'comment' | 'report'>;

/**
 * Whether a write was the caller's first one as a guest, as far as anybody can tell: sent a few minutes ago by a guest. The caller has
 * to repeat its key and all of its content, and then gets the same answer.
 */
export const isLostWrite = (
  { person }: Caller,
  { by, at, now }: { readonly by: string | null; readonly at: Date; readonly now: Date },
): boolean => !person && isGuest(by) && now.getTime() - at.getTime() < retryMinutes * 60_000;

/** Stores that the cookie of a new guest is handed out with this write. Does nothing for others. */
export async function noteFirstWrite(
  trx: Transaction<Tables>,
  { identity, newSecret }: Writer,
  write: FirstWrite,
  now: Date,
): Promise<void> {
  if (newSecret === undefined) return;
  await trx
    .insertInto('first_writes')
    .values({ identity, ...write, created_at: now })
    .execute();
}

/**
 * Makes a write that of the guest who retries it. Returns false, and changes nothing, if the cookie of its owner has come back, or if they are
 * banned: what they have written stays theirs.
 */
export async function takeOver(
  trx: Transaction<Tables>,
  write: FirstWrite,
  writer: Writer,
  now: Date,
): Promise<boolean> {
  const owner = await lockOwner(trx, write);
  const waiting = await waitingFor(trx, write);
  if (owner === null || !waiting.some(({ identity }) => identity === owner)) return false;
  const bans = await findBans({ database: trx, now: () => now }, [owner]);
  if (bans.size > 0) return false;
  await trx.updateTable('first_writes').set({ taken_over: true }).where('identity', '=', owner).execute();
  await setOwner(trx, write, owner, writer.identity);
  await copyAddresses(trx, owner, writer.identity);
  await noteFirstWrite(trx, writer, write, now);
  return true;
}

/** Notes that a guest has sent their cookie. What a retry has taken over meanwhile is theirs again. */
export async function noteReturn(database: Kysely<Tables>, identity: string): Promise<void> {
  const write = await database
    .selectFrom('first_writes')
    .select(['discussion', 'comment', 'report'])
    .where('identity', '=', identity)
    .executeTakeFirst();
  if (!write) return;
  await inTransaction(database, async (trx) => {
    const owner = await lockOwner(trx, write);
    const waiting = await waitingFor(trx, write);
    const own = waiting.find((one) => one.identity === identity);
    // An earlier cookie has come back meanwhile, or another request with this one was faster.
    if (!own) return;
    if (own.taken_over && owner !== null) await setOwner(trx, write, owner, identity);
    const settled = waiting.filter(({ number }) => number >= own.number).map((one) => one.identity);
    await trx.deleteFrom('first_writes').where('identity', 'in', settled).execute();
  });
}

/**
 * Locks the comment or the report and returns whose it is; null if it is erased or withdrawn. Comes before `waitingFor`: a statement that
 * waits for a lock does not see the rows that were added meanwhile, but the next one does.
 */
async function lockOwner(
  trx: Transaction<Tables>,
  { discussion, comment, report }: FirstWrite,
): Promise<string | null> {
  const row =
    report === ''
      ? await trx
          .selectFrom('comments')
          .select('owner')
          .where((eb) => eb.and({ discussion, id: comment }))
          .forUpdate()
          .executeTakeFirst()
      : await trx
          .selectFrom('reports')
          .select('reporter as owner')
          .where((eb) => eb.and({ discussion, comment, reference: report }))
          .forUpdate()
          .executeTakeFirst();
  return row?.owner ?? null;
}

/** The guests of a write whose cookies have not come back, in the order of their attempts. */
const waitingFor = (trx: Transaction<Tables>, write: FirstWrite): Promise<readonly FirstWriteRow[]> =>
  trx
    .selectFrom('first_writes')
    .selectAll()
    .where((eb) => eb.and({ ...write }))
    .orderBy('number')
    .execute();

async function setOwner(
  trx: Transaction<Tables>,
  { discussion, comment, report }: FirstWrite,
  before: string,
  owner: string,
): Promise<void> {
  if (report === '')
    await trx
      .updateTable('comments')
      .set((eb) => ({
        owner,
        // What the one before has deleted, its author has deleted, who can restore it.
        removed_by: eb.case().when('removed_by', '=', before).then(owner).else(eb.ref('removed_by')).end(),
      }))
      .where((eb) => eb.and({ discussion, id: comment }))
      .execute();
  else
    await trx
      .updateTable('reports')
      .set({ reporter: owner })
      .where((eb) => eb.and({ discussion, comment, reference: report }))
      .execute();
}

/** So that a ban of the new owner covers the address from which the write came. */
async function copyAddresses(trx: Transaction<Tables>, from: string, to: string): Promise<void> {
  await trx
    .insertInto('addresses')
    .columns(['identity', 'address', 'seen_at'])
    .expression((eb) =>
      eb
        .selectFrom('addresses')
        .select((one) => [one.val(to).as('identity'), 'address', 'seen_at'])
        .where('identity', '=', from),
    )
    .onConflict((conflict) => conflict.columns(['identity', 'address']).doNothing())
    .execute();
}

/** Deletes what no retry can take over any more, and no cookie reclaim. */
export async function pruneFirstWrites({ database, now }: Pick<Data, 'database' | 'now'>): Promise<void> {
  const ago = (minutes: number): Date => new Date(now().getTime() - minutes * 60_000);
  await database
    .deleteFrom('first_writes')
    .where((eb) =>
      eb.or([
        eb.and([eb('taken_over', '=', false), eb('created_at', '<', ago(retryMinutes))]),
        eb('created_at', '<', ago(guestDays * 1440)),
      ]),
    )
    .execute();
}
