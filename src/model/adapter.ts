/**
 * The contract between the comments section and a backend. This file is all of it and imports nothing.
 *
 * Only `open` and `list` are required. All other methods are optional; without one, its control does not appear on the page.
 * Rules that types cannot express:
 *
 * - Every call takes an `AbortSignal`. An aborted call rejects with the signal's reason, an `AbortError`.
 * - An adapter throws only `AdapterError` and `AbortError`.
 * - An adapter never retries a write. The store decides, based on `AdapterError.info.stored` and `features.idempotency`.
 * - Ids and cursors are opaque strings. The adapter converts numbers.
 * - Bodies are untrusted source text. The section sanitises HTML, so an adapter passes it on unchanged.
 * - The backend decides the order of the items on a page. The section never sorts siblings by time again.
 * - A status the adapter does not know becomes `hidden`, never `visible`.
 */

/** The backend's id of a comment. Opaque: numbers, UUIDs and URIs are all passed as strings. */
export type CommentId = string;

/** The position where the next page starts. Opaque: it may encode a page number, an offset or a point in time. */
export type Cursor = string;

/** A sort order. `top`: by votes, highest score first. */
export type Sort = 'oldest' | 'newest' | 'top';

/** An order of the backend's own. */
export interface SortOption {
  /** The backend's id of the order, other than those of `Sort`. */
  readonly id: string;
  /** Its name in the menu, shown as plain text. */
  readonly label: string;
}

/** A selection of comments. `featured`: those that an editor featured. */
export type Filter = 'featured';

/** Identifies the discussion of one article. */
export interface DiscussionRef {
  /** The backend's key: an id, a slug or a URL. */
  readonly key: string;
  /** URL of the page, without the fragment. */
  readonly url: string;
  /** Title of the page. Some backends require it with the first comment. */
  readonly title?: string;
}

/** Options of every call. */
export interface Call {
  /** Aborts the call. */
  readonly signal: AbortSignal;
  /**
   * Receives a problem that does not make the whole response useless, such as one comment without a date: a sentence for the adapter's
   * developer. Empty: the response is to be checked in full, for adapters that pass JSON on. The section then repairs it and reports
   * its problems. The section passes a `note`; the conformance kit does not. An adapter that decodes responses and gets none rejects with
   * `bad-response` instead.
   */
  readonly note?: ((problem: string) => unknown) | undefined;
}

/** A reason a reader can choose in the report form. */
export interface ReportReason {
  /**
   * The backend's id of the reason. The section has its own text for `abuse`, `spam`, `false`, `private`, `illegal` and `other`. With
   * `other`, the reader has to add a text, unless `detail` is false.
   */
  readonly id: string;
  /** Text for the reader. Default: the section's own for one of those six ids, otherwise the id. */
  readonly label?: string;
  /**
   * What the form asks for. `notice`: all that a notice of illegal content holds (EU Digital Services Act, Article 16); it arrives in
   * `Report.notice`. Default `short`: a reason, with free text where `detail` allows it.
   */
  readonly form?: 'short' | 'notice';
  /** Whether a notice can be sent without name and email. Default false. */
  readonly anonymous?: boolean;
}

/** The abilities of an adapter, known before the first request. Every field has a default. */
export interface Features {
  /** Supported sort orders, the default one first. Default `['oldest']`. */
  readonly sorts?: readonly (Sort | SortOption)[];
  /** Selections of comments that `list` supports, offered beside the sort orders. Default: none. */
  readonly filters?: readonly Filter[];
  /** `all`: the backend returns the whole list at once. Default `pages`. */
  readonly paging?: 'pages' | 'all';
  /** How deeply the backend nests replies. `one-level`: only below top-level comments. Default `tree`. */
  readonly nesting?: 'flat' | 'one-level' | 'tree';
  /**
   * The deepest level of a reply. Top-level comments are level 0. Comments at this level can still be replied to: the backend
   * moves the reply up, with `replyTo`, or sets `can.reply: false`. Default: no limit.
   */
  readonly maxDepth?: number;
  /** The format in which the backend reads `Draft.body`. Default `text`. */
  readonly input?: 'text' | 'markdown' | 'html';
  /**
   * What the backend does when a `submitKey` arrives twice. `key`: it stores one comment and returns the first result again.
   * `detects-duplicates`: it rejects the second with the kind `duplicate`. `none`: it stores both, so the store searches for
   * the comment before it sends it again. Default `none`.
   */
  readonly idempotency?: 'key' | 'detects-duplicates' | 'none';
  /**
   * What happens to the replies when a comment is removed. `tombstone`: they stay, below a tombstone. `subtree`: they are removed
   * with it, and the section warns of that first. Default `tombstone`.
   */
  readonly removal?: 'tombstone' | 'subtree';
  /**
   * Kind of votes. `like`: one button, "Recommend", with `up` or else `score`. `up-down`: "Agree" and "Disagree", each with its number.
   * `none`: neither buttons nor numbers. Without `vote`, there are the numbers alone, where a comment has them. Default `like`; without
   * `vote`, `up-down` on a comment with `down`.
   */
  readonly votes?: 'none' | 'like' | 'up-down';
  /** Whether the backend knows the viewer's own vote. Default true. */
  readonly votesKnowViewer?: boolean;
  /**
   * Whether a vote is final: the backend neither removes nor changes it. On a second press, the section reports that and sends
   * nothing. Default false.
   */
  readonly finalVotes?: boolean;
  /**
   * The report form. `reasons`: the choices; default: six reasons of the section's own. `detail`: whether free text of up to
   * 500 characters is accepted; default true.
   */
  readonly report?: { readonly reasons?: readonly ReportReason[]; readonly detail?: boolean };
  /** Seconds between polls for new comments if the adapter has no `subscribe`. 0: never. Default 60. */
  readonly pollEvery?: number;
}

/** A label beside an author's name. */
export type Badge = 'author' | 'moderator' | 'staff' | 'verified' | 'guest';

/** A badge of the backend's own, such as "Subscriber". */
export interface BadgeLabel {
  /** The backend's id of the badge, for style sheets: it becomes part of the badge's `part`. */
  readonly id: string;
  /** Shown as plain text. */
  readonly label: string;
}

/** The author of a comment. All text is untrusted. */
export interface Author {
  /** The backend's id. A comment whose author has the viewer's id is the viewer's own. */
  readonly id?: string;
  /** Display name. */
  readonly name: string;
  /** The author's web page. Only http and https URLs become links. */
  readonly url?: string;
  /** URL of a picture. */
  readonly avatar?: string;
  /** Labels beside the name, in this order. Default: none. */
  readonly badges?: readonly (Badge | BadgeLabel)[];
}

/** Untrusted source text and its format. */
export interface Body {
  readonly format: 'text' | 'markdown' | 'html';
  readonly value: string;
}

/** The votes on a comment. */
export interface Votes {
  /** Number of upvotes or likes. */
  readonly up?: number;
  /** Number of downvotes. */
  readonly down?: number;
  /** Upvotes minus downvotes. Shown if `up` is absent. */
  readonly score?: number;
  /** The viewer's own vote. 0: none. Absent: the backend does not know. */
  readonly mine?: -1 | 0 | 1;
}

/**
 * The state of a comment. `pending`: held for review. `rejected`: turned down by moderation. `deleted`: removed by its author.
 * `hidden`: removed by an editor, or any state the adapter does not know.
 */
export type CommentStatus = 'visible' | 'pending' | 'rejected' | 'deleted' | 'hidden';

/** An action on a comment. `ban`: of its author. */
export type CommentAction =
  'reply' | 'edit' | 'remove' | 'vote' | 'report' | 'pin' | 'approve' | 'reject' | 'feature' | 'hide' | 'ban';

/** A ban of an author. */
export interface Ban {
  /** Name of the moderator. */
  readonly by?: string;
  /** ISO 8601 time when the ban ends. Default: when a moderator ends it. */
  readonly until?: string;
}

/** A way to contest a decision. At least one of the two. */
export interface Redress {
  /** What its reader can do and until when, shown as plain text. */
  readonly message?: string;
  /** URL of a page with the way, http, https or `mailto:`. */
  readonly href?: string;
}

/** What a moderator gives as the reasons of a decision. All text is shown as plain text. */
export interface DecisionReasons {
  /** Whether the comment breaks a law or the publisher's rules. */
  readonly ground: 'law' | 'terms';
  /** The provision or the rule. */
  readonly rule?: string;
  /** The facts and circumstances relied on. */
  readonly facts?: string;
  /** What led to the decision: a notice of illegal content, or the publisher's own initiative. The backend sets it where it knows. */
  readonly basis?: 'notice' | 'own-initiative';
  /** Whether automated means were used to detect the comment. Default false. */
  readonly automatedDetection?: boolean;
  /** Whether automated means were used to decide. Default false. */
  readonly automated?: boolean;
}

/** Why a comment or its author was restricted: the statement of reasons (EU Digital Services Act, Article 17). */
export interface Decision extends DecisionReasons {
  /** What was done to the comment. `banned`: its author may not write. */
  readonly measure: 'removed' | 'hidden' | 'rejected' | 'kept' | 'banned';
  /** Where the measure applies, shown as plain text. Default: everywhere. */
  readonly territory?: string;
  /** ISO 8601 time when the measure ends. Default: it has no time limit. */
  readonly until?: string;
  /** ISO 8601 time of the decision. */
  readonly decidedAt?: string;
  readonly redress?: Redress;
}

/** What the form for the reasons of a decision offers. */
export interface DecisionForm {
  /** The publisher's usual rules, as choices beside "the law" and "another rule". Default: none. */
  readonly rules?: readonly string[];
  /** Whether the backend rejects these actions on a comment by another person without reasons, with the kind `invalid`. Default false. */
  readonly required?: boolean;
}

/** A comment as the viewer may see it. */
export interface Comment {
  readonly id: CommentId;
  /** The comment this one replies to. Default null: top level. */
  readonly parentId?: CommentId | null;
  /** The person replied to, if the backend moved the reply below another parent. */
  readonly replyTo?: { readonly id?: CommentId; readonly name: string };
  /** Null or absent: unknown, or removed together with the comment. A comment that is `deleted` or `hidden` has none. */
  readonly author?: Author | null;
  /** Empty where the comment is `deleted` or `hidden`. Only a viewer with `can.hide` may get the text of a hidden one. */
  readonly body: Body;
  /** The text as its author typed it, for the edit form. Never rendered. Absent where the comment is `deleted` or `hidden`. */
  readonly source?: string;
  /** ISO 8601 time with a time zone. */
  readonly createdAt: string;
  /** ISO 8601 time of the last edit. Absent: never edited. */
  readonly editedAt?: string;
  /** URL of the comment at the backend, if it has one of its own. */
  readonly permalink?: string;
  /** Default `visible`. */
  readonly status?: CommentStatus;
  readonly votes?: Votes;
  /** Replies not included in this page. `total`: the number of all direct replies. `next`: where the missing ones start. */
  readonly replies?: { readonly total?: number; readonly next?: Cursor };
  /**
   * Actions the viewer may take now. The default of each depends on the methods of the adapter. In addition, `edit` and `remove` default
   * to the viewer's own comments, and `pin`, `approve`, `reject`, `feature`, `hide` and `ban` to moderators. Leave out actions that
   * become available after signing in: the page offers them, and asks the viewer to sign in when the backend rejects one with
   * `sign-in-required`.
   */
  readonly can?: Readonly<Partial<Record<CommentAction, boolean>>>;
  /** ISO 8601 time after which its author can no longer edit the comment. Default: no limit. */
  readonly editableUntil?: string;
  /** Version of the comment. The section passes it back in `Edit` and `Report`. */
  readonly revision?: string;
  /** Whether an editor pinned the comment. Only a label: the backend decides its position in the list. Default false. */
  readonly pinned?: boolean;
  /** Whether an editor featured the comment. Default false. */
  readonly featured?: boolean;
  /** Whether the viewer has reported the comment. Default false. */
  readonly reported?: boolean;
  /** Why the comment was restricted. Only for its author and for moderators: leave it out for all others. */
  readonly decision?: Decision;
  /** The current ban of the author. Only for moderators: leave it out for all others. */
  readonly ban?: Ban;
  /**
   * In the response to `get`, for a top-level comment: the number of top-level comments before it in the list, by order. The section
   * then shows how many are missing between the loaded ones and this one.
   */
  readonly preceding?: Readonly<Partial<Record<Sort, number>>>;
}

/** A moderator's warning to one reader. */
export interface Warning {
  readonly id: string;
  /** Shown as plain text. */
  readonly message: string;
}

/** The current user. */
export interface Viewer {
  /** `unknown`: the backend cannot tell, for example because it receives no cookie. */
  readonly state: 'anonymous' | 'signed-in' | 'unknown';
  /**
   * The account of a signed-in viewer. For an anonymous one: a guest whose comments the backend recognises, by a cookie for example.
   * Comments whose author has its `id` are the viewer's own; its name may be empty. Default: no comment is the viewer's own, except
   * those posted from this page since it was opened.
   */
  readonly author?: Author;
  /** Whether the viewer is a moderator. Default false. */
  readonly moderator?: boolean;
  /**
   * A warning to this viewer. With `acknowledgeWarning`, it replaces the form until the viewer acknowledges it. Without that method,
   * it is shown above the form, which stays usable.
   */
  readonly warning?: Warning;
}

/** A field that guests fill in. */
export type GuestField = 'name' | 'email' | 'website';

/** How a field for guests is filled in. */
export interface GuestFieldRule {
  readonly required: boolean;
  /** Whether the backend promises to show the value to no one. The section states that below the field. Default false. */
  readonly neverShown?: boolean;
}

/**
 * The unit of a length: UTF-16 code units, UTF-8 bytes, or grapheme clusters (characters as a reader sees them), of which a text has at
 * least one for each 32 bytes.
 */
export type LengthUnit = 'chars' | 'bytes' | 'graphemes';

/** Why the viewer may not post. */
export interface PostingRefusal {
  readonly reason: 'not-a-member' | 'banned' | 'unverified' | 'other';
  /** ISO 8601 time at which a ban ends. */
  readonly until?: string;
  /** The backend's explanation, shown as plain text. */
  readonly message?: string;
  /** URL of a page that helps: to join, to verify an account, or to post elsewhere. */
  readonly href?: string;
  /** Label of the link to `href`, shown as plain text. Default: "Find out more", in the viewer's language. */
  readonly label?: string;
  /** Why a moderator has banned the viewer, with the measure `banned`. */
  readonly decision?: Decision;
}

/** The rules for new comments. */
export interface Posting {
  /** Who may post. `unknown`: known after the response to the first comment. Default `anyone`. */
  readonly who?: 'anyone' | 'signed-in' | 'unknown';
  /** Fields in the form for guests. A field that is absent here does not appear. */
  readonly guest?: Readonly<Partial<Record<GuestField, GuestFieldRule>>>;
  /** Maximum length of a comment, in `unit`. The section measures the text without white space at its ends. Default: no limit. */
  readonly max?: { readonly value: number; readonly unit: LengthUnit };
  /** Minimum length of a comment, in UTF-16 code units, without white space at its ends. Default 1. */
  readonly min?: number;
  /** Whether every comment is reviewed before it is published. Default false. */
  readonly premoderated?: boolean;
  /** Offers to notify the writer of replies, in `Draft.notify`. `on`: the box is checked at first. Default: not offered. */
  readonly notify?: 'on' | 'off';
  /** Set if this viewer may not post. */
  readonly refusal?: PostingRefusal;
}

/** The state and the rules of a discussion. */
export interface DiscussionInfo {
  /** `disabled`: the whole site accepts no comments. `missing`: the backend does not know the discussion. */
  readonly state: 'open' | 'closed' | 'disabled' | 'missing';
  /** The backend's explanation of the state, shown as plain text. */
  readonly stateMessage?: string;
  /** ISO 8601 time at which an open discussion closes. */
  readonly closesAt?: string;
  /** ISO 8601 time at which a closed discussion was closed. */
  readonly closedAt?: string;
  /** ISO 8601 time at which a closed discussion opens. */
  readonly opensAt?: string;
  /** Default `{ state: 'unknown' }`. */
  readonly viewer?: Viewer;
  readonly posting?: Posting;
  /** Number of comments that everyone can read, if known before the list. It counts what `CommentPage.total` counts. */
  readonly total?: number;
  /** ISO 8601 time of the response by the backend's clock. Relative times and deadlines are then based on that clock. */
  readonly now?: string;
  /** Actions the viewer may take on the discussion. Default: none. */
  readonly can?: { readonly close?: boolean };
  /**
   * Set if `remove`, `reject`, `hide` and `ban` accept the reasons of a decision, which the author of the comment then gets. Only for
   * moderators: leave it out for all others.
   */
  readonly decisions?: DecisionForm;
  /** The comment policy: its text, the URL of its page, or both. */
  readonly policy?: { readonly body?: Body; readonly url?: string };
  /** A message of the editors to all readers, such as a question. */
  readonly message?: Body;
  /** URL of a feed with the comments. Only http and https URLs become a link. */
  readonly feedUrl?: string;
}

/** A request for one page of comments. */
export interface ListQuery {
  readonly discussion: DiscussionRef;
  /** The order of the top level. Replies have one order, whatever this is: readers expect the oldest first. */
  readonly sort: Sort;
  /** The id of the order of the backend's own that the reader has chosen. It takes the place of `sort`. */
  readonly sortOption?: string;
  /**
   * Which comments to list. The page holds only these, including replies, but neither their replies nor their parents. Nothing is
   * pinned, and `total` is the number of these. Never with `parentId`. Absent: all.
   */
  readonly filter?: Filter;
  /**
   * Desired number of top-level comments; with `parentId`, of direct replies; with `filter`, of comments. A page may hold fewer. Replies
   * that stand beside their parents do not count.
   */
  readonly limit: number;
  /** Where the page starts. Absent: at the beginning. */
  readonly cursor?: Cursor;
  /**
   * If set, list the replies to this comment instead of the top level: each with the replies to it, at any depth, or with
   * `replies.next` if some of those are left out. The section requests these with the cursor `replies.next`.
   */
  readonly parentId?: CommentId;
}

/** One page of comments. */
export interface CommentPage {
  /**
   * The comments, in one flat list: replies are next to the others and name their parent in `parentId`. A reply may come before or
   * after its parent. Until the page with its parent has loaded, a reply is shown at the top level.
   */
  readonly items: readonly Comment[];
  /** Cursor of the next page. Absent: this is the last page. */
  readonly next?: Cursor;
  /**
   * Number of comments in the whole list, without those that are deleted, hidden or held. With `filter`: of the selection. With
   * `parentId`: of the replies to that comment, in place of its `replies.total`; leave it out to keep that.
   */
  readonly total?: number;
  /**
   * What `total` counts: top-level comments or all. Default `all`. The section does not convert it: the heading shows `total` either way,
   * and "Load more comments (12)" and "Load all comments" go by it. So count all where you can.
   */
  readonly totalCounts?: 'roots' | 'all';
  /** True if the backend cut the list short and has no cursor for the rest. Default false. */
  readonly truncated?: boolean;
}

/** A comment to post. */
export interface Draft {
  readonly discussion: DiscussionRef;
  /** The comment to reply to. Null: top level. */
  readonly parentId: CommentId | null;
  /** The text, in the format `features.input`. */
  readonly body: string;
  /** A UUID that identifies the intent. Every retry sends the same one. */
  readonly submitKey: string;
  /**
   * The id of the author the section shows as signed in; null for a guest, even a recognised one. If the call belongs to another
   * viewer, because another tab has signed in or out, the backend rejects it with the kind `session-expired`. Absent: unknown.
   */
  readonly authorId?: string | null;
  /** The fields that a guest filled in. */
  readonly guest?: Readonly<Partial<Record<GuestField, string>>>;
  /** True if a guest wants to be remembered on this device, beyond the browser session. Default false. */
  readonly remember?: boolean;
  /** Whether the writer wants to be notified of replies. Absent: it was not offered. */
  readonly notify?: boolean;
  /** The solution of a challenge: the token of a captcha, or the `token` of a `reconsider` challenge. */
  readonly confirm?: string;
}

/**
 * A permission for one comment, issued when it was posted. The section does not store it. An adapter that needs it for `edit` or
 * `remove` stores it, for example in `sessionStorage`.
 */
export interface Proof {
  readonly id: CommentId;
  readonly token?: string;
  /** ISO 8601 time at which the permission expires. */
  readonly until?: string;
}

/** The result of `submit`. */
export interface SubmitResult {
  /** `pending`: held for review. `invisible`: accepted, but shown to no one. */
  readonly outcome: 'published' | 'pending' | 'rejected' | 'invisible';
  /** The stored comment. */
  readonly comment?: Comment;
  /** The backend's reason for holding or rejecting the comment, shown as plain text. */
  readonly reason?: string;
  readonly proof?: Proof;
}

/** A change to the text of a comment. */
export interface Edit {
  readonly id: CommentId;
  /** The new text, in the format `features.input`. */
  readonly body: string;
  /** The version being edited. If it is outdated, the backend rejects the edit with the kind `conflict`. */
  readonly revision?: string;
}

/** A vote to cast. */
export interface Vote {
  readonly id: CommentId;
  /** The new vote. 0 removes the vote. */
  readonly value: -1 | 0 | 1;
  /** The viewer's vote until now, if known. */
  readonly was?: -1 | 0 | 1;
}

/** What a notice of illegal content holds besides its reason (EU Digital Services Act, Article 16). */
export interface ReportNotice {
  /** Why the content is illegal, at most 5,000 characters. */
  readonly explanation: string;
  /** The law that it breaks, at most 500 characters. */
  readonly law?: string;
  /** The addresses of the content: that of the comment, and of other comments to which the notice applies. */
  readonly urls: readonly string[];
  /** Who sends the notice. Only absent for a reason that can be anonymous. */
  readonly name?: string;
  readonly email?: string;
  /** The sender believes in good faith that what the notice says is accurate and complete. */
  readonly goodFaith: true;
}

/** A report of a comment. */
export interface Report {
  readonly id: CommentId;
  /** The version being reported. */
  readonly revision?: string;
  /** The id of a `ReportReason`. */
  readonly reason: string;
  /** Free text, at most 500 characters. */
  readonly detail?: string;
  /** A UUID that identifies the intent. Every retry sends the same one, and is answered as the first. */
  readonly key?: string;
  /** For a reason with the form `notice`. */
  readonly notice?: ReportNotice;
}

/** The backend's confirmation of a report. */
export interface ReportReceipt {
  /** True if the viewer had reported this comment before. Default false. */
  readonly alreadyReported?: boolean;
  /** A reference number for enquiries. */
  readonly reference?: string;
  /** ISO 8601 time of the receipt. */
  readonly receivedAt?: string;
  /** URL of a page that shows the sender the decision. */
  readonly statusUrl?: string;
  /** How a decision can be contested. */
  readonly redress?: Redress;
}

/** A live change to a discussion. `stale`: changes may have been missed, so the section requests the discussion and its comments again. */
export type Change =
  | { readonly type: 'added' | 'changed'; readonly comment: Comment }
  | { readonly type: 'removed'; readonly id: CommentId }
  | { readonly type: 'discussion'; readonly info: Partial<DiscussionInfo> }
  | { readonly type: 'stale' };

/** Options of a request for a token. */
export interface TokenCall {
  /**
   * False: the current token, or a fresh one if the current one is known to have expired. True: a fresh one, because the backend
   * has refused the current one; later calls get the fresh one, too.
   */
  readonly refresh: boolean;
  readonly signal: AbortSignal;
}

/** Returns the viewer's token, or an empty string if no viewer is signed in. */
export type TokenSource = (call: TokenCall) => string | Promise<string>;

/**
 * The viewer's token, for a backend that takes bearer tokens. An empty string: no viewer is signed in. A function can renew the token
 * of the same viewer.
 */
export type Token = string | TokenSource;

/** Options of a call that restricts a comment or its author. */
export interface ModerationCall extends Call {
  /**
   * Why. Only from moderators, for comments by others, if `DiscussionInfo.decisions` is set. The backend adds what it knows, such as
   * measure, time and redress, and sends the result to the author: in `Comment.decision`, and for a ban in `PostingRefusal.decision`.
   */
  readonly decision?: DecisionReasons | undefined;
}

/** The connection to a backend. The header of this file lists the rules that all methods follow. */
export interface CommentsAdapter {
  /** Name for messages to developers. */
  readonly name?: string;
  readonly features?: Features;
  /** Returns the state of a discussion. Runs at the same time as the first `list`. */
  open(discussion: DiscussionRef, call: Call): Promise<DiscussionInfo>;
  /** Returns one page of comments. */
  list(query: ListQuery, call: Call): Promise<CommentPage>;
  /**
   * Returns one comment: for a permalink to a comment that is not loaded, for `<comment-quote>`, and for the current version after an
   * `edit` that rejected with `conflict`. Rejects with `not-found` if there is no such comment in this discussion.
   */
  get?(discussion: DiscussionRef, id: CommentId, call: Call): Promise<Comment>;
  /** Posts a comment. */
  submit?(draft: Draft, call: Call): Promise<SubmitResult>;
  /** Returns the text as its author typed it, for backends whose list contains only rendered HTML. */
  source?(discussion: DiscussionRef, id: CommentId, call: Call): Promise<string>;
  /** Changes the text of a comment. Returns the comment as it is now. */
  edit?(discussion: DiscussionRef, edit: Edit, call: Call): Promise<Comment>;
  /**
   * Removes a comment. The effect `gone` means that it is no longer listed, `tombstone` that it stays in place without its
   * content, and `subtree` that its replies were removed too; see `features.removal`.
   */
  remove?(
    discussion: DiscussionRef,
    id: CommentId,
    call: ModerationCall,
  ): Promise<{ readonly effect: 'gone' | 'tombstone' | 'subtree' }>;
  /**
   * Undoes the viewer's own last `remove` of this comment, but no removal by others. Returns the original comment. Absent: removing is
   * final.
   */
  restore?(discussion: DiscussionRef, id: CommentId, call: Call): Promise<Comment>;
  /** Sets the viewer's vote. Returns the updated votes. Rejects with `duplicate` if the viewer has voted and cannot vote again. */
  vote?(discussion: DiscussionRef, vote: Vote, call: Call): Promise<Votes>;
  /** Reports a comment to the editors. */
  report?(discussion: DiscussionRef, report: Report, call: Call): Promise<ReportReceipt | void>;
  /** Withdraws the viewer's report of a comment. */
  withdrawReport?(discussion: DiscussionRef, id: CommentId, call: Call): Promise<void>;
  /** Pins a comment to the top of the list, or unpins it. For moderators. Returns the updated comment. */
  pin?(
    discussion: DiscussionRef,
    pin: { readonly id: CommentId; readonly pinned: boolean },
    call: Call,
  ): Promise<Comment>;
  /** Publishes a comment that is held for review. For moderators. Returns the updated comment. */
  approve?(discussion: DiscussionRef, id: CommentId, call: Call): Promise<Comment>;
  /** Turns down a comment that is held for review. For moderators. Returns the updated comment. */
  reject?(discussion: DiscussionRef, id: CommentId, call: ModerationCall): Promise<Comment>;
  /** Undoes `approve` or `reject`: holds the comment for review again. Returns the updated comment. Absent: both are final. */
  hold?(discussion: DiscussionRef, id: CommentId, call: Call): Promise<Comment>;
  /** Features a comment, or ends that. For moderators. Returns the updated comment. */
  feature?(
    discussion: DiscussionRef,
    feature: { readonly id: CommentId; readonly featured: boolean },
    call: Call,
  ): Promise<Comment>;
  /** Hides a published comment from readers, or shows it again. For moderators. Returns the updated comment. */
  hide?(
    discussion: DiscussionRef,
    hide: { readonly id: CommentId; readonly hidden: boolean },
    call: ModerationCall,
  ): Promise<Comment>;
  /** Bans the author of a comment from writing, or ends the ban. For moderators. `until`: ISO 8601 time. Default: until it is ended. */
  ban?(
    discussion: DiscussionRef,
    ban: { readonly id: CommentId; readonly banned: boolean; readonly until?: string },
    call: ModerationCall,
  ): Promise<void>;
  /** Notes that the viewer has read `Viewer.warning`. */
  acknowledgeWarning?(discussion: DiscussionRef, id: string, call: Call): Promise<void>;
  /** Closes or reopens the discussion. Requires `DiscussionInfo.can.close`. Returns the updated discussion. */
  setClosed?(discussion: DiscussionRef, closed: boolean, call: Call): Promise<DiscussionInfo>;
  /** Returns the number of comments by `DiscussionRef.key`. A discussion missing from the map is unknown. */
  counts?(discussions: readonly DiscussionRef[], call: Call): Promise<ReadonlyMap<string, number>>;
  /**
   * Reports live changes until the signal is aborted. If it throws synchronously, the section polls instead. If the connection is lost
   * later, the adapter opens it again and reports `stale` after a gap. Whenever someone signs in or out, the section aborts the signal
   * and subscribes again.
   */
  subscribe?(discussion: DiscussionRef, onChange: (change: Change) => void, call: Call): void;
  /**
   * Resolves with the signed-in viewer, or with the URL of a sign-in page. `returnUrl`: where that page leads back to. It is the address of
   * this page, at the comment that the viewer was about to act on.
   */
  signIn?(call: Call & { readonly returnUrl?: string | undefined }): Promise<Viewer | { readonly redirect: string }>;
  /** Signs the viewer out. Forgets a guest whom the backend recognises: their comments are no longer the viewer's own. */
  signOut?(call: Call): Promise<void>;
  /** Calls `onChange` whenever someone signs in or out. Returns a function that unsubscribes. */
  onViewerChange?(onChange: (viewer: Viewer) => void): () => void;
  /**
   * Receives the element's property `token`. Undefined: no viewer is signed in. Requests in flight keep the previous token. Calls the
   * listeners of `onViewerChange` with the state `unknown`, unless the token is the same as before.
   */
  setToken?(token: Token | undefined): void;
}

/**
 * What went wrong. There is one kind for each way the reader can react.
 *
 * Connection. A write may have been stored anyway, unless `info.stored` states otherwise.
 * - `network`: the backend is unreachable.
 * - `timeout`: there was no response in time.
 * - `unavailable`: the backend failed or is overloaded.
 * - `bad-response`: the response is invalid.
 *
 * Viewer.
 * - `sign-in-required`: the viewer must sign in.
 * - `session-expired`: the viewer was signed in and must sign in again.
 * - `forbidden`: the viewer lacks the permission, and signing in would not help.
 * - `blocked`: the viewer is banned.
 *
 * Target.
 * - `closed`: the discussion is closed.
 * - `disabled`: the whole site accepts no comments.
 * - `not-found`: the discussion or the comment does not exist.
 * - `parent-gone`: the comment replied to no longer exists.
 *
 * Input.
 * - `invalid`: a field is invalid; see `info.field`.
 * - `too-long`: the text exceeds the maximum length.
 * - `rejected`: moderation rejected the text.
 * - `confirm`: the backend requires a challenge first; see `info.challenge`.
 * - `duplicate`: the comment has already been posted, or the vote cast.
 * - `rate-limited`: there were too many requests; see `info.retryAfter`.
 * - `conflict`: the comment has changed in the meantime.
 * - `unsupported`: the backend does not support the call.
 */
export type ErrorKind =
  // Connection
  | 'network'
  | 'timeout'
  | 'unavailable'
  | 'bad-response'
  // Viewer
  | 'sign-in-required'
  | 'session-expired'
  | 'forbidden'
  | 'blocked'
  // Target
  | 'closed'
  | 'disabled'
  | 'not-found'
  | 'parent-gone'
  // Input
  | 'invalid'
  | 'too-long'
  | 'rejected'
  | 'confirm'
  | 'duplicate'
  | 'rate-limited'
  | 'conflict'
  | 'unsupported';

/** A condition the backend sets before it accepts a comment. */
export type Challenge =
  /** "Are you sure?" The comment is accepted when sent again with `confirm` set to `token`. Default token: `anyway`. */
  | { readonly type: 'reconsider'; readonly message?: string; readonly token?: string }
  /**
   * A picture (a `data:` URL) or a question. The reader's solution becomes `confirm`. With neither, the page's own captcha
   * in the slot `composer-end` provides it.
   */
  | { readonly type: 'captcha'; readonly image?: string; readonly question?: string };

/** Details of an error. */
export interface ErrorInfo {
  /** Whether a write may have been stored. Default: `maybe` for the kinds that concern the connection, otherwise `no`. */
  readonly stored?: 'no' | 'maybe';
  /** The invalid field. */
  readonly field?: GuestField | 'body';
  /** Seconds to wait before trying again. */
  readonly retryAfter?: number;
  /** The backend's error code, for support. */
  readonly code?: string;
  /**
   * Whom the message is for. A message for the `developer` names a mistake in the set-up of the page, such as a wrong address. One
   * for `support` describes a failure of the backend, such as its status. Both are logged; readers see the section's own text, with a
   * reference that is also logged. The kind `bad-response` is for the developer. Default: the message is a sentence for
   * readers.
   */
  readonly audience?: 'developer' | 'support' | undefined;
  /** Set for the kind `confirm`. */
  readonly challenge?: Challenge;
  /** The original error. Becomes `Error.cause`. */
  readonly cause?: unknown;
}

/**
 * The only error an adapter throws besides `AbortError`. `message` comes from the backend or the adapter and is shown as plain
 * text, unless `info.audience` names another audience.
 *
 * Any other exception is a bug, and its message may contain anything. Readers see the section's own text for `unavailable`, with a
 * reference. The message goes to the console and, during development (on a development host or with `debug`), to the note on the page.
 * Only a failed `fetch` and a `TimeoutError` become `network` and `timeout`.
 */
export class AdapterError extends Error {
  override readonly name = 'AdapterError';

  constructor(
    readonly kind: ErrorKind,
    message = '',
    readonly info: ErrorInfo = {},
  ) {
    super(message, info);
  }
}
