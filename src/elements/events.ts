/**
 * The public events. Past tense is a fact: the backend has confirmed it. All of them bubble and cross shadow roots; those
 * sent before the fact can be cancelled.
 */
import type {
  AdapterError,
  Comment,
  CommentId,
  Draft,
  Report,
  ReportReceipt,
  SubmitResult,
  Vote,
  Votes,
} from '../model/adapter.js';

const PUBLIC = { bubbles: true, composed: true };

/** The discussion is open and its first page of comments is drawn. */
export class CommentsLoadEvent extends Event {
  constructor(
    /** Comments on the page. */
    readonly shown: number,
    /** Comments in the discussion, where the backend tells. */
    readonly total: number | undefined,
  ) {
    super('comments-load', PUBLIC);
  }
}

/** Something failed, and the section says so. */
export class CommentsErrorEvent extends Event {
  constructor(
    readonly error: AdapterError,
    /** What failed: a method of the adapter (`close` is its `setClosed`), or `setup` when there is no adapter. */
    readonly action:
      | 'setup'
      | 'open'
      | 'list'
      | 'submit'
      | 'report'
      | 'sign-in'
      | 'vote'
      | 'edit'
      | 'remove'
      | 'restore'
      | 'pin'
      | 'close'
      | 'counts',
  ) {
    super('comments-error', PUBLIC);
  }
}

/** The number of comments in a discussion is known, or has changed. Every `<comment-count>` of the discussion follows it. */
export class CommentsCountEvent extends Event {
  constructor(
    /** Key of the discussion. */
    readonly discussion: string,
    /** Comments in the discussion. */
    readonly total: number,
  ) {
    super('comments-count', PUBLIC);
  }
}

/** A comment is about to be sent. `preventDefault()` keeps it in the form. */
export class CommentsBeforeSubmitEvent extends Event {
  /** A captcha's token to send along; set it before the listener returns. */
  confirm: string | undefined;

  constructor(readonly draft: Draft) {
    super('comments-before-submit', { ...PUBLIC, cancelable: true });
  }
}

/** The backend has accepted a comment, to publish or to review. */
export class CommentsSubmitEvent extends Event {
  constructor(
    readonly outcome: Exclude<SubmitResult['outcome'], 'rejected'>,
    readonly comment: Comment | undefined,
  ) {
    super('comments-submit', PUBLIC);
  }
}

/** A report is about to be sent. `preventDefault()` keeps it in the form. */
export class CommentsBeforeReportEvent extends Event {
  constructor(readonly report: Report) {
    super('comments-before-report', { ...PUBLIC, cancelable: true });
  }
}

/** The backend has accepted a report. */
export class CommentsReportEvent extends Event {
  constructor(
    readonly report: Report,
    readonly receipt: ReportReceipt,
  ) {
    super('comments-report', PUBLIC);
  }
}

/** The backend has recorded the viewer's vote. */
export class CommentsVoteEvent extends Event {
  constructor(
    readonly id: CommentId,
    /** 0: the vote was taken back. */
    readonly value: Vote['value'],
    /** The votes as they are now. */
    readonly votes: Votes,
  ) {
    super('comments-vote', PUBLIC);
  }
}

/** The backend has accepted an edit. */
export class CommentsEditEvent extends Event {
  constructor(
    /** The comment as it is now. */
    readonly comment: Comment,
  ) {
    super('comments-edit', PUBLIC);
  }
}

/** The backend has removed a comment at the viewer's request. */
export class CommentsRemoveEvent extends Event {
  constructor(
    readonly id: CommentId,
    /** `subtree`: its replies went with it. */
    readonly effect: 'gone' | 'tombstone' | 'subtree',
  ) {
    super('comments-remove', PUBLIC);
  }
}

/** The reader wants to sign in. `preventDefault()` leaves that to the page. */
export class CommentsSignInEvent extends Event {
  constructor(
    /** Why: to post a comment, or to act on the comment with this id. */
    readonly purpose:
      | { readonly action: 'submit' }
      | { readonly action: 'report' | 'reply' | 'edit' | 'remove' | 'vote'; readonly id: CommentId },
  ) {
    super('comments-sign-in', { ...PUBLIC, cancelable: true });
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'comments-load': CommentsLoadEvent;
    'comments-error': CommentsErrorEvent;
    'comments-count': CommentsCountEvent;
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
