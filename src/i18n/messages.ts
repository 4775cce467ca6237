import type { ModerationWords } from './moderation-words.js';
import type { LegalMessages } from './legal-messages.js';

export type { LegalMessages } from './legal-messages.js';
export type { ModerationWords } from './moderation-words.js';

/**
 * Every word of the interface, in one language. Plurals and word order belong to the language, so a text that holds a value
 * is a function; numbers, dates and durations arrive formatted. Every value is shown as text, never as HTML. A `cause` is a whole
 * sentence, of `causes` or in the backend's own words: it stands before or after a sentence that says what has failed.
 */
export interface Messages {
  /** BCP 47 tag of these words. */
  readonly lang: string;
  readonly dir: 'ltr' | 'rtl';
  /** `count` is absent while it is unknown. */
  readonly heading: (count?: string) => string;
  /** `canReport`: whether comments can be reported here. The two texts should be about as long: some adapters say it late. */
  readonly policy: (canReport: boolean) => string;
  readonly policyLink: string;
  /** Names the editors' message above the form. */
  readonly editorsMessage: string;
  readonly loading: string;
  readonly empty: string;
  readonly emptyClosed: string;
  readonly missing: string;
  /** Shown to readers where the page is misconfigured. */
  readonly unavailable: string;
  readonly loadFailed: (cause: string) => string;
  readonly tryAgain: string;
  readonly loadMore: string;
  readonly loadingMore: string;
  /** Loads page after page, beside `loadMore`. */
  readonly loadAll: string;
  /** How far that is. `total` is absent while it is unknown. */
  readonly loadedSoFar: (loaded: string, total?: string) => string;
  /** Ends it before all is loaded. */
  readonly stopLoading: string;
  readonly loadingReplies: string;
  readonly moreFailed: (cause: string) => string;
  /** The backend cut the list short. */
  readonly truncated: string;
  /** Stands for an author without a name. */
  readonly anonymous: string;
  readonly justNow: string;
  readonly edited: string;
  readonly inReplyTo: (name: string) => string;
  /** The comment that is answered is not on the page. */
  readonly inReplyToUnknown: string;
  readonly pinned: string;
  readonly featured: string;
  /** Posted since the reader's last visit. */
  readonly isNew: string;
  readonly order: string;
  readonly orders: Readonly<Record<'oldest' | 'newest' | 'top', string>>;
  /** Labels the choice of which comments are shown, and its options. */
  readonly filter: string;
  readonly filters: Readonly<Record<'all' | 'featured', string>>;
  /** Where there are none of that kind. */
  readonly emptyFiltered: string;
  /** Leads from a comment that stands alone to its place among the replies. */
  readonly showInConversation: string;
  /** Comments that are not loaded, before one that a link led to. `count` is undefined where the backend does not tell. */
  readonly between: (count: number | undefined, formatted: string) => string;
  /** The button beside that. */
  readonly loadBetween: (count: number | undefined) => string;
  readonly moreReplies: string;
  /** `formatted` may be "9+", where there are at least so many. */
  readonly showReplies: (count: number, formatted: string) => string;
  readonly hideReplies: string;
  /** Votes: of the backends that count only approval, and of those that count both. */
  readonly like: string;
  readonly voteUp: string;
  readonly voteDown: string;
  /** The same beside a number, where nobody can vote. `count` may be negative: with `like`, it may be a score. */
  readonly voteCounts: Readonly<Record<'like' | 'voteUp' | 'voteDown', (count: string) => string>>;
  readonly reply: string;
  readonly edit: string;
  /** Begins to delete one's own comment. What moderators remove is in `removal.editors`. */
  readonly remove: string;
  /** Opens the less frequent actions. */
  readonly more: string;
  readonly badges: Readonly<Record<'author' | 'moderator' | 'staff' | 'verified' | 'guest', string>>;
  /** Names a comment: in place of its author where that is not shown, and for screen readers. */
  readonly deletedComment: string;
  readonly removedComment: string;
  readonly commentBy: (name: string) => string;
  readonly replyBy: (name: string, parent: string) => string;
  /**
   * What screen readers read for a control in place of its words, `label`: whose comment it acts on. Those words come first and
   * unchanged, since people who speak to their computer say what they see (WCAG 2.5.3).
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
  /** Past the form, past the list, and where the latter leads. */
  readonly skipToComments: string;
  readonly skipToEnd: string;
  readonly endOfComments: string;
  /** The link to the feed of the discussion. */
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
  /** The code of a form, or of another action, could not be fetched. */
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
  /** The address names a comment that is not there. */
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
  /** Heads the list of keys, and opens it. */
  readonly shortcuts: string;
  /** Labels the switch that turns them off and on. */
  readonly useShortcuts: string;
  readonly shortcutsHint: string;
  readonly shortcutKeys: Readonly<Record<'j' | 'k' | 'n' | 'r' | 'c' | '?', string>>;
  readonly close: string;

  // Writing, reporting, voting, editing, removing.
  readonly refusals: Readonly<Record<'not-a-member' | 'banned' | 'unverified' | 'other', string>>;
  readonly bannedUntil: (date: string) => string;
  readonly findOutMore: string;
  readonly sending: string;
  /** Beside a comment that the backend may have stored. */
  readonly perhapsPosted: string;
  readonly closesIn: (duration: string) => string;
  readonly closedWhileWriting: string;
  readonly copyText: string;
  readonly textCopied: string;
  readonly copyRefused: string;
  readonly postingAs: (name: string) => string;
  readonly premoderated: string;
  /** Said only of a text that is saved on the device: beside the buttons, or after a failure. */
  readonly draftSaved: string;
  /** The draft is lost when this tab is closed. */
  readonly draftInTab: string;
  readonly draftNotKept: string;
  /** Another text is kept for the form: of another tab, or of this one from before. */
  readonly keptElsewhere: string;
  readonly keptEarlier: string;
  /** Written signed out, by who has signed in since: in this tab, or in another tab or on an earlier visit. */
  readonly keptSignedOut: string;
  readonly keptSignedOutElsewhere: string;
  readonly showKept: string;
  readonly discardKept: string;
  readonly discard: string;
  /** Beside `undo`. */
  readonly draftDiscarded: string;
  readonly optional: string;
  readonly guestName: string;
  readonly guestEmail: string;
  /** Below a field for guests, where the backend promises to show nobody what is entered. */
  readonly guestEmailHint: string;
  readonly guestWebsite: string;
  readonly rememberGuest: string;
  readonly notifyReplies: string;
  /** The buttons below a text box. `toolbar` names all of them, and heads their keys in the list of shortcuts. */
  readonly formatting: Readonly<Record<'toolbar' | 'bold' | 'italic' | 'quote' | 'link', string>>;
  /** The form for a link: its field and its button. `websiteInvalid` says what is wrong with an address. */
  readonly linkAddress: string;
  readonly addLink: string;
  /** Shows a text as it will look. `edit` leads back, and `bodyMissing` stands where there is none. */
  readonly preview: string;
  readonly signIn: string;
  readonly signInLater: string;
  readonly signInElsewhere: string;
  /** Said when the button is pressed all the same. */
  readonly signInElsewhereToPost: string;
  readonly signInFailed: (cause: string) => string;
  readonly signOutFailed: (cause: string) => string;
  /** `name` may be empty. */
  readonly signedInAs: (name: string) => string;
  readonly signOut: string;
  /** Beside a reply: what has become of the comment that it answers. */
  readonly parentGone: string;
  readonly parentEdited: string;
  readonly charactersLeft: (count: number, formatted: string) => string;
  readonly charactersOver: (count: number, formatted: string) => string;
  readonly bodyMissing: string;
  /** The same in a reply. */
  readonly replyMissing: string;
  readonly bodyTooShort: (least: number, formatted: string) => string;
  /** A guest's field that must be filled in. */
  readonly fieldMissing: Readonly<Record<'name' | 'email' | 'website', string>>;
  readonly emailInvalid: string;
  readonly websiteInvalid: string;
  readonly postFailed: (cause: string) => string;
  /** The comment may be stored all the same. */
  readonly postUncertain: (cause: string) => string;
  /** The backend already holds this comment, and has refused it a second time: it is posted. */
  readonly postedBefore: (cause: string) => string;
  /** Not posted, because someone else is signed in by now. */
  readonly viewerChanged: string;
  readonly published: string;
  /** Beside `published`: goes to the comment. */
  readonly showComment: string;
  readonly arrivedEarlier: string;
  readonly held: string;
  readonly invisible: string;
  /** The same three of a reply. */
  readonly replyOutcomes: Readonly<Record<'published' | 'held' | 'invisible', string>>;
  /** `reason`: a sentence of the backend's. */
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
  /** The report may have arrived all the same. */
  readonly reportUncertain: (cause: string) => string;
  /** The backend may have made the change all the same: a vote, an edit, a removal. */
  readonly changeUncertain: (cause: string) => string;
  readonly reportSignIn: string;
  readonly withdrawReport: string;
  readonly reportWithdrawn: string;
  readonly withdrawFailed: (cause: string) => string;
  readonly voteFailed: (cause: string) => string;
  /** Asks somebody signed out before they are led to the sign-in. */
  readonly signInToVote: string;
  readonly signInToVoteHint: string;
  /** The same where neither the section nor the page signs anybody in. */
  readonly voteNeedsSignIn: string;
  /** Announced after signing in. */
  readonly voteCounted: string;
  /** Also said where votes are final and a second one is tried. */
  readonly votedBefore: string;
  /** The label of the box to change one's comment in. */
  readonly yourEdit: string;
  /** The same for a moderator who changes somebody else's. */
  readonly editOf: (name: string) => string;
  readonly sourceLoading: string;
  readonly sourceFailed: (cause: string) => string;
  /** `time` is a clock's "4:12", or "2 hours". */
  readonly timeLeft: (time: string) => string;
  readonly editTimeOver: string;
  /** The comment was removed while it was being changed. */
  readonly editedGone: string;
  readonly save: string;
  readonly saving: string;
  readonly saved: string;
  readonly editFailed: (cause: string) => string;
  readonly editConflict: string;
  readonly theirVersion: string;
  readonly keepMine: string;
  readonly takeTheirs: string;
  /** Said after `takeTheirs`, and when an edit is cancelled: beside `undo`. */
  readonly theirsTaken: string;
  /** By whether one removes one's own comment or, for the editors, somebody else's. */
  readonly removal: Readonly<
    Record<
      'author' | 'editors',
      {
        readonly question: string;
        /** Where the replies to the comment go with it. */
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

  /** Fetches the words of notices and decisions, which few readers need. */
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

  /** Fetches the words of what only moderators and warned readers see. */
  readonly moderation: () => Promise<{ readonly default: ModerationWords }>;

  // `<comment-count>`.
  /** `count` may be 0. */
  readonly commentCount: (count: number, formatted: string) => string;

  // `<comment-quote>`.
  readonly goToComment: string;
  /** In place of a comment that is no longer there, or not published. */
  readonly quoteGone: string;

  /** Why something failed, by `ErrorKind`: a sentence, with its full stop. */
  readonly causes: Readonly<Record<Cause, string>>;
  /** One of `causes`, where the console has the details: they are in no words for readers. `reference`: the characters that name them. */
  readonly withReference: (cause: string, reference: string) => string;
}

/** The messages that fetch further words, for parts that few readers need. */
export type LaterWords = 'legal' | 'moderation';

/** The words that one of them fetches. */
export type WordsOf<Name extends LaterWords> = Awaited<ReturnType<Messages[Name]>>['default'];

/** A message, or what may stand in its place: a plain text where there is a function, some of the words where there are several. */
type Override<Message> = Message extends () => Promise<{ readonly default: infer Later }>
  ? Message | Override<Later>
  : Message extends (...args: never) => string
    ? Message | string
    : Message extends string
      ? Message
      : { readonly [Name in keyof Message]?: Override<Message[Name]> };

/** A publisher's own words, in place of single messages of a language. */
export type MessageOverrides = { readonly [Name in keyof Messages]?: Override<Messages[Name]> };

/** The words of a language, of which some may be missing: those are English. */
export type LocaleWords = Pick<Messages, 'lang'> & Omit<MessageOverrides, 'lang'>;

/** The kinds of failure that have words; each is an `ErrorKind` of the adapter interface. */
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
