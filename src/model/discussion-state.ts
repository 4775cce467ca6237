/** What is known of a discussion, and the pure steps from one state to the next that reading takes. Effects are the store's. */
import type { Access } from './access.js';
import type { AdapterError, Comment, CommentId, CommentPage, Cursor, DiscussionInfo, DiscussionRef, Sort, Viewer } from './adapter.js';

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

export interface DiscussionState {
  readonly discussion: DiscussionRef | undefined;
  readonly sort: Sort;
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
  readonly next: Cursor | undefined;
  readonly total: number | undefined;
  readonly truncated: boolean;
}

export const UNOPENED: DiscussionState = {
  discussion: undefined,
  sort: 'oldest',
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
  next: undefined,
  total: undefined,
  truncated: false,
};

/** Who reads from now on. What the person before wrote, had held back or reported is not for the next one to see. */
export function readBy(state: DiscussionState, viewer: Viewer): DiscussionState {
  const before = writer(state.viewer);
  const isAnother = before !== undefined && before !== writer(viewer);
  return { ...state, viewer, ...(isAnother && { posted: [], outgoing: [], reports: UNOPENED.reports }) };
}

function writer({ author }: Viewer): string | undefined {
  return author?.id ?? author?.name;
}

export function infoArrived(state: DiscussionState, info: DiscussionInfo): DiscussionState {
  return {
    ...readBy(state, info.viewer ?? state.viewer),
    opening: { state: 'ready' },
    info,
    // What the list said, or what was posted since, outweighs this; an earlier answer to the same question gives way.
    total: state.total === state.info?.total ? info.total : state.total,
  };
}

/** The first page replaces what was listed. What was posted on this page and is not in it stays: a held comment is in no list. */
export function firstPageArrived(state: DiscussionState, page: CommentPage): DiscussionState {
  return pageArrived(
    { ...state, comments: [], next: undefined, total: page.total ?? state.info?.total, listing: { state: 'ready' } },
    page,
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
    reports:
      reported.length === 0 ? state.reports : new Map([...state.reports, ...reported.map(({ id }) => [id, { sent: 'earlier' }] as const)]),
    next,
    more: { state: next === undefined ? 'idle' : 'ready' },
    total: page.total ?? state.total ?? (next === undefined ? known.size : undefined),
    truncated: page.truncated ?? false,
  };
}

/** The comments as they are read: those posted here stand where their order puts them. */
export function commentsInOrder({ comments, posted, sort }: DiscussionState): readonly Comment[] {
  if (posted.length === 0) return comments;
  return sort === 'newest' ? [...posted.toReversed(), ...comments] : [...comments, ...posted];
}
