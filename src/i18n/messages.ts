import type { ModerationMessages } from './moderation-messages.js';
import type { LegalMessages } from './legal-messages.js';

export type { LegalMessages } from './legal-messages.js';
export type { ModerationMessages } from './moderation-messages.js';

/**
 * All messages of the interface in one language.
 *
 * A message with values is a function, because plurals and word order depend on the language. Numbers, dates and durations are passed
 * formatted. Messages are shown as text, never as HTML. A `cause` is a whole sentence, from `causes` or from the backend. It stands
 * before or after the sentence that says what failed.
 */
export interface Messages {
  /** BCP 47 tag of the language. */
  readonly lang: string;
  readonly dir: 'ltr' | 'rtl';
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
  /** Button next to `loadMore` that loads all pages. */
  readonly loadAll: string;
  /** Progress of `loadAll`. `total` is undefined while it is unknown. */
  readonly loadedSoFar: (loaded: string, total?: string) => string;
  /** Button that stops `loadAll`. */
  readonly stopLoading: string;
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
  /** Label of the filter menu. `filters`: its options. */
  readonly filter: string;
  readonly filters: Readonly<Record<'all' | 'featured', string>>;
  /** Shown if no comment matches the filter. */
  readonly emptyFiltered: string;
  /** Link from a comment in the filtered list to the same comment in its conversation. */
  readonly showInConversation: string;
  /** Comments that are not loaded, before one that the page was opened at. `count` is undefined if it is unknown. */
  readonly between: (count: number | undefined, formatted: string) => string;
  /** Button that loads them. */
  readonly loadBetween: (count: number | undefined) => string;
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
  /** Skip links past the form and past the list, and the target of the latter. */
  readonly skipToComments: string;
  readonly skipToEnd: string;
  readonly endOfComments: string;
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
  readonly reported: string;

  // Reading on: new comments, permalinks, sorting, muting, shortcuts.
  readonly yourReply: (name: string) => string;
  readonly postReply: string;
  readonly loadedMore: (count: number, formatted: string) => string;
  readonly sorted: (order: string) => string;
  readonly sortFailed: (cause: string) => string;
  /** `filter`: one of `filters`. */
  readonly filtered: (filter: string) => string;
  readonly filterFailed: (cause: string) => string;
  readonly viewNew: (count: number, formatted: string) => string;
  readonly viewNewReplies: (count: number, formatted: string) => string;
  /** The address of the page names a comment that does not exist. */
  readonly commentMissing: string;
  readonly commentFailed: (cause: string) => string;
  readonly repliesFailed: (cause: string) => string;
  readonly repliesLoaded: (count: number, formatted: string) => string;
  readonly newShown: (count: number, formatted: string) => string;
  readonly share: string;
  readonly copyLink: string;
  readonly linkCopied: string;
  readonly linkRefused: string;
  readonly viewOn: (host: string) => string;
  readonly pin: string;
  readonly unpin: string;
  readonly muted: (name: string) => string;
  readonly unmute: string;
  readonly unmuteAlways: (name: string) => string;
  readonly mute: (name: string) => string;
  readonly mutedNow: (name: string) => string;
  readonly unmutedNow: (name: string) => string;
  readonly noneNew: string;
  /** Heading of the list of keyboard shortcuts, and the button that opens it. */
  readonly shortcuts: string;
  /** Label of the switch that turns them on and off. */
  readonly useShortcuts: string;
  readonly shortcutsHint: string;
  readonly shortcutKeys: Readonly<Record<'j' | 'k' | 'n' | 'r' | 'c' | '?', string>>;
  readonly close: string;

  // Writing, reporting, voting, editing, removing.
  readonly refusals: Readonly<Record<'not-a-member' | 'banned' | 'unverified' | 'other', string>>;
  readonly bannedUntil: (date: string) => string;
  readonly findOutMore: string;
  readonly sending: string;
  /** Shown next to a comment that the backend may have stored. */
  readonly perhapsPosted: string;
  readonly closesIn: (duration: string) => string;
  readonly closedWhileWriting: string;
  readonly copyText: string;
  readonly textCopied: string;
  readonly copyRefused: string;
  readonly postingAs: (name: string) => string;
  readonly premoderated: string;
  /** Shown if the draft is saved on the device: next to the buttons, or after a failure. */
  readonly draftSaved: string;
  /** The draft is lost when this tab is closed. */
  readonly draftInTab: string;
  readonly draftNotKept: string;
  /** Another draft is saved for the form: from another tab, or an earlier one from this tab. */
  readonly keptElsewhere: string;
  readonly keptEarlier: string;
  /** A draft from before the viewer signed in: written in this tab, or in another tab or on an earlier visit. */
  readonly keptSignedOut: string;
  readonly keptSignedOutElsewhere: string;
  readonly showKept: string;
  readonly discardKept: string;
  readonly discard: string;
  /** Shown next to `undo`. */
  readonly draftDiscarded: string;
  readonly optional: string;
  readonly guestName: string;
  readonly guestEmail: string;
  /** Shown below the field for guests if the backend promises not to publish it. */
  readonly guestEmailHint: string;
  readonly guestWebsite: string;
  readonly rememberGuest: string;
  readonly notifyReplies: string;
  /** Buttons below a text box. `toolbar`: accessible name of the toolbar, and heading of its keys in the list of shortcuts. */
  readonly formatting: Readonly<Record<'toolbar' | 'bold' | 'italic' | 'quote' | 'link', string>>;
  /** Field and button of the form for a link. Its error message is `websiteInvalid`. */
  readonly linkAddress: string;
  readonly addLink: string;
  /** Button that shows the formatted text. `edit` returns to the text box. Without a text, the preview shows `bodyMissing`. */
  readonly preview: string;
  readonly signIn: string;
  readonly signInLater: string;
  readonly signInElsewhere: string;
  /** Shown when a reader who is not signed in presses the button. */
  readonly signInElsewhereToPost: string;
  readonly signInFailed: (cause: string) => string;
  readonly signOutFailed: (cause: string) => string;
  /** `name` may be empty. */
  readonly signedInAs: (name: string) => string;
  readonly signOut: string;
  /** Shown next to a reply form: its parent was removed or edited. */
  readonly parentGone: string;
  readonly parentEdited: string;
  readonly charactersLeft: (count: number, formatted: string) => string;
  readonly charactersOver: (count: number, formatted: string) => string;
  readonly bodyMissing: string;
  /** The same in a reply. */
  readonly replyMissing: string;
  readonly bodyTooShort: (least: number, formatted: string) => string;
  /** A required field for guests is empty. */
  readonly fieldMissing: Readonly<Record<'name' | 'email' | 'website', string>>;
  readonly emailInvalid: string;
  readonly websiteInvalid: string;
  readonly postFailed: (cause: string) => string;
  /** The comment may have been stored despite the error. */
  readonly postUncertain: (cause: string) => string;
  /** The backend refused the comment as a duplicate: it has already been posted. */
  readonly postedBefore: (cause: string) => string;
  /** Not posted, because another viewer is signed in now. */
  readonly viewerChanged: string;
  readonly published: string;
  /** Button next to `published` that goes to the comment. */
  readonly showComment: string;
  readonly arrivedEarlier: string;
  readonly held: string;
  readonly invisible: string;
  /** The same for a reply. */
  readonly replyOutcomes: Readonly<Record<'published' | 'held' | 'invisible', string>>;
  /** `reason`: a sentence from the backend. */
  readonly rejected: (reason?: string) => string;
  readonly reconsider: string;
  readonly postAnyway: string;
  readonly captcha: string;
  readonly captchaPicture: string;
  readonly rateLimited: (duration: string) => string;
  readonly rateLimitOver: string;
  readonly reportReason: string;
  readonly reasons: Readonly<Record<'abuse' | 'spam' | 'false' | 'private' | 'illegal' | 'other', string>>;
  readonly reasonMissing: string;
  readonly reportDetail: string;
  readonly detailMissing: string;
  readonly reportPrivacy: string;
  readonly sendReport: string;
  readonly cancel: string;
  readonly reportSent: (reference?: string) => string;
  readonly reportedAlready: string;
  readonly reportFailed: (cause: string) => string;
  /** The report may have been stored despite the error. */
  readonly reportUncertain: (cause: string) => string;
  /** The change (a vote, an edit, a removal) may have been stored despite the error. */
  readonly changeUncertain: (cause: string) => string;
  readonly reportSignIn: string;
  readonly withdrawReport: string;
  readonly reportWithdrawn: string;
  readonly withdrawFailed: (cause: string) => string;
  readonly voteFailed: (cause: string) => string;
  /** Asks a signed-out viewer before the sign-in starts. */
  readonly signInToVote: string;
  readonly signInToVoteHint: string;
  /** The same if neither the section nor the page offers a sign-in. */
  readonly voteNeedsSignIn: string;
  /** Announced after signing in. */
  readonly voteCounted: string;
  /** Also announced if votes are final and the viewer votes again. */
  readonly votedBefore: string;
  /** Label of the text box for editing one's own comment. */
  readonly yourEdit: string;
  /** The same for a moderator who edits another author's comment. */
  readonly editOf: (name: string) => string;
  readonly sourceLoading: string;
  readonly sourceFailed: (cause: string) => string;
  /** `time`: minutes and seconds, "4:12", or a duration, "2 hours". */
  readonly timeLeft: (time: string) => string;
  readonly editTimeOver: string;
  /** The comment was removed while it was being edited. */
  readonly editedGone: string;
  readonly save: string;
  readonly saving: string;
  readonly saved: string;
  readonly editFailed: (cause: string) => string;
  readonly editConflict: string;
  readonly theirVersion: string;
  readonly keepMine: string;
  readonly takeTheirs: string;
  /** Shown next to `undo` after `takeTheirs`, and when an edit is cancelled. */
  readonly theirsTaken: string;
  /** `author`: removing one's own comment. `editors`: a moderator removes another author's comment. */
  readonly removal: Readonly<
    Record<
      'author' | 'editors',
      {
        readonly question: string;
        /** If the replies to the comment are removed with it. */
        readonly withReplies: string;
        readonly remove: string;
        readonly removing: string;
        readonly removed: string;
      }
    >
  >;
  readonly removedForGood: string;
  readonly removedForNow: string;
  readonly keep: string;
  readonly removeFailed: (cause: string) => string;
  readonly undo: string;
  readonly restored: string;
  readonly restoreFailed: (cause: string) => string;
  readonly pinnedNow: string;
  readonly unpinnedNow: string;
  readonly pinFailed: (cause: string) => string;

  /** Loads the messages of notices and decisions, which few readers need. */
  readonly legal: () => Promise<{ readonly default: LegalMessages }>;

  // Closing a discussion.
  readonly closeDiscussion: string;
  readonly openDiscussion: string;
  readonly closeQuestion: string;
  readonly closeConsequence: string;
  readonly closeNow: string;
  readonly keepOpen: string;
  readonly closedNow: string;
  readonly openedNow: string;
  readonly closeFailed: (cause: string) => string;
  readonly openFailed: (cause: string) => string;

  /** Loads the messages that only moderators and warned readers need. */
  readonly moderation: () => Promise<{ readonly default: ModerationMessages }>;

  // `<comment-count>`.
  /** `count` may be 0. */
  readonly commentCount: (count: number, formatted: string) => string;

  // `<comment-quote>`.
  readonly goToComment: string;
  /** Shown instead of a comment that was removed or is not public. */
  readonly quoteGone: string;

  /** Why something failed, by `ErrorKind`: a sentence with its full stop. */
  readonly causes: Readonly<Record<Cause, string>>;
  /** One of `causes`, with the reference under which the console has the technical details. */
  readonly withReference: (cause: string, reference: string) => string;
}

/** The groups of messages that are loaded when needed. */
export type LazyMessages = 'legal' | 'moderation';

/** The messages of such a group. */
export type MessagesOf<Name extends LazyMessages> = Awaited<ReturnType<Messages[Name]>>['default'];

/** The type that may replace a message: also a string for a function, and a part of a group. */
type Override<Message> = Message extends () => Promise<{ readonly default: infer Later }>
  ? Message | Override<Later>
  : Message extends (...args: never) => string
    ? Message | string
    : Message extends string
      ? Message
      : { readonly [Name in keyof Message]?: Override<Message[Name]> };

/** Messages of the publisher that replace single messages of a language. */
export type MessageOverrides = { readonly [Name in keyof Messages]?: Override<Messages[Name]> };

/** The messages of a language. Missing messages are English. */
export type LocaleMessages = Pick<Messages, 'lang'> & Omit<MessageOverrides, 'lang'>;

/** The kinds of failure that have a message; each is an `ErrorKind` of the adapter interface. */
export type Cause =
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
  | 'parent-gone'
  | 'invalid'
  | 'too-long'
  | 'rejected'
  | 'confirm'
  | 'duplicate'
  | 'rate-limited'
  | 'conflict'
  | 'unsupported';
