import { type Report, reportProblem, type ReportReceipt } from 'article-comments/rules.js';
import type { ApiRequest } from '../contract/routes.js';
import { inTransaction } from '../database/transaction.js';
import { normalizeText } from '../discussion/normalize-text.js';
import { findComment } from '../discussion/find-comment.js';
import { Problem } from '../http/problem.js';
import { refuseInput } from '../http/refuse.js';
import { isOwn } from '../identity/caller.js';
import { isLostWrite, noteFirstWrite, takeOver } from '../identity/first-writes.js';
import { deleteMails } from '../outbox/outbox.js';
import { newReference } from '../reference.js';
import type { Store } from '../store.js';
import { reportEvent } from '../webhooks/events.js';
import type { DiscussionQuery } from './discussion-query.js';
import { sendNotice, type NoticeDependencies } from './send-notice.js';

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
