/**
 * Mails, and events for other software, that wait to be sent: stored together with what they tell of, so that none is lost when the
 * server or the receiver fails.
 */
import { randomUUID } from 'node:crypto';
import { type Kysely, sql } from 'kysely';
import type { Data } from '../database/data.js';
import type { LegalNoticeRow, OutboxRow, Tables } from '../database/tables.js';
import { type Mail, MailRefused, sendQuietly } from '../rules/mail.js';
import type { Store } from '../discussion/store.js';
import type { SendingStore } from './webhooks.js';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** Milliseconds from each failed attempt to the next. After the last one, it is given up. */
const DELAYS: readonly number[] = [MINUTE, 5 * MINUTE, 30 * MINUTE, 2 * HOUR, 6 * HOUR, 24 * HOUR, 48 * HOUR];

/** Milliseconds after which another instance may try, because this one has not said how it went. */
const LEASE = 10 * MINUTE;

/** Milliseconds after which an event is dropped whose webhook is no longer configured. */
const LONGEST_WAIT = 7 * 24 * HOUR;

interface NoticeMail extends Mail {
  readonly notice: NoticeRef;
  /** Whose data it is, `person:…` or `guest:…`. */
  readonly person: string | null;
  readonly now: Date;
}

type NoticeRef = Pick<LegalNoticeRow, 'discussion' | 'reference'>;

/** Call it in the transaction of what the mail tells of. */
export async function enqueueMail(
  database: Kysely<Tables>,
  { to, subject, text, notice: { discussion, reference }, person, now }: NoticeMail,
): Promise<void> {
  await database
    .insertInto('outbox')
    .values({
      id: randomUUID(),
      recipient: to,
      subject,
      text,
      person,
      discussion,
      notice: reference,
      created_at: now,
      due_at: now,
    })
    .execute();
}

/** Deletes the mails about notices that are deleted or erased. Returns their number. Call it in the same transaction. */
export async function deleteMails(database: Kysely<Tables>, notices: readonly NoticeRef[]): Promise<number> {
  if (notices.length === 0) return 0;
  const { numDeletedRows } = await database
    .deleteFrom('outbox')
    .where((eb) => eb.or(notices.map(({ discussion, reference }) => eb.and({ discussion, notice: reference }))))
    .executeTakeFirstOrThrow();
  return Number(numDeletedRows);
}

/** Number of mails that wait for a mailer; if there is one, of those that it has not taken for ten minutes. */
export async function countWaitingMails({ database, sendMail, now }: Store): Promise<number> {
  const { count } = await database
    .selectFrom('outbox')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('kind', '=', 'mail')
    .$if(sendMail !== undefined, (query) => query.where('created_at', '<', new Date(now().getTime() - 10 * MINUTE)))
    .executeTakeFirstOrThrow();
  return count;
}

/** How many mails and events wait to be sent. */
export interface Waiting {
  readonly mails: number;
  readonly events: number;
  /** Those of them that have waited for more than ten minutes. */
  readonly late: number;
}

export async function countWaiting({ database, now }: Data): Promise<Waiting> {
  const late = new Date(now().getTime() - 10 * MINUTE);
  return database
    .selectFrom('outbox')
    .select(({ fn }) => [
      fn.countAll<number>().filterWhere('kind', '=', 'mail').as('mails'),
      fn.countAll<number>().filterWhere('kind', '=', 'event').as('events'),
      fn.countAll<number>().filterWhere('created_at', '<', late).as('late'),
    ])
    .executeTakeFirstOrThrow();
}

/** Where some of what waits is sent to. What one of them does delays no other. */
interface Channel {
  readonly kind: OutboxRow['kind'];
  /** Only for this recipient. */
  readonly recipient?: string;
  /** Rejects if it has to be tried again. */
  readonly send: (row: OutboxRow) => Promise<void>;
  /** Names what is given up, without personal data. */
  readonly describe: (row: OutboxRow) => string;
}

/**
 * Sends what is due, oldest first. Without a mailer, mails are left alone. Safe in several instances at once. A message may be sent twice if a server ends just after sending it.
 * After a failure, what else waits for the same channel is left to the next round, unless only that one mail was refused.
 *
 * @param signal Stops it. What is being sent then counts as failed.
 */
export async function deliverDue(
  store: SendingStore,
  signal: AbortSignal = new AbortController().signal,
): Promise<void> {
  const { database, now, sendMail, webhooks } = store;
  await database
    .deleteFrom('outbox')
    .where('kind', '=', 'event')
    .where('created_at', '<', new Date(now().getTime() - LONGEST_WAIT))
    .$if(webhooks.urls.length > 0, (query) => query.where('recipient', 'not in', webhooks.urls))
    .execute();
  const channels: readonly Channel[] = [
    ...(sendMail
      ? [
          {
            kind: 'mail' as const,
            send: ({ recipient: to, subject, text }: OutboxRow) => sendQuietly(sendMail, { to, subject, text }),
            describe: ({ subject }: OutboxRow) => `The mail “${subject}”`,
          },
        ]
      : []),
    ...webhooks.urls.map((url) => ({
      kind: 'event' as const,
      recipient: url,
      send: (row: OutboxRow) => webhooks.send(store, row, signal),
      describe: ({ subject, id }: OutboxRow) => `The event ${subject} (${id}) for ${new URL(url).origin}`,
    })),
  ];
  await Promise.all(channels.map((channel) => drain(channel, store, signal)));
}

/** Sends what is due in a channel, until the channel fails. */
async function drain(channel: Channel, store: SendingStore, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    const row = await claim(channel, store);
    if (!row || (await deliver(channel, row, store)) === 'failed') return;
  }
}

/** Takes one row that is due, for as long as the lease lasts. */
async function claim({ kind, recipient }: Channel, { database, now }: Data): Promise<OutboxRow | undefined> {
  const time = now();
  return database
    .updateTable('outbox')
    .set({ attempts: sql<number>`attempts + 1`, due_at: new Date(time.getTime() + LEASE) })
    .where('id', '=', (eb) =>
      eb
        .selectFrom('outbox')
        .select('id')
        .where('kind', '=', kind)
        .$if(recipient !== undefined, (query) => query.where('recipient', '=', recipient ?? ''))
        .where('due_at', '<=', time)
        .orderBy('due_at')
        .orderBy('number')
        .limit(1)
        .forUpdate()
        .skipLocked(),
    )
    .returningAll()
    .executeTakeFirst();
}

/** Returns how the channel is. */
async function deliver(
  { send, describe }: Channel,
  row: OutboxRow,
  { database, now, log }: Data,
): Promise<'working' | 'failed'> {
  let state: 'working' | 'failed' = 'working';
  try {
    await send(row);
  } catch (err) {
    if (!(err instanceof MailRefused)) state = 'failed';
    if (row.attempts === 1)
      log.warn(
        `${describe(row)} could not be sent, and will be tried again: ${err instanceof Error ? err.message : ''}`,
      );
    const delay = DELAYS[row.attempts - 1];
    if (delay !== undefined) {
      await database
        .updateTable('outbox')
        .set({ due_at: new Date(now().getTime() + delay) })
        .where('id', '=', row.id)
        .execute();
      return state;
    }
    // The log must not contain the address.
    log.error({ err }, `${describe(row)} could not be sent in ${row.attempts} attempts. It is given up.`);
  }
  await database.deleteFrom('outbox').where('id', '=', row.id).execute();
  return state;
}
