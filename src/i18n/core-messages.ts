/** The messages of `<comment-count>`. */
export interface CountMessages {
  /** BCP 47 tag of the language. */
  readonly lang: string;
  readonly dir: 'ltr' | 'rtl';
  /** `count` may be 0. */
  readonly commentCount: (count: number, formatted: string) => string;
}

/** The messages that every reader needs, and those of failures of loading. */
export interface CoreMessages extends CountMessages {
  /** `count` is undefined while it is unknown. */
  readonly heading: (count?: string) => string;
  /** `canReport`: whether comments can be reported. The two texts should have about the same length: with some adapters, this is known late. */
  readonly policy: (canReport: boolean) => string;
  readonly policyLink: string;
  /** Accessible name and heading of the editors' message above the form. */
  readonly editorsMessage: string;
  readonly loading: string;
  readonly empty: string;
  readonly emptyClosed: string;
  readonly missing: string;
  /** Shown to readers if the page is misconfigured. */
  readonly unavailable: string;
  readonly loadFailed: (cause: string) => string;
  readonly tryAgain: string;
  readonly loadMore: string;
  readonly loadingMore: string;
  readonly loadingReplies: string;
  readonly moreFailed: (cause: string) => string;
  /** Shown if the backend returned only a part of the list. */
  readonly truncated: string;
  /** Name of an author without a name. */
  readonly anonymous: string;
  readonly justNow: string;
  readonly edited: string;
  readonly inReplyTo: (name: string) => string;
  /** The same for a parent that is not loaded. */
  readonly inReplyToUnknown: string;
  readonly pinned: string;
  readonly featured: string;
  /** Posted since the reader's last visit. */
  readonly isNew: string;
  readonly order: string;
  readonly orders: Readonly<Record<'oldest' | 'newest' | 'top', string>>;
  readonly moreReplies: string;
  /** `formatted` may be "9+" if there are at least so many. */
  readonly showReplies: (count: number, formatted: string) => string;
  readonly hideReplies: string;
  /** `like`: for backends that count only approval. `voteUp`, `voteDown`: for backends that count both. */
  readonly like: string;
  readonly voteUp: string;
  readonly voteDown: string;
  /** The number of votes if voting is not possible. `count` may be negative: with `like`, it may be a score. */
  readonly voteCounts: Readonly<Record<'like' | 'voteUp' | 'voteDown', (count: string) => string>>;
  readonly reply: string;
  readonly edit: string;
  /** Button to delete one's own comment. `removal.editors.remove` is the button for moderators. */
  readonly remove: string;
  /** Button that opens the less frequent actions. */
  readonly more: string;
  readonly badges: Readonly<Record<'author' | 'moderator' | 'staff' | 'verified' | 'guest', string>>;
  /** Names of comments, for screen readers. The first two are also shown instead of an author. */
  readonly deletedComment: string;
  readonly removedComment: string;
  readonly commentBy: (name: string) => string;
  readonly replyBy: (name: string, parent: string) => string;
  /**
   * Accessible names of controls: the visible text, `label`, and the author of the comment that the control acts on. The label must come
   * first and unchanged, because users of speech input say what they see (WCAG 2.5.3).
   */
  readonly controls: {
    /** "Reply". */
    readonly reply: (label: string, name: string) => string;
    /** "More". */
    readonly more: (label: string, name: string) => string;
    /** "Show 4 replies", "Hide replies", "View 1 new reply", "Load more replies". */
    readonly replies: (label: string, name: string) => string;
    /** Anything else: "Agree", "Edit", "Report as abuse", "Copy link", the time. */
    readonly comment: (label: string, name: string) => string;
  };
  /** Link to the feed of the discussion. */
  readonly followFeed: string;
  readonly deletedByAuthor: string;
  readonly removedByEditors: string;
  readonly heldForReview: string;
  readonly notPublished: string;
  readonly closed: string;
  readonly disabled: string;
  readonly opensAt: (date: string) => string;
  readonly yourComment: string;
  readonly post: string;
  readonly signInToPost: string;
  /** The code of a form or of another action could not be loaded. */
  readonly formFailed: (cause: string) => string;
  readonly report: string;
  /** The same where there is little space: a part of `report`, in the same words (WCAG 2.5.3). */
  readonly reportShort: string;
  readonly reported: string;
  readonly yourReply: (name: string) => string;
  readonly postReply: string;
  readonly repliesFailed: (cause: string) => string;
  readonly close: string;
  readonly postingAs: (name: string) => string;
  readonly draftNotKept: string;
  readonly goToComment: string;
  /** Shown instead of a comment that was removed or is not public. */
  readonly quoteGone: string;
  /** One of `causes`, with the reference under which the console has the technical details. */
  readonly withReference: (cause: string, reference: string) => string;
  readonly removal: {
    readonly editors: {
      /** Button for moderators to remove a comment. */
      readonly remove: string;
    };
  };
  /** Why something failed, by `ErrorKind`: a sentence with its full stop. */
  readonly causes: Readonly<Record<ReadingCause, string>>;
}

/** The kinds of failure of loading; each is an `ErrorKind` of the adapter interface. */
export type ReadingCause =
  | 'network'
  | 'timeout'
  | 'unavailable'
  | 'bad-response'
  | 'forbidden'
  | 'sign-in-required'
  | 'session-expired'
  | 'blocked'
  | 'closed'
  | 'disabled'
  | 'not-found'
  | 'invalid'
  | 'rate-limited'
  | 'unsupported';
