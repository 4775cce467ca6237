/** Messages of writing, voting and reporting, and of all forms. A part of `Messages` that is loaded when needed. */
export interface TakingPartMessages {
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
  readonly premoderated: string;
  /** Shown if the draft is saved on the device: next to the buttons, or after a failure. */
  readonly draftSaved: string;
  /** The draft is lost when this tab is closed. */
  readonly draftInTab: string;
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
  /** Discards the remembered details of a guest. Pressed by another person, who reads them in the fields above. */
  readonly notMe: string;
  readonly notifyReplies: string;
  /** Buttons below a text box. `toolbar`: accessible name of the toolbar, and heading of its keys in the list of shortcuts. */
  readonly formatting: Readonly<Record<'toolbar' | 'bold' | 'italic' | 'quote' | 'link', string>>;
  /** Field and button of the form for a link. Its error message is `websiteInvalid`. */
  readonly linkAddress: string;
  readonly addLink: string;
  /** Button that shows the formatted text. `edit` returns to the text box. Without a text, the preview shows `bodyMissing`. */
  readonly preview: string;
  readonly signIn: string;
  /** Shown to guests before `signIn`. */
  readonly haveAccount: string;
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
  /** The same for a reply, and the failures that name it. */
  readonly replyOutcomes: Pick<
    TakingPartMessages,
    'published' | 'held' | 'invisible' | 'postFailed' | 'viewerChanged' | 'rejected' | 'reconsider'
  >;
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
  readonly saving: string;
  readonly undo: string;
  readonly causes: Readonly<Record<WritingCause, string>>;
}

/** The kinds of failure that only writing has. */
export type WritingCause = 'parent-gone' | 'too-long' | 'rejected' | 'confirm' | 'duplicate' | 'conflict';

/** How many messages this part has in English, in all groups. */
export const takingPartSize = 120;
