import type { CommentsAdapter, Report, ReportReason, ReportReceipt } from '../../model/adapter.js';
import type { CheckContext } from '../check-context.js';
import { defineCheck } from '../check.js';
import { receipt } from '../../model/contract/results.js';
import { optional } from '../../model/contract/schema.js';
import { inspect } from '../../model/contract/inspect.js';
import { newReport, reportFor } from '../method-calls.js';
import { fill, newKey, post } from '../posting.js';
import { findComment } from '../reading.js';

export type Reporter = CommentsAdapter & Required<Pick<CommentsAdapter, 'report'>>;

/** Some reasons that the comments section offers by default. */
const DEFAULT_REASONS: readonly ReportReason[] = [{ id: 'spam' }, { id: 'other' }];

/** A person who may report, and a comment by someone else. */
export async function reporterAndComment(
  context: CheckContext,
): Promise<{ readonly reporter: Reporter; readonly id: string }> {
  await context.require('report');
  if (!context.adapter.submit) {
    const [id] = await fill(context, 1);
    return { reporter: await context.require('report'), id: id as string };
  }
  const reporter = await context.as('other', 'report');
  return { reporter, id: (await post(context)).id };
}

export function report(context: CheckContext, reporter: Reporter, details: Report): Promise<ReportReceipt | void> {
  return context.resolvesTo(`report(${inspect(details)})`, optional(receipt), () =>
    reporter.report(context.discussion, details, context.call),
  );
}

/** A receipt with its defaults. */
const summary = (given: ReportReceipt | void): string =>
  inspect({ alreadyReported: given?.alreadyReported ?? false, reference: given?.reference });

export const reportChecks = [
  defineCheck({
    name: 'report: resolves with a receipt or nothing',
    rule: 'report() resolves with a receipt or with undefined once the backend has the report. A first report is not alreadyReported.',
    hint: 'The backend’s response is passed on as it is (true, an empty string).',
    async test(context: CheckContext) {
      const { reporter, id } = await reporterAndComment(context);
      const firstReceipt = await report(context, reporter, newReport(reporter, id));
      if (firstReceipt?.alreadyReported)
        context.fail({
          did: 'report() for the first time',
          expected: 'no alreadyReported',
          got: inspect(firstReceipt),
        });
      const listed = await findComment(context, id, reporter);
      if (listed?.reported === false)
        context.fail({
          did: 'report(), then list() as the same person',
          expected: '"reported" true or absent',
          got: inspect(listed),
        });
      if (!context.adapter.submit) return;
      const listedForOther = await findComment(context, id);
      if (listedForOther?.reported)
        context.fail({
          did: 'report(), then list() as another person',
          expected: 'no "reported"',
          got: inspect(listedForOther),
        });
    },
  }),
  defineCheck({
    name: 'report: repeating it is not an error',
    rule: 'A second report of a comment by the same person, with another key, succeeds, with or without alreadyReported.',
    hint: 'The backend responds with 409 to the second, and the adapter throws "duplicate".',
    async test(context: CheckContext) {
      const { reporter, id } = await reporterAndComment(context);
      await report(context, reporter, { ...newReport(reporter, id), key: newKey() });
      await report(context, reporter, { ...newReport(reporter, id), key: newKey() });
    },
  }),
  defineCheck({
    name: 'report: repeating a key returns the first receipt',
    rule:
      'Sending a report again with the same key, as after a lost response, stores nothing. It resolves with the first receipt, ' +
      'without alreadyReported, and withdrawReport() withdraws it once.',
    hint: 'The backend searches for an earlier report by person but not by key, or stores each attempt.',
    async test(context: CheckContext) {
      const { reporter, id } = await reporterAndComment(context);
      const details: Report = { ...newReport(reporter, id), key: newKey() };
      const first = await report(context, reporter, details);
      const again = await report(context, reporter, details);
      const did = 'report() twice with one key';
      if (summary(again) !== summary(first)) context.fail({ did, expected: summary(first), got: summary(again) });
      const { withdrawReport } = reporter;
      if (!withdrawReport) return;
      await context.resolves('withdrawReport()', () =>
        withdrawReport.call(reporter, context.discussion, id, context.call),
      );
      await context.eventually(
        { did: `${did}, then withdrawReport() and list()`, expected: '"reported" false or absent' },
        () => findComment(context, id, reporter),
        (listed) => (listed?.reported ? inspect(listed) : undefined),
      );
    },
  }),
  defineCheck({
    name: 'report: accepts every reason it offers',
    rule:
      'Every reason in features.report.reasons is accepted, or the section’s defaults if it is absent. So is a ' +
      'detail of 500 characters, unless features.report.detail is false.',
    hint: 'The backend knows other reasons than features lists, or a column is too short for the detail.',
    async test(context: CheckContext) {
      await context.require('report', 'submit');
      const reporter = await context.as('other', 'report');
      const { reasons, detail: acceptsDetail = true } = reporter.features?.report ?? {};
      const detail = acceptsDetail ? 'é'.repeat(500) : undefined;
      for (const reason of reasons ?? DEFAULT_REASONS) {
        const { id } = await post(context);
        const details = reportFor(id, reason);
        await report(context, reporter, { ...details, ...(detail !== undefined && !details.notice && { detail }) });
      }
    },
  }),
  defineCheck({
    name: 'report: can be withdrawn',
    rule: 'After withdrawReport(), the comment is no longer reported by this person, and a new report counts as the first.',
    hint: 'The report is marked as withdrawn but still found when looking for an earlier one.',
    async test(context: CheckContext) {
      const { reporter, id } = await reporterAndComment(context);
      const { withdrawReport } = context.withMethods(reporter, ['withdrawReport']);
      await report(context, reporter, newReport(reporter, id));
      await context.resolves('withdrawReport()', () =>
        withdrawReport.call(reporter, context.discussion, id, context.call),
      );
      const did = 'report(), then withdrawReport()';
      await context.eventually(
        { did: `${did}, then list()`, expected: '"reported" false or absent' },
        () => findComment(context, id, reporter),
        (listed) => (listed?.reported ? inspect(listed) : undefined),
      );
      const again = await report(context, reporter, newReport(reporter, id));
      if (again?.alreadyReported)
        context.fail({ did: `${did}, then report()`, expected: 'no alreadyReported', got: inspect(again) });
    },
  }),
];
