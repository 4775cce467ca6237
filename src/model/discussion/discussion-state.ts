/** What is known of a discussion, and the pure steps from one state to the next that reading takes. Effects are the store's. */
import type { Access } from './access.js';
import type {
  AdapterError,
  Comment,
  CommentId,
  CommentPage,
  Cursor,
  DiscussionInfo,
  DiscussionRef,
  Sort,
  Viewer,
  Vote,
  Votes,
} from '../adapter.js';

/** How far a request has come. */
export type Progress = { readonly state: 'idle' | 'loading' | 'ready' } | { readonly state: 'failed'; readonly error: AdapterError };

/** A comment on its way to the backend. */
export interface Outgoing {
  readonly submitKey: string;
  readonly parentId: CommentId | null;
  readonly body: string;
  readonly name: string | undefined;
  readonly delivery: 'sending' | 'failed';
}

/** This viewer's report of one comment. */
export interface ReportRecord {
  /** `earlier`: the backend knew of it before this page sent anything. */
  readonly sent: 'now' | 'earlier';
  readonly reference?: string;
}

/** This viewer's vote on one comment: on its way, shown as if it had arrived, or refused, and then no longer shown. */
export type Voting =
  | { readonly state: 'sending'; readonly votes: Votes }
  | { readonly state: 'failed'; readonly error: AdapterError; readonly wanted: Vote['value'] };

export interface DiscussionState {
  readonly discussion: DiscussionRef | undefined;
  /** The order of what is listed. */
  readonly sort: Sort;
  /** How a change to another order goes: until it is there, the list is still in the one before. */
  readonly sorting: Progress;
  /** How `open` went. */
  readonly opening: Progress;
  /** How the first page of `list` went. */
  readonly listing: Progress;
  /** How the next page goes: `ready` when there is one to ask for, `idle` when there is none. */
  readonly more: Progress;
  readonly info: DiscussionInfo | undefined;
  readonly access: Access;
  readonly viewer: Viewer;
  /** In the backend's order. */
  readonly comments: readonly Comment[];
  /** Posted on this page and not yet seen in a page of the list, oldest first. */
  readonly posted: readonly Comment[];
  readonly outgoing: readonly Outgoing[];
  readonly reports: ReadonlyMap<CommentId, ReportRecord>;
  readonly voting: ReadonlyMap<CommentId, Voting>;
  /** What this viewer removed on this page, as it was before. */
  readonly removed: ReadonlyMap<CommentId, Comment>;
  /** Posted by others since the list was loaded, and not shown until the reader asks; in the order of arrival. */
  readonly waiting: readonly Comment[];
  /** How asking for more replies goes, by the comment they answer; absent: nobody has asked, or they are there. */
  readonly branches: ReadonlyMap<CommentId, Progress>;
  /** How far the backend's clock is ahead of this machine's, in milliseconds. */
  readonly clockOffset: number;
  readonly next: Cursor | undefined;
  readonly total: number | undefined;
  readonly truncated: boolean;
}

export const UNOPENED: DiscussionState = {
  discussion: undefined,
  sort: 'oldest',
  sorting: { state: 'idle' },
  opening: { state: 'idle' },
  listing: { state: 'idle' },
  more: { state: 'idle' },
  info: undefined,
  access: { state: 'unknown' },
  viewer: { state: 'unknown' },
  comments: [],
  posted: [],
  outgoing: [],
  reports: new Map(),
  voting: new Map(),
  removed: new Map(),
  waiting: [],
  branches: new Map(),
  clockOffset: 0,
  next: undefined,
  total: undefined,
  truncated: false,
};

/** Who reads from now on. What the person before wrote, had held back or reported is not for the next one to see. */
export function readBy(state: DiscussionState, viewer: Viewer): DiscussionState {
  const before = writer(state.viewer);
  const isAnother = before !== undefined && before !== writer(viewer);
  return {
    ...state,
    viewer,
    ...(isAnother && { posted: [], outgoing: [], reports: UNOPENED.reports, voting: UNOPENED.voting, removed: UNOPENED.removed }),
  };
}

function writer({ author }: Viewer): string | undefined {
  return author?.id ?? author?.name;
}

/** `now`: this machine's clock at the answer, in milliseconds since the epoch. */
export function infoArrived(state: DiscussionState, info: DiscussionInfo, now: number): DiscussionState {
  return {
    ...readBy(state, info.viewer ?? state.viewer),
    opening: { state: 'ready' },
    info,
    // An answer without a clock says nothing new about it.
    clockOffset: (Date.parse(info.now ?? '') || now + state.clockOffset) - now,
    // What the list said, or what was posted since, outweighs this; an earlier answer to the same question gives way.
    total: state.total === state.info?.total ? info.total : state.total,
  };
}

/** The first page replaces what was listed. What was posted on this page and is not in it stays: a held comment is in no list. */
export function firstPageArrived(state: DiscussionState, page: CommentPage): DiscussionState {
  // What has not changed is the same object as before, so that nothing is drawn again for it.
  const known = new Map(state.comments.map((comment) => [comment.id, comment]));
  const items = page.items.map((comment) => {
    const before = known.get(comment.id);
    return before && JSON.stringify(before) === JSON.stringify(comment) ? before : comment;
  });
  return pageArrived(
    {
      ...state,
      comments: [],
      branches: UNOPENED.branches,
      next: undefined,
      total: page.total ?? state.info?.total,
      listing: { state: 'ready' },
    },
    { ...page, items },
  );
}

/** A later page is appended. An id that is there already is not shown twice: pages drift when others post. */
export function pageArrived(state: DiscussionState, page: CommentPage): DiscussionState {
  const known = new Set(state.comments.map(({ id }) => id));
  const fresh = page.items.filter(({ id }) => !known.has(id) && known.add(id));
  const reported = fresh.filter((comment) => comment.reported && !state.reports.has(comment.id));
  // A cursor that repeats itself without bringing anything would have the reader press "Load more" for ever.
  const next = page.next === state.next && fresh.length === 0 ? undefined : page.next;
  return {
    ...state,
    comments: [...state.comments, ...fresh],
    posted: state.posted.filter(({ id }) => !known.has(id)),
    waiting: state.waiting.filter(({ id }) => !known.has(id)),
    reports:
      reported.length === 0 ? state.reports : new Map([...state.reports, ...reported.map(({ id }) => [id, { sent: 'earlier' }] as const)]),
    next,
    more: { state: next === undefined ? 'idle' : 'ready' },
    total: page.total ?? state.total ?? (next === undefined ? known.size : undefined),
    truncated: page.truncated ?? false,
  };
}

/** The comments as they are read: those posted here stand where their order puts them, replies below what they answer. */
export function commentsInOrder({ comments, posted, sort }: DiscussionState): readonly Comment[] {
  if (posted.length === 0) return comments;
  if (sort !== 'newest') return [...comments, ...posted];
  const isReply = ({ parentId }: Comment): boolean => Boolean(parentId);
  return [...posted.filter((comment) => !isReply(comment)).toReversed(), ...comments, ...posted.filter(isReply)];
}
