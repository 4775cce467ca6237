/** Reports of comments. */
import type { CommentId, Report, ReportReceipt } from '../adapter.js';
import type { Outcome } from '../outcome.js';
import { callMethod } from '../state/call-adapter.js';
import type { DiscussionSession } from '../state/discussion-session.js';
import type { ReportRecord } from '../state/discussion-state.js';
import { commentReported, reportWithdrawn } from '../transitions/viewer-actions.js';

/** Reports a comment. `isRetry`: an earlier attempt may have reached the backend. */
export async function report(
  session: DiscussionSession,
  wanted: Report,
  isRetry: boolean,
): Promise<Outcome<ReportReceipt>> {
  const outcome = await callMethod(session, 'report', wanted);
  if (outcome.type !== 'done') return outcome;
  // The report that the backend already had may be the earlier attempt.
  const receipt: ReportReceipt = { ...outcome.value, ...(isRetry && { alreadyReported: false }) };
  const { alreadyReported, reference, ...rest } = receipt;
  const sent = alreadyReported ? 'earlier' : 'now';
  const record: ReportRecord = { sent, reference, ...rest, ...(wanted.notice && { report: wanted }) };
  session.set(commentReported(session.state, wanted.id, record));
  return { type: 'done', value: receipt };
}

/** Withdraws the viewer's report of a comment. */
export async function withdrawReport(session: DiscussionSession, id: CommentId): Promise<Outcome<void>> {
  const outcome = await callMethod(session, 'withdrawReport', id);
  if (outcome.type === 'done') session.set(reportWithdrawn(session.state, id));
  return outcome;
}
