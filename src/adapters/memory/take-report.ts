import type { CommentId, Report, ReportReceipt } from '../../model/adapter.js';
import type { StoredReport } from './discussion-record.js';
import type { MemoryBackend } from './memory-backend.js';
import { refusal } from './refusal.js';

/** The reports of this viewer that stand. */
export const standingReports = (backend: MemoryBackend, key: string): readonly StoredReport[] =>
  backend.record(key).reports.filter(({ by, withdrawn }) => by === backend.reader && !withdrawn);

const standingReport = (backend: MemoryBackend, key: string, id: CommentId): StoredReport | undefined =>
  standingReports(backend, key).find((report) => report.id === id);

export function takeReport(backend: MemoryBackend, key: string, { id, reason, detail, revision }: Report): ReportReceipt {
  const { reader } = backend;
  const entry = backend.findListed(key, id);
  if (entry.by === reader) throw refusal('forbidden', 'You cannot report your own comment.');
  const standing = standingReport(backend, key, id);
  if (standing !== undefined) return { alreadyReported: true, reference: standing.reference };
  backend.findReadable(key, id);
  const reasons = backend.features.report?.reasons;
  if (reason === '' || (reasons !== undefined && !reasons.some((known) => known.id === reason)))
    throw refusal('invalid', `"${reason}" is not a reason to report a comment.`);
  if ((detail ?? '').length > 500) throw refusal('too-long', 'A report may have 500 characters.');

  const { reports } = backend.record(key);
  const reference = `R-${1001 + reports.length}`;
  const report: StoredReport = {
    id,
    reason,
    ...(detail && { detail }),
    ...(revision && { revision }),
    reference,
    by: reader,
    at: backend.timestamp(),
  };
  backend.keep(key, { reports: [...reports, report] });
  return { reference };
}

export function withdrawReport(backend: MemoryBackend, key: string, id: CommentId): void {
  const standing = standingReport(backend, key, id);
  if (standing === undefined) throw refusal('not-found', 'You have not reported this comment.');
  const { reports } = backend.record(key);
  backend.keep(key, { reports: reports.map((report) => (report === standing ? { ...report, withdrawn: true } : report)) });
}
