import type { Decision } from 'article-comments/rules.js';
import type { Data } from '../database/data.js';
import type { LegalNoticeRow } from '../database/tables.js';
import { inTransaction } from '../database/transaction.js';
import { deleteMails } from '../delivery/outbox.js';
import { changeDiscussion, refByKey } from '../discussion/change-discussion.js';
import { eraseDecisions } from '../discussion/erase.js';
import type { Store } from '../discussion/store.js';

/** Maximum number of notices, and of comments in one discussion, erased in one go. */
const batchSize = 500;

/**
 * Erases notices that were decided more than `noticeMonths` ago, notices that are still open after `openMonths`, and the decisions on
 * comments that are erased themselves. What remains of a notice is its reference, its times and the measure, for the publisher's
 * statistics.
 */
export async function eraseDecided(store: Store): Promise<void> {
  const until = monthsBefore(store.now(), store.noticeMonths);
  let erased: number;
  let unsent = 0;
  do {
    const batch = await eraseNotices(store, until);
    erased = batch.erased;
    unsent += batch.unsent;
  } while (erased === batchSize);
  if (unsent > 0)
    store.log.warn(`Mails that were deleted with their notices and never sent: ${unsent}. Set SMTP_URL and MAIL_FROM.`);
  for (const key of await findDiscussions(store, until)) {
    do erased = await eraseInDiscussion(store, key, until);
    while (erased === batchSize);
  }
}

/** Returns how many notices it erased, and how many mails about them that were never sent. */
function eraseNotices(
  { database, now, openMonths }: Store,
  until: Date,
): Promise<{ readonly erased: number; readonly unsent: number }> {
  return inTransaction(database, async (trx) => {
    const rows = await trx
      .selectFrom('legal_notices')
      .selectAll()
      .where((eb) =>
        eb.or([
          eb('decided_at', '<=', until),
          eb.and([eb('decided_at', 'is', null), eb('received_at', '<=', monthsBefore(now(), openMonths))]),
        ]),
      )
      .where('erased_at', 'is', null)
      .limit(batchSize)
      // One that is being decided has a new time, and a new mail.
      .forUpdate()
      .skipLocked()
      .execute();
    for (const { discussion, reference, decision } of rows)
      await trx
        .updateTable('legal_notices')
        .set({
          explanation: '',
          law: null,
          urls: '[]',
          name: null,
          email: null,
          reporter: null,
          decided_by: null,
          decision: withoutWords(decision),
          erased_at: now(),
        })
        .where('discussion', '=', discussion)
        .where('reference', '=', reference)
        .execute();
    return { erased: rows.length, unsent: await deleteMails(trx, rows) };
  });
}

function withoutWords(json: LegalNoticeRow['decision']): LegalNoticeRow['decision'] {
  if (json === null) return null;
  const {
    measure,
    ground,
    basis,
    automatedDetection = false,
    automated = false,
    decidedAt,
  } = JSON.parse(json) as Decision;
  return JSON.stringify({ measure, ground, basis, automatedDetection, automated, decidedAt });
}

async function findDiscussions({ database }: Data, until: Date): Promise<readonly string[]> {
  const rows = await database
    .selectFrom('comments')
    .innerJoin('discussions', 'discussions.id', 'comments.discussion')
    .select('discussions.key')
    .distinct()
    .where('comments.decided_at', '<=', until)
    .where('comments.erased_at', 'is not', null)
    .execute();
  return rows.map(({ key }) => key);
}

function eraseInDiscussion(store: Store, key: string, until: Date): Promise<number> {
  return changeDiscussion(store, refByKey(key), async (change) => {
    const rows = await change.trx
      .selectFrom('comments')
      .select('id')
      .where('discussion', '=', change.discussion.id)
      .where('decided_at', '<=', until)
      .where('erased_at', 'is not', null)
      .limit(batchSize)
      .execute();
    await eraseDecisions(
      change,
      rows.map(({ id }) => id),
    );
    return rows.length;
  });
}

/** The same day so many calendar months earlier, in UTC; the last of that month if it is shorter. */
export function monthsBefore(time: Date, months: number): Date {
  const earlier = new Date(time);
  earlier.setUTCMonth(time.getUTCMonth() - months, 1);
  const lastDay = new Date(Date.UTC(earlier.getUTCFullYear(), earlier.getUTCMonth() + 1, 0)).getUTCDate();
  earlier.setUTCDate(Math.min(time.getUTCDate(), lastDay));
  return earlier;
}
