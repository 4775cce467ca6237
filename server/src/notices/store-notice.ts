import { randomBytes, randomInt } from 'node:crypto';
import { domainToASCII } from 'node:url';
import {
  isWebAddress,
  normalizeLine,
  normalizeText,
  type ReportNotice,
  reportProblem,
  type ReportReason,
} from 'article-comments/rules.js';
import type { Data } from '../database/data.js';
import type { LegalNoticeRow } from '../database/tables.js';
import { inTransaction } from '../database/transaction.js';
import { enqueueMail } from '../delivery/outbox.js';
import type { Store } from '../discussion/store.js';
import { type EventPlace, noticeEvent } from '../discussion/webhook-events.js';
import { takeUnit } from '../identity/rate-limits.js';
import type { HouseRules } from '../rules/house-rules.js';
import { Problem, refuseInput } from '../rules/problem.js';
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
  { database }: Pick<Data, 'database'>,
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

/** What a notice says, as stored. Lengths are limited by the contract's schema. */
export interface NoticeEntry {
  readonly reason: string;
  readonly explanation: string;
  readonly law: string | null;
  readonly urls: readonly string[];
  readonly name: string | null;
  readonly email: string | null;
}

/** Returns what is stored. Throws a `Problem` that names the field, and what to do about it. */
export function validateNotice(reason: string, notice: ReportNotice, { reasons }: HouseRules): NoticeEntry {
  const line = (text = ''): string => normalizeLine(text);
  const explanation = normalizeText(notice.explanation).trim();
  const [law, name, email] = [line(notice.law), line(notice.name), line(notice.email)];
  const urls = notice.urls.map(normalizeLine);
  const sent = { reason, notice: { ...notice, explanation, law, urls, name, email } };
  refuseInput(reportProblem(sent, { reasons }) ?? (isPlain(email) ? undefined : 'email is invalid'), {
    'reason is invalid': takesNoNotice(reason, reasons),
    'notice is invalid': takesNoNotice(reason, reasons),
    'body is missing': 'Please explain why the content is illegal.',
    'address is invalid': `“${urls.find((url) => !isWebAddress(url))}” is not a web address. Copy it from the browser, with https:// before it.`,
    'name is missing': 'Please enter your name.',
    'email is missing': 'Please enter your email address.',
    'email is invalid': 'This is not a valid email address. Write it like name@example.com.',
    'good faith is missing': 'Please confirm that what you say is accurate and complete, as far as you know.',
  });
  return { reason, explanation, law: law || null, urls, name: name || null, email: email || null };
}

/** Whether an address is nothing but one: mailers read `1<a@mail.example>`, `"a"@mail.example` and `a@mail.example,1` as other addresses. */
const isPlain = (email: string): boolean => !/[<>()[\]\\,;:"]/.test(email);

function takesNoNotice(reason: string, reasons: readonly ReportReason[]): string {
  const ids = reasons.filter(({ form }) => form === 'notice').map(({ id }) => `"${id}"`);
  return `The reason "${reason}" takes no notice. Leave "notice" out, or use one of: ${ids.join(', ')}.`;
}

/** A reference that is easy to read out: no characters that look alike. `kind`: `R` for a report, `N` for a notice. */
export function newReference(kind: 'R' | 'N'): string {
  const letters = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';
  return `${kind}-${Array.from({ length: 8 }, () => letters[randomInt(letters.length)]).join('')}`;
}
