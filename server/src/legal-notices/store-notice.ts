import { randomBytes } from 'node:crypto';
import { domainToASCII } from 'node:url';
import type { LegalNoticeRow } from '../database/tables.js';
import { inTransaction } from '../database/transaction.js';
import { Problem } from '../http/problem.js';
import { takeUnit } from '../rate-limits/leaky-bucket.js';
import { newReference } from '../reference.js';
import { enqueueMail } from '../outbox/outbox.js';
import type { Store } from '../store.js';
import { noticeEvent, type EventPlace } from '../webhooks/events.js';
import type { NoticeEntry } from './notice-entry.js';
import { confirmationMail } from './notice-mail.js';

/** Identifies a notice: the comment, and the key of the sender's intent. */
export interface NoticeKey {
  readonly discussion: string;
  readonly comment: string;
  readonly key: string;
}

export interface NewNotice extends NoticeKey {
  readonly about: EventPlace;
  readonly entry: NoticeEntry;
  readonly reporter: string;
  readonly revision: string | undefined;
  /** `Accept-Language` of the request. */
  readonly language: string | undefined;
  /** The address of the sender's page, by the token. */
  readonly statusUrlOf: (token: string) => string;
}

/** Stores a notice once, however often and in however many requests at the same time it arrives. */
export async function storeNotice(store: Store, notice: NewNotice): Promise<LegalNoticeRow> {
  const { database, now, webhooks } = store;
  const { discussion, comment, key, entry, reporter, revision, language, statusUrlOf } = notice;
  const token = randomBytes(32).toString('base64url');
  const mayConfirm = entry.email !== null && (await takeConfirmation(store, entry.email));
  const stored = await inTransaction(database, async (trx) => {
    const row = await trx
      .insertInto('legal_notices')
      .values({
        discussion,
        comment,
        notice_key: key,
        reference: newReference('N'),
        token,
        status_url: statusUrlOf(token),
        language: language?.slice(0, 200) ?? null,
        reporter,
        revision: revision ?? null,
        ...entry,
        urls: JSON.stringify(entry.urls),
        good_faith: true,
        received_at: now(),
      })
      .onConflict((conflict) => conflict.columns(['discussion', 'comment', 'notice_key']).doNothing())
      .returningAll()
      .executeTakeFirst();
    if (row) {
      const events = [noticeEvent(notice.about, row)];
      await webhooks.enqueue(trx, { discussion, now: row.received_at, events });
    }
    const mail = row && mayConfirm && (await confirmationMail(row));
    if (mail) await enqueueMail(trx, { ...mail, notice: row, person: reporter, now: now() });
    return row;
  });
  if (stored) return stored;
  const earlier = await findNotice({ database }, notice);
  if (!earlier) throw new Error('A notice is neither stored nor there.');
  requireSame(earlier, entry);
  return earlier;
}

/** Whether a notice may be confirmed by mail. What goes beyond is shown on the sender's page only. Decisions are always sent. */
async function takeConfirmation({ database, signer, rules, now }: Store, email: string): Promise<boolean> {
  const mailbox = signer.sign('mailbox', mailboxOf(email));
  return (await takeUnit(database, `mail ${mailbox}`, rules.confirmations, now())) === 0;
}

/** The same for addresses that mail servers deliver to the same person: `a.b+1@MAIL.example`, `ab@mail.example.` */
function mailboxOf(email: string): string {
  const [name = '', domain = ''] = email.toLowerCase().split('@');
  return `${name.replace(/\+.*/, '').replaceAll('.', '')}@${domainToASCII(domain).replace(/\.$/, '')}`;
}

export function findNotice(
  { database }: Pick<Store, 'database'>,
  { discussion, comment, key }: NoticeKey,
): Promise<LegalNoticeRow | undefined> {
  return database
    .selectFrom('legal_notices')
    .selectAll()
    .where('discussion', '=', discussion)
    .where('comment', '=', comment)
    .where('notice_key', '=', key)
    .executeTakeFirst();
}

/** A key that is used again for something else must not make a notice disappear. What is erased cannot be compared. */
export function requireSame(earlier: LegalNoticeRow, { urls, ...entry }: NoticeEntry): void {
  if (earlier.erased_at || earlier.reporter === null) return;
  const isSame =
    earlier.urls === JSON.stringify(urls) &&
    (Object.keys(entry) as (keyof typeof entry)[]).every((name) => earlier[name] === entry[name]);
  if (!isSame)
    throw new Problem('conflict', 'A notice with this key says something else. Send this one with a new key.');
}
