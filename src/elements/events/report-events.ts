/** The public events of reporting. Loaded with the code that dispatches them. Without the idempotency key: see `writing-events.ts`. */
import type { Report, ReportReceipt } from '../../model/adapter.js';
import { PUBLIC } from './event-options.js';

/** A report is about to be sent. `preventDefault()` keeps it in the form. */
export class CommentsBeforeReportEvent extends Event {
  readonly report: Omit<Report, 'key'>;

  constructor({ key: _private, ...report }: Report) {
    super('comments-before-report', { ...PUBLIC, cancelable: true });
    this.report = report;
  }
}

/** The backend has accepted a report. */
export class CommentsReportEvent extends Event {
  readonly report: Omit<Report, 'key'>;

  constructor(
    { key: _private, ...report }: Report,
    readonly receipt: ReportReceipt,
  ) {
    super('comments-report', PUBLIC);
    this.report = report;
  }
}
