/** What the elements tell the page of writing and reporting. Past tense means that the backend has answered. All bubble and cross shadow roots. */
import type { Comment, CommentId, Draft, Report, ReportReceipt, SubmitResult } from '../model/adapter.js';

const REACH = { bubbles: true, composed: true };

/** A comment is about to be sent. `preventDefault()` keeps it in the form. */
export class CommentsBeforeSubmitEvent extends Event {
  /** A captcha's token to send along; set it before the listener returns. */
  confirm: string | undefined;

  constructor(readonly draft: Draft) {
    super('comments-before-submit', { ...REACH, cancelable: true });
  }
}

/** The backend has taken a comment, to publish or to review. */
export class CommentsSubmitEvent extends Event {
  constructor(
    readonly outcome: Exclude<SubmitResult['outcome'], 'rejected'>,
    readonly comment: Comment | undefined,
  ) {
    super('comments-submit', REACH);
  }
}

/** A report is about to be sent. `preventDefault()` keeps it in the form. */
export class CommentsBeforeReportEvent extends Event {
  constructor(readonly report: Report) {
    super('comments-before-report', { ...REACH, cancelable: true });
  }
}

/** The backend has taken a report. */
export class CommentsReportEvent extends Event {
  constructor(
    readonly report: Report,
    readonly receipt: ReportReceipt,
  ) {
    super('comments-report', REACH);
  }
}

/** The reader wants to sign in. `preventDefault()` leaves it to the page. */
export class CommentsSignInEvent extends Event {
  constructor(
    /** What the reader was doing: writing a comment, or reporting the comment of this id. */
    readonly purpose: { readonly action: 'submit' } | { readonly action: 'report'; readonly id: CommentId },
  ) {
    super('comments-sign-in', { ...REACH, cancelable: true });
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'comments-before-submit': CommentsBeforeSubmitEvent;
    'comments-submit': CommentsSubmitEvent;
    'comments-before-report': CommentsBeforeReportEvent;
    'comments-report': CommentsReportEvent;
    'comments-sign-in': CommentsSignInEvent;
  }
}
