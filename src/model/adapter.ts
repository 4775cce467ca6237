/**
 * The contract between the comments section and a backend. This file is the whole of it and imports nothing.
 *
 * Only `open` and `list` are required. Every other method is optional, and a method that is absent removes its control
 * from the page. The rules that types cannot say:
 *
 * - Every call takes an `AbortSignal`. An aborted call rejects with the signal's reason (an `AbortError`).
 * - An adapter throws `AdapterError` or `AbortError` and nothing else.
 * - An adapter never retries a write; the store decides, from `AdapterError.info.stored` and `features.idempotency`.
 * - Ids and cursors are opaque. Numbers become strings at the adapter's border.
 * - Bodies are untrusted source text. No adapter hands over "safe" HTML, and none needs to.
 * - The order of the items in a page is the server's; siblings are never sorted again by time.
 * - A status that the adapter does not know is handed on as `hidden`, not as `visible`.
 */

/** A comment's id as the backend knows it. Opaque: numbers, UUIDs and URIs all travel as strings. */
export type CommentId = string;

/** Where the next page starts. Opaque: an adapter may pack a page number, an offset or a freeze time into it. */
export type Cursor = string;

export type Sort = 'oldest' | 'newest' | 'top';

/** The discussion of one article. */
export interface DiscussionRef {
  /** The backend's key: an id, a slug, a URL. */
  readonly key: string;
  /** Address of the page, without its hash. */
  readonly url: string;
  /** Title of the page; some backends refuse the first comment without one. */
  readonly title?: string;
}

/** What comes with every call. */
export interface Call {
  readonly signal: AbortSignal;
}

/** One reason a reader may choose when reporting. */
export interface ReportReason {
  /** The backend's word for it. */
  readonly id: string;
  /** What the reader reads. Without it, the widget's own words for a well-known id, else the id itself. */
  readonly label?: string;
}

/** What this adapter can ever do, known before the first request. Each entry has a default. */
export interface Features {
  /** Orders the backend can list in; the first is the default. Default `['oldest']`. */
  readonly sorts?: readonly Sort[];
  /** `all`: the backend hands over everything at once. Default `pages`. */
  readonly paging?: 'pages' | 'all';
  /** How deep replies go at the backend. Default `tree`. */
  readonly nesting?: 'flat' | 'one-level' | 'tree';
  /** Deepest level a reply may have, the top level being 0. Default: no limit. */
  readonly maxDepth?: number;
  /** What `Draft.body` is read as by the backend. Default `text`. */
  readonly input?: 'text' | 'markdown' | 'html';
  /**
   * What happens when one `submitKey` arrives twice. `key`: stored once. `detects-duplicates`: the second is refused
   * with the kind `duplicate`. `none`: stored twice, so the store looks for the comment before it sends again.
   * Default `none`.
   */
  readonly idempotency?: 'key' | 'detects-duplicates' | 'none';
  /** Default: `like` when the adapter has `vote`, else `none`. */
  readonly votes?: 'none' | 'like' | 'up-down';
  /** Whether the backend can tell the viewer's own vote. Default true. */
  readonly votesKnowViewer?: boolean;
  /** Reasons offered in the report form, and whether free text is taken (500 characters). Default: six reasons of the widget's own, with text. */
  readonly report?: { readonly reasons?: readonly ReportReason[]; readonly detail?: boolean };
  /** Seconds between two looks for new comments where the adapter has no `subscribe`; 0: never. Default 60. */
  readonly pollEvery?: number;
}

export type Badge = 'author' | 'moderator' | 'staff' | 'verified' | 'guest';

/** Who wrote a comment. All of it is untrusted text. */
export interface Author {
  /** The backend's id; what "one's own comment" is told by. */
  readonly id?: string;
  readonly name: string;
  /** The author's page; only http and https addresses become links. */
  readonly url?: string;
  readonly avatar?: string;
  readonly badges?: readonly Badge[];
}

/** Untrusted text and how it is to be read. */
export interface Body {
  readonly format: 'text' | 'markdown' | 'html';
  readonly value: string;
}

export interface Votes {
  readonly up?: number;
  readonly down?: number;
  readonly score?: number;
  /** The viewer's own vote; absent means that the backend cannot tell, which is not 0. */
  readonly mine?: -1 | 0 | 1;
}

/** `pending`: held for review. `deleted`: by its author. `hidden`: by the editors, and every state an adapter does not know. */
export type CommentStatus = 'visible' | 'pending' | 'rejected' | 'deleted' | 'hidden';

export type CommentAction = 'reply' | 'edit' | 'remove' | 'vote' | 'report' | 'pin';

export interface Comment {
  readonly id: CommentId;
  /** The comment this one answers. Default null: top level. */
  readonly parentId?: CommentId | null;
  /** Whom a comment answers where the backend moved it to another parent. */
  readonly replyTo?: { readonly id?: CommentId; readonly name: string };
  /** Null or absent: unknown, or removed with the comment. */
  readonly author?: Author | null;
  readonly body: Body;
  /** What the author typed, for editing. Never rendered. */
  readonly source?: string;
  /** ISO 8601, with a time zone. */
  readonly createdAt: string;
  /** ISO 8601. */
  readonly editedAt?: string;
  /** Address of this comment, when the backend has one of its own. */
  readonly permalink?: string;
  /** Default `visible`. */
  readonly status?: CommentStatus;
  readonly votes?: Votes;
  /** Replies that are not in this page: how many there are in all, and where they start. */
  readonly replies?: { readonly total?: number; readonly next?: Cursor };
  /**
   * What this viewer may do with this comment now. An absent entry follows from the adapter's methods; `edit` and `remove`
   * then only for the viewer's own comments, `pin` only for moderators. Absent is also what the viewer can do after signing
   * in: the page offers it, and leads to the sign-in when the backend refuses it with `sign-in-required`.
   */
  readonly can?: Readonly<Partial<Record<CommentAction, boolean>>>;
  /** ISO 8601: until when its author may edit it. */
  readonly editableUntil?: string;
  /** The version that `edit` and `report` speak of. */
  readonly revision?: string;
  /** Kept at the top by the editors. It stands where the backend lists it; this only says so. */
  readonly pinned?: boolean;
  /** Singled out by the editors. */
  readonly featured?: boolean;
  /** True when this viewer has reported it already. */
  readonly reported?: boolean;
}

/** Who is reading. `unknown`: the backend cannot tell (a cookie it does not see, for one). */
export interface Viewer {
  readonly state: 'anonymous' | 'signed-in' | 'unknown';
  readonly author?: Author;
  readonly moderator?: boolean;
}

export type GuestField = 'name' | 'email' | 'website';

/** How a limit is counted: UTF-16 code units, UTF-8 bytes, or what a reader calls a character. */
export type LengthUnit = 'chars' | 'bytes' | 'graphemes';

/** Why this viewer may not post, in a form a program can read. */
export interface PostingRefusal {
  readonly reason: 'not-a-member' | 'banned' | 'unverified' | 'other';
  /** ISO 8601: when a ban ends. */
  readonly until?: string;
  /** The backend's own words, shown as text. */
  readonly message?: string;
  /** Where to go about it: a membership page, a verification page, the place where one can write. */
  readonly href?: string;
  /** What the link to it says, shown as text. Default: the widget's own words, "Find out more". */
  readonly label?: string;
}

export interface Posting {
  /** `unknown`: learned from the answer to the first post. Default `anyone`. */
  readonly who?: 'anyone' | 'signed-in' | 'unknown';
  /** Fields asked of a guest; an absent one is not shown. */
  readonly guest?: Readonly<Partial<Record<GuestField, { readonly required: boolean }>>>;
  readonly max?: { readonly value: number; readonly unit: LengthUnit };
  /** Fewest characters. Default 1. */
  readonly min?: number;
  /** True when every comment is reviewed before it appears. */
  readonly premoderated?: boolean;
  readonly refusal?: PostingRefusal;
}

export interface DiscussionInfo {
  /** `disabled`: the whole site takes no comments. `missing`: the backend knows no such discussion. */
  readonly state: 'open' | 'closed' | 'disabled' | 'missing';
  /** The backend's own words about the state, shown as text. */
  readonly stateMessage?: string;
  /** ISO 8601: an open discussion closes then. */
  readonly closesAt?: string;
  /** ISO 8601: since when it has been closed. */
  readonly closedAt?: string;
  /** ISO 8601: a closed discussion opens then. */
  readonly opensAt?: string;
  /** Default `{ state: 'unknown' }`. */
  readonly viewer?: Viewer;
  readonly posting?: Posting;
  /** Number of comments, when known before the list. */
  readonly total?: number;
  /** ISO 8601: the backend's clock when it answered. Times and windows are then reckoned by it and not by the reader's machine. */
  readonly now?: string;
  /** What this viewer may do with the discussion as a whole. Default: nothing. */
  readonly can?: { readonly close?: boolean };
  /** The house rules: their text, the page they stand on, or both. */
  readonly policy?: { readonly body?: Body; readonly url?: string };
}

export interface ListQuery {
  readonly discussion: DiscussionRef;
  readonly sort: Sort;
  /** Top-level comments wanted; the answer may hold fewer or more. */
  readonly limit: number;
  readonly cursor?: Cursor;
  /** Set: the replies of that comment instead of the top level. */
  readonly parentId?: CommentId;
}

export interface CommentPage {
  readonly items: readonly Comment[];
  /** Absent: this was the last page. */
  readonly next?: Cursor;
  readonly total?: number;
  /** What `total` counts. Default `all`. */
  readonly totalCounts?: 'roots' | 'all';
  /** True when the backend cut the answer short and offers no cursor for the rest. */
  readonly truncated?: boolean;
}

/** What a reader wants posted. */
export interface Draft {
  readonly discussion: DiscussionRef;
  readonly parentId: CommentId | null;
  /** In the format of `features.input`. */
  readonly body: string;
  /** One UUID for each intent, the same on every retry. */
  readonly submitKey: string;
  readonly guest?: Readonly<Partial<Record<GuestField, string>>>;
  /** The answer to a challenge: a captcha's token, or the token of "post anyway". */
  readonly confirm?: string;
}

/** A right to one comment, handed out with it. */
export interface Proof {
  readonly id: CommentId;
  readonly token?: string;
  /** ISO 8601. */
  readonly until?: string;
}

export interface SubmitResult {
  /** `invisible`: the backend took it but will show it to nobody. */
  readonly outcome: 'published' | 'pending' | 'rejected' | 'invisible';
  readonly comment?: Comment;
  /** Why it was rejected or held, in the backend's words; shown as text. */
  readonly reason?: string;
  readonly proof?: Proof;
}

export interface Edit {
  readonly id: CommentId;
  readonly body: string;
  readonly revision?: string;
}

export interface Vote {
  readonly id: CommentId;
  readonly value: -1 | 0 | 1;
  readonly was?: -1 | 0 | 1;
}

export interface Report {
  readonly id: CommentId;
  readonly revision?: string;
  /** The id of a `ReportReason`. */
  readonly reason: string;
  /** At most 500 characters. */
  readonly detail?: string;
}

/** What the backend says of a report it has taken. */
export interface ReportReceipt {
  readonly alreadyReported?: boolean;
  /** A number the reader can name when asking later. */
  readonly reference?: string;
}

/** `stale`: something was missed; list again. */
export type Change =
  | { readonly type: 'added' | 'changed'; readonly comment: Comment }
  | { readonly type: 'removed'; readonly id: CommentId }
  | { readonly type: 'discussion'; readonly info: Partial<DiscussionInfo> }
  | { readonly type: 'stale' };

export interface CommentsAdapter {
  /** For messages to developers. */
  readonly name?: string;
  readonly features?: Features;
  open(discussion: DiscussionRef, call: Call): Promise<DiscussionInfo>;
  list(query: ListQuery, call: Call): Promise<CommentPage>;
  /** One comment: permalinks, and looking again at a held one. */
  get?(discussion: DiscussionRef, id: CommentId, call: Call): Promise<Comment>;
  submit?(draft: Draft, call: Call): Promise<SubmitResult>;
  /** What the author typed, when the list has only rendered HTML. */
  source?(discussion: DiscussionRef, id: CommentId, call: Call): Promise<string>;
  edit?(discussion: DiscussionRef, edit: Edit, call: Call): Promise<Comment>;
  /** `tombstone`: its place stays. `subtree`: its replies went with it. */
  remove?(discussion: DiscussionRef, id: CommentId, call: Call): Promise<{ readonly effect: 'gone' | 'tombstone' | 'subtree' }>;
  /** Takes the viewer's last `remove` back and answers with the comment as it was. Absent: removing is for good. */
  restore?(discussion: DiscussionRef, id: CommentId, call: Call): Promise<Comment>;
  vote?(discussion: DiscussionRef, vote: Vote, call: Call): Promise<Votes>;
  report?(discussion: DiscussionRef, report: Report, call: Call): Promise<ReportReceipt | void>;
  /** Takes a report back. */
  withdrawReport?(discussion: DiscussionRef, id: CommentId, call: Call): Promise<void>;
  /** For moderators: keeps a comment at the top, or lets it go. */
  pin?(discussion: DiscussionRef, pin: { readonly id: CommentId; readonly pinned: boolean }, call: Call): Promise<Comment>;
  /** For whom `DiscussionInfo.can.close` allows it: closes the discussion, or opens it again. */
  setClosed?(discussion: DiscussionRef, closed: boolean, call: Call): Promise<DiscussionInfo>;
  /** By `DiscussionRef.key`; a key that is missing is unknown. */
  counts?(discussions: readonly DiscussionRef[], call: Call): Promise<ReadonlyMap<string, number>>;
  /** Ends with the signal. */
  subscribe?(discussion: DiscussionRef, onChange: (change: Change) => void, call: Call): void;
  /** Resolves when the viewer is signed in, or with the address of a sign-in page. */
  signIn?(call: Call): Promise<Viewer | { readonly redirect: string }>;
  signOut?(call: Call): Promise<void>;
  /** Calls back whenever somebody signs in or out; the answer stops it. */
  onViewerChange?(onChange: (viewer: Viewer) => void): () => void;
}

/** Everything that can go wrong, told apart by what the reader can do about it. */
export type ErrorKind =
  // The way to the backend. Nothing is known of what it did, unless `info.stored` says so.
  | 'network'
  | 'timeout'
  | 'unavailable'
  | 'bad-response'
  // Who is asking.
  | 'sign-in-required'
  | 'session-expired'
  | 'forbidden'
  | 'blocked'
  // Where it was to go.
  | 'closed'
  | 'disabled'
  | 'not-found'
  | 'parent-gone'
  // What was sent.
  | 'invalid'
  | 'too-long'
  | 'rejected'
  | 'confirm'
  | 'duplicate'
  | 'rate-limited'
  | 'conflict'
  | 'unsupported';

/** What a backend wants before it takes a comment. */
export type Challenge =
  /** "Are you sure?": sent again with `confirm` set to `token` (default `anyway`), the comment is taken. */
  | { readonly type: 'reconsider'; readonly message?: string; readonly token?: string }
  /** A picture (`data:` address) or a question whose answer becomes `confirm`. Without either, the page's own captcha in the slot `composer-end`. */
  | { readonly type: 'captcha'; readonly image?: string; readonly question?: string };

export interface ErrorInfo {
  /** Whether a write may have reached the backend all the same. Default: `no` where the kind says so, else `maybe`. */
  readonly stored?: 'no' | 'maybe';
  /** The field at fault: `body`, or one of the guest fields. */
  readonly field?: GuestField | 'body';
  /** Seconds until it is worth trying again. */
  readonly retryAfter?: number;
  /** The backend's own code, for support. */
  readonly code?: string;
  readonly challenge?: Challenge;
  readonly cause?: unknown;
}

/** The only error an adapter throws, besides `AbortError`. `message` is the backend's or the adapter's words; it is shown as text, never as HTML. */
export class AdapterError extends Error {
  override readonly name = 'AdapterError';

  constructor(
    readonly kind: ErrorKind,
    message = '',
    readonly info: ErrorInfo = {},
  ) {
    super(message, info.cause === undefined ? undefined : { cause: info.cause });
  }
}
