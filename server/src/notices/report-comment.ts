import { randomUUID } from 'node:crypto';
import {
  normalizeText,
  type Report,
  type ReportNotice,
  reportProblem,
  type ReportReceipt,
} from 'article-comments/rules.js';
import type { LegalNoticeRow } from '../database/tables.js';
import { inTransaction } from '../database/transaction.js';
import { deleteMails } from '../delivery/outbox.js';
import { discussionId } from '../discussion/discussion-state.js';
import { findComment } from '../discussion/find-comment.js';
import type { Store } from '../discussion/store.js';
import { reportEvent } from '../discussion/webhook-events.js';
import type { Authenticator } from '../identity/authenticator.js';
import { isOwn } from '../identity/caller.js';
import type { PublicOrigin } from '../identity/cookies.js';
import { isLostWrite, noteFirstWrite, takeOver } from '../identity/first-writes.js';
import type { ApiRequest, DiscussionQuery } from '../operations/api-request.js';
import { Problem, refuseInput } from '../rules/problem.js';
import { statusPath } from './status-page.js';
import { findNotice, newReference, requireSame, storeNotice, validateNotice } from './store-notice.js';

type ReportRequest = ApiRequest<DiscussionQuery, Omit<Report, 'id'>>;

/** Open to guests, and in closed discussions. Others see no effect. */
export const reportComment =
  (dependencies: NoticeDependencies) =>
  async (report: ReportRequest): Promise<ReportReceipt> => {
    const { notice, ...rest } = report.body;
    return notice
      ? sendNotice(dependencies, { ...report, body: { ...rest, notice } })
      : storeReport(dependencies, report);
  };

interface StoredReport {
  readonly receipt: ReportReceipt;
  /** Whether the sender can withdraw it. */
  readonly isTheirs: boolean;
}

async function storeReport(
  { store, authenticator }: NoticeDependencies,
  { caller, query, id, body, request, reply }: ReportRequest,
): Promise<ReportReceipt> {
  const { discussion, row } = await findComment(store, query.discussion, id, caller);
  if (isOwn(caller, row)) throw new Problem('forbidden', 'You cannot report your own comment.');
  if (row.status !== 'visible') throw new Problem('not-found', 'This comment is no longer there.');
  const detail = normalizeText(body.detail ?? '').trim();
  refuseInput(reportProblem({ ...body, detail }, store.rules), {
    'reason is invalid': 'The member "reason" is not one of the reasons offered.',
    'notice is missing': 'This reason needs a notice of illegal content, in the member "notice".',
    'detail is missing': 'Please say what is wrong with this comment.',
  });
  const writer = authenticator.writer(caller);
  const place = { discussion: discussion.id, comment: id };
  const { receipt, isTheirs } = await inTransaction(store.database, async (trx): Promise<StoredReport> => {
    const reports = () =>
      trx.selectFrom('reports').selectAll().where('discussion', '=', discussion.id).where('comment', '=', id);
    const values = {
      reporter_name: caller.person?.author.name ?? null,
      reason: body.reason,
      detail,
      revision: body.revision ?? null,
      reference: newReference('R'),
      report_key: body.key ?? null,
      created_at: store.now(),
      handled_at: null,
    };
    const lost =
      body.key !== undefined &&
      writer.newSecret !== undefined &&
      (await reports().where('report_key', '=', body.key).execute()).find(
        ({ reason, detail: text, reporter, created_at }) =>
          reason === values.reason &&
          text === detail &&
          isLostWrite(writer, { by: reporter, at: created_at, now: store.now() }),
      );
    if (lost) {
      const { reference } = lost;
      const isTheirs = await takeOver(trx, { ...place, report: reference }, writer, store.now());
      return { receipt: { reference }, isTheirs };
    }
    const { numInsertedOrUpdatedRows: stored } = await trx
      .insertInto('reports')
      .values({ discussion: discussion.id, comment: id, reporter: writer.identity, ...values })
      // After moderators have handled the first report, another one is new to them. The same one, sent again, is not.
      .onConflict((conflict) =>
        conflict
          .columns(['discussion', 'comment', 'reporter'])
          .doUpdateSet(values)
          .where('reports.handled_at', 'is not', null)
          .where((eb) =>
            eb.or([
              eb('excluded.report_key', 'is', null),
              eb('reports.report_key', 'is distinct from', eb.ref('excluded.report_key')),
            ]),
          ),
      )
      .executeTakeFirstOrThrow();
    if (stored === 1n) {
      const events = [reportEvent([discussion, row], values, writer.identity)];
      await store.webhooks.enqueue(trx, { discussion: discussion.id, now: values.created_at, events });
      await noteFirstWrite(trx, writer, { ...place, report: values.reference }, values.created_at);
      return { receipt: { reference: values.reference }, isTheirs: true };
    }
    const first = await reports().where('reporter', '=', writer.identity).executeTakeFirst();
    const isRetry = body.key !== undefined && first?.report_key === body.key;
    const receipt = { ...(!isRetry && { alreadyReported: true }), ...(first && { reference: first.reference }) };
    return { receipt, isTheirs: true };
  });
  if (isTheirs) authenticator.remember(writer, request, reply);
  return receipt;
}

export const withdrawReport =
  (store: Store) =>
  async ({ caller, query, id, reply }: ApiRequest<DiscussionQuery>): Promise<void> => {
    const { discussion } = await findComment(store, query.discussion, id, caller);
    if (caller.identity !== undefined) {
      const own = { discussion: discussion.id, comment: id, reporter: caller.identity };
      await inTransaction(store.database, async (trx) => {
        await trx
          .deleteFrom('reports')
          .where((eb) => eb.and(own))
          .execute();
        // One that is decided stays: its sender and the author can contest the decision.
        const notices = await trx
          .deleteFrom('legal_notices')
          .where((eb) => eb.and(own))
          .where('decided_at', 'is', null)
          .returning(['discussion', 'reference'])
          .execute();
        await deleteMails(trx, notices);
      });
    }
    void reply.code(204);
  };

export interface NoticeDependencies {
  readonly store: Store;
  readonly authenticator: Authenticator;
  /** The address of the site, without a slash at its end. */
  readonly addressOf: PublicOrigin;
}

type NoticeRequest = ApiRequest<DiscussionQuery, Omit<Report, 'id'> & { readonly notice: ReportNotice }>;

/** Takes a notice of illegal content. Open to guests, and in closed discussions. */
export async function sendNotice(
  { store, authenticator, addressOf }: NoticeDependencies,
  { caller, query, id, body: { reason, notice, key = randomUUID(), revision }, request, reply }: NoticeRequest,
): Promise<ReportReceipt> {
  const entry = validateNotice(reason, notice, store.rules);
  const place = { discussion: discussionId(query.discussion), comment: id, key };
  const statusUrlOf = (token: string): string => `${addressOf(request)}${statusPath(token)}`;
  const receiptOf = (row: LegalNoticeRow): ReportReceipt => ({
    reference: row.reference,
    receivedAt: row.received_at.toISOString(),
    statusUrl: statusUrlOf(row.token),
    redress: store.rules.redress,
  });
  // Looked up first: a retry succeeds whatever has become of the comment since.
  const earlier = await findNotice(store, place);
  if (earlier) {
    requireSame(earlier, entry);
    return receiptOf(earlier);
  }
  const { discussion, row: comment } = await findComment(store, query.discussion, id, caller);
  if (isOwn(caller, comment)) throw new Problem('forbidden', 'You cannot report your own comment.');
  if (comment.status !== 'visible') throw new Problem('not-found', 'This comment is no longer there.');
  const writer = authenticator.writer(caller);
  const row = await storeNotice(store, {
    ...place,
    about: [discussion, comment],
    entry,
    reporter: writer.identity,
    revision,
    language: request.headers['accept-language'],
    statusUrlOf,
  });
  authenticator.remember(writer, request, reply);
  return receiptOf(row);
}
