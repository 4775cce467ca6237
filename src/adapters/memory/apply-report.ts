import type { CommentId, Report, ReportReceipt } from '../../model/adapter.js';
import type { StoredReport } from './discussion-record.js';
import { refusal } from './errors.js';
import type { MemoryBackend } from './memory-backend.js';
import { validateNotice } from './validate-notice.js';

/** The reports by this viewer that have not been withdrawn. */
export const activeReports = (backend: MemoryBackend, key: string): readonly StoredReport[] =>
  backend.record(key).reports.filter(({ by, withdrawn }) => by === backend.viewerKey && !withdrawn);

const activeReport = (backend: MemoryBackend, key: string, id: CommentId): StoredReport | undefined =>
  activeReports(backend, key).find((report) => report.id === id);

/** Files a report, one per viewer and comment. */
export function applyReport(backend: MemoryBackend, key: string, report: Report): ReportReceipt {
  const { id, reason, detail = '' } = report;
  const { viewerKey } = backend;
  const entry = backend.findListed(key, id);
  if (entry.by === viewerKey) throw refusal('forbidden', 'You cannot report your own comment.');
  const active = activeReport(backend, key, id);
  if (active !== undefined) {
    const isRetry = report.key !== undefined && report.key === active.key;
    return { ...(!isRetry && { alreadyReported: true }), ...receiptOf(backend, active) };
  }
  backend.findReadable(key, id);
  const reasons = backend.features.report?.reasons;
  if (reason === '' || (reasons !== undefined && !reasons.some((known) => known.id === reason)))
    throw refusal('invalid', `"${reason}" is not a known reason for a report.`);
  validateNotice(
    report,
    reasons?.find((known) => known.id === reason),
  );
  if (detail.length > 500) throw refusal('too-long', 'A report may have at most 500 characters.');

  const { reports } = backend.record(key);
  const reference = `R-${1001 + reports.length}`;
  const stored: StoredReport = { ...report, reference, by: viewerKey, at: backend.timestamp() };
  backend.update(key, { reports: [...reports, stored] });
  return receiptOf(backend, stored);
}

function receiptOf({ options }: MemoryBackend, { reference, at, notice }: StoredReport): ReportReceipt {
  return { reference, ...(notice && { receivedAt: at, ...options.noticeReceipt?.(reference) }) };
}

export function withdrawReport(backend: MemoryBackend, key: string, id: CommentId): void {
  const active = activeReport(backend, key, id);
  if (active === undefined) throw refusal('not-found', 'You have not reported this comment.');
  const { reports } = backend.record(key);
  backend.update(key, {
    reports: reports.map((report) => (report === active ? { ...report, withdrawn: true } : report)),
  });
}
