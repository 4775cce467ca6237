/** What the elements tell the page of writing and reporting. Past tense means that the backend has answered. All bubble and cross shadow roots. */
import type { Comment, CommentId, Draft, Report, ReportReceipt, SubmitResult, Vote, Votes } from '../model/adapter.js';

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

/** The backend has taken the viewer's vote. */
export class CommentsVoteEvent extends Event {
  constructor(
    readonly id: CommentId,
    /** 0: a vote was taken back. */
    readonly value: Vote['value'],
    /** The votes as they are now. */
    readonly votes: Votes,
  ) {
    super('comments-vote', REACH);
  }
}

/** The backend has taken an edit. */
export class CommentsEditEvent extends Event {
  constructor(
    /** The comment as it is now. */
    readonly comment: Comment,
  ) {
    super('comments-edit', REACH);
  }
}

/** The backend has removed a comment at the viewer's wish. */
export class CommentsRemoveEvent extends Event {
  constructor(
    readonly id: CommentId,
    /** `subtree`: its replies went with it. */
    readonly effect: 'gone' | 'tombstone' | 'subtree',
  ) {
    super('comments-remove', REACH);
  }
}

/** The reader wants to sign in. `preventDefault()` leaves it to the page. */
export class CommentsSignInEvent extends Event {
  constructor(
    /** What the reader was doing: writing a comment, or something with the comment of this id. */
    readonly purpose:
      { readonly action: 'submit' } | { readonly action: 'report' | 'reply' | 'edit' | 'remove' | 'vote'; readonly id: CommentId },
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
    'comments-vote': CommentsVoteEvent;
    'comments-edit': CommentsEditEvent;
    'comments-remove': CommentsRemoveEvent;
    'comments-sign-in': CommentsSignInEvent;
  }
}
