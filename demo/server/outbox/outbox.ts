/** Mails that wait to be sent: stored together with what they tell of, so that none is lost when the server or the mailer fails. */
import { randomUUID } from 'node:crypto';
import { type Kysely, sql } from 'kysely';
import type { OutboxRow, Tables } from '../database/tables.js';
import type { Store } from '../store.js';
import type { Mail } from './mail.js';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** Milliseconds from each failed attempt to the next. After the last one, the mail is given up. */
const DELAYS: readonly number[] = [MINUTE, 5 * MINUTE, 30 * MINUTE, 2 * HOUR, 6 * HOUR, 24 * HOUR, 48 * HOUR];

/** Milliseconds after which another instance may try, because this one has not said how it went. */
const LEASE = 10 * MINUTE;

/** `person`: whose data it is, `person:…` or `guest:…`. Call it in the transaction of what the mail tells of. */
export async function enqueueMail(
  database: Kysely<Tables>,
  { to, subject, text, person, now }: Mail & { readonly person: string | null; readonly now: Date },
): Promise<void> {
  await database
    .insertInto('outbox')
    .values({ id: randomUUID(), recipient: to, subject, text, person, created_at: now, due_at: now })
    .execute();
}

/** Sends what is due, oldest first. Safe in several instances at once. A mail may be sent twice if a server ends just after sending it. */
export async function deliverDue(store: Store, logError: (error: unknown) => void): Promise<void> {
  for (let mail = await claim(store); mail; mail = await claim(store)) await deliver(store, mail, logError);
}

/** Takes one mail that is due, for as long as the lease lasts. */
async function claim({ database, now }: Store): Promise<OutboxRow | undefined> {
  const time = now();
  return database
    .updateTable('outbox')
    .set({ attempts: sql<number>`attempts + 1`, due_at: new Date(time.getTime() + LEASE) })
    .where('id', '=', (eb) =>
      eb
        .selectFrom('outbox')
        .select('id')
        .where('due_at', '<=', time)
        .orderBy('due_at')
        .limit(1)
        .forUpdate()
        .skipLocked(),
    )
    .returningAll()
    .executeTakeFirst();
}

async function deliver(
  { database, now, rules }: Store,
  { id, recipient, subject, text, attempts }: OutboxRow,
  logError: (error: unknown) => void,
): Promise<void> {
  try {
    await rules.sendMail({ to: recipient, subject, text });
  } catch (cause) {
    const delay = DELAYS[attempts - 1];
    if (delay !== undefined) {
      await database
        .updateTable('outbox')
        .set({ due_at: new Date(now().getTime() + delay) })
        .where('id', '=', id)
        .execute();
      return;
    }
    // The log must not contain the address.
    logError(new Error(`The mail “${subject}” could not be sent in ${attempts} attempts. It is given up.`, { cause }));
  }
  await database.deleteFrom('outbox').where('id', '=', id).execute();
}
