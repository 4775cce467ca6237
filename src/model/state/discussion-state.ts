/** Everything known about a discussion. The pure functions in `transitions/` lead from one state to the next. */
import type {
  AdapterError,
  Comment,
  CommentId,
  Cursor,
  DiscussionInfo,
  DiscussionRef,
  Filter,
  Redress,
  Report,
  Viewer,
  Vote,
  Votes,
} from '../adapter.js';
import type { Access } from './access.js';

/** The progress of a request. */
export type Progress =
  { readonly state: 'idle' | 'loading' | 'ready' } | { readonly state: 'failed'; readonly error: AdapterError };

/** The progress of a change to another order, whose id is `sort`. */
export type Sorting =
  | { readonly state: 'idle' }
  | { readonly state: 'loading'; readonly sort: string }
  | { readonly state: 'failed'; readonly sort: string; readonly error: AdapterError };

/** The progress of a change to a selection of the comments. */
export type Filtering =
  | { readonly state: 'idle' }
  | { readonly state: 'loading'; readonly filter: Filter }
  | { readonly state: 'failed'; readonly filter: Filter; readonly error: AdapterError };

/** The loaded part of a selection of the comments. */
export interface Selection {
  readonly filter: Filter;
  /** The id of the order of `items`. */
  readonly sort: string;
  /** In the backend's order. A comment that is also in a list of the discussion is the same object there. */
  readonly items: readonly Comment[];
  /** The number of visible comments in the whole selection, if known. */
  readonly total?: number | undefined;
  /** Progress of the next page: `ready` if there is one to load, otherwise `idle`. */
  readonly more: Progress;
  /** The cursor of the next page. */
  readonly next: Cursor | undefined;
}

/** A comment that is being sent to the backend, or could not be sent. */
export interface Outgoing {
  readonly submitKey: string;
  readonly parentId: CommentId | null;
  readonly body: string;
  /** The author's name, if known. */
  readonly name: string | undefined;
  readonly delivery: 'sending' | 'failed';
}

/** The viewer's report of one comment. */
export interface ReportRecord {
  /** `earlier`: the backend already had a report from this viewer. */
  readonly sent: 'now' | 'earlier';
  /** A number to quote when asking about the report. */
  readonly reference?: string;
  /** ISO 8601 time of the receipt. */
  readonly receivedAt?: string;
  /** URL of a page that shows the sender the decision. */
  readonly statusUrl?: string;
  readonly redress?: Redress;
  /** The legal notice, if one was sent from this page. Its sender may want a copy. */
  readonly report?: Report;
}

/** A vote the backend has not confirmed. It is shown as if confirmed while `sending`, but not once it has `failed`. */
export type UnconfirmedVote =
  | { readonly state: 'sending'; readonly votes: Votes }
  | { readonly state: 'failed'; readonly error: AdapterError; readonly wanted: Vote['value'] };

export interface DiscussionState {
  readonly discussion: DiscussionRef | undefined;
  /** The id of the order of `comments`: a `Sort` or the id of a backend's own order. */
  readonly sort: string;
  /** Until a change of order is complete, `sort` and `comments` keep the previous order. */
  readonly sorting: Sorting;
  /** The selection to show in place of all comments. Undefined while all are shown. */
  readonly selection: Selection | undefined;
  /** Until a change of selection is complete, the previous one stays, or all comments. */
  readonly filtering: Filtering;
  /** Progress of `open`. */
  readonly opening: Progress;
  /** Progress of the first page of `list`. */
  readonly listing: Progress;
  /** Progress of `open` when the info is reloaded. `idle` once that has succeeded. Until then, the previous info stays. */
  readonly reopening: Progress;
  /** Progress of the first page when the list is reloaded, in the same way. */
  readonly relisting: Progress;
  /** Progress of the next page: `ready` if there is one to load, otherwise `idle`. */
  readonly more: Progress;
  readonly info: DiscussionInfo | undefined;
  readonly access: Access;
  /** A guest has no author here, even if the backend recognises them. See `guestId`. */
  readonly viewer: Viewer;
  /** The author id of a guest whom the backend recognises. */
  readonly guestId: string | undefined;
  /** True if a refused write has shown that the viewer's session has expired. False after a sign-out. */
  readonly hasExpired: boolean;
  /** In the backend's order. */
  readonly comments: readonly Comment[];
  /**
   * Comments that no page of the list has reached, each branch after a gap: targets of permalinks, and new comments that were shown
   * before the whole list had loaded. In the order of the list, as far as known. They move to `comments` once a page includes them.
   */
  readonly detached: readonly Comment[];
  /** By detached top-level comment: the number of top-level comments between `comments` and it, if the backend reports it. */
  readonly missing: ReadonlyMap<CommentId, number>;
  /** Posted from this page and not yet part of a loaded page of the list, oldest first. */
  readonly posted: readonly Comment[];
  readonly outgoing: readonly Outgoing[];
  readonly reports: ReadonlyMap<CommentId, ReportRecord>;
  readonly unconfirmedVotes: ReadonlyMap<CommentId, UnconfirmedVote>;
  /** Comments that the viewer has removed since the page was opened, as they were before. */
  readonly removed: ReadonlyMap<CommentId, Comment>;
  /** Posted by others since the list loaded, held back until the reader asks for them. In order of arrival. */
  readonly waiting: readonly Comment[];
  /** Progress of loading more replies, by parent. Absent if nothing was requested or the request has succeeded. */
  readonly branches: ReadonlyMap<CommentId, Progress>;
  /** How far the backend's clock is ahead of this machine's, in milliseconds. */
  readonly clockOffset: number;
  /** The cursor of the next page. */
  readonly next: Cursor | undefined;
  /** The number of comments in the discussion, if known. */
  readonly total: number | undefined;
  /** True if the backend cut the list short and has no cursor for the rest. */
  readonly truncated: boolean;
}

/** The state of a store that has no discussion open. */
export const UNOPENED: DiscussionState = {
  discussion: undefined,
  sort: 'oldest',
  sorting: { state: 'idle' },
  selection: undefined,
  filtering: { state: 'idle' },
  opening: { state: 'idle' },
  listing: { state: 'idle' },
  reopening: { state: 'idle' },
  relisting: { state: 'idle' },
  more: { state: 'idle' },
  info: undefined,
  access: { state: 'unknown' },
  viewer: { state: 'unknown' },
  guestId: undefined,
  hasExpired: false,
  comments: [],
  detached: [],
  missing: new Map(),
  posted: [],
  outgoing: [],
  reports: new Map(),
  unconfirmedVotes: new Map(),
  removed: new Map(),
  waiting: [],
  branches: new Map(),
  clockOffset: 0,
  next: undefined,
  total: undefined,
  truncated: false,
};

/** The comments to show, in reading order. Comments posted from this page are placed by the sort order. */
export function commentsInOrder({ comments, detached, posted, sort }: DiscussionState): readonly Comment[] {
  if (posted.length + detached.length === 0) return comments;
  const loaded = [...comments, ...detached];
  if (sort !== 'newest') return [...loaded, ...posted];
  const isReply = ({ parentId }: Comment): boolean => Boolean(parentId);
  return [...posted.filter((comment) => !isReply(comment)).toReversed(), ...loaded, ...posted.filter(isReply)];
}

/** Finds a comment in the list or in the selection. Ignores comments that are held back. */
export function findComment(
  { comments, detached, posted, selection }: DiscussionState,
  id: CommentId,
): Comment | undefined {
  const lists = [comments, detached, posted, selection?.items ?? []];
  return lists.flatMap((list) => list.find((comment) => comment.id === id) ?? [])[0];
}

/** The number of top-level comments in the list. The limit of a page counts the same. */
export function rootCount({ comments }: DiscussionState): number {
  return comments.filter(({ parentId }) => !parentId).length;
}

/** All comments of the list, including those held back. */
export function allComments({ comments, detached, posted, waiting }: DiscussionState): readonly Comment[] {
  return [...comments, ...detached, ...posted, ...waiting];
}

/** True if the discussion's total includes the comment. */
export function isCounted({ status = 'visible' }: Comment): boolean {
  return status === 'visible';
}

/** The votes to show on a comment. They include the viewer's vote while it is pending. */
export function shownVotes({ id, votes }: Comment, { unconfirmedVotes }: DiscussionState): Votes | undefined {
  const own = unconfirmedVotes.get(id);
  return own?.state === 'sending' ? own.votes : votes;
}
