/** State transitions for what the store loads: the discussion's info and its pages. */
import type { Comment, CommentPage, DiscussionInfo, Viewer } from '../adapter.js';
import { type DiscussionState, UNOPENED } from '../discussion/discussion-state.js';

/** Records who is reading. Drops what a previous viewer wrote, voted or reported: the next one must not see it. */
export function viewerReplaced(state: DiscussionState, next: Viewer): DiscussionState {
  const { viewer, guestId } = next === state.viewer ? state : accountIn(next);
  const before = identity(state.viewer);
  // A reload may confirm that the session is over. Whoever signs in or out ends that.
  const hasExpired = state.hasExpired && viewer.state !== 'signed-in';
  if (before === undefined || before === identity(viewer)) return { ...state, viewer, guestId, hasExpired };
  return {
    ...state,
    viewer,
    guestId,
    hasExpired: false,
    posted: [],
    outgoing: [],
    reports: UNOPENED.reports,
    unconfirmedVotes: UNOPENED.unconfirmedVotes,
    removed: UNOPENED.removed,
  };
}

/** A guest whom the backend recognises owns comments, but no account: drafts, votes and intents are those of any guest. */
function accountIn(viewer: Viewer): Pick<DiscussionState, 'viewer' | 'guestId'> {
  const isGuest = viewer.state === 'anonymous' && viewer.author;
  return isGuest
    ? { viewer: { ...viewer, author: undefined }, guestId: viewer.author.id }
    : { viewer, guestId: undefined };
}

function identity({ author }: Viewer): string | undefined {
  return author?.id ?? author?.name;
}

/** Records a response to `open`. `now`: this machine's clock at that time, in milliseconds since the epoch. */
export function infoLoaded(state: DiscussionState, info: DiscussionInfo, now: number): DiscussionState {
  return {
    ...viewerReplaced(state, info.viewer ?? state.viewer),
    opening: { state: 'ready' },
    reopening: UNOPENED.reopening,
    info,
    // A response without a time leaves the offset as it is.
    clockOffset: (Date.parse(info.now ?? '') || now + state.clockOffset) - now,
    // Replaces only a total that came from `open`: the list and new posts know better.
    total: state.total === state.info?.total ? info.total : state.total,
  };
}

/**
 * Replaces the list by its first page. Keeps comments posted here that the page lacks: a held comment is in no list.
 */
export function firstPageLoaded(state: DiscussionState, page: CommentPage): DiscussionState {
  // Unchanged comments keep their identity, so that they are not rendered again.
  const known = new Map(state.comments.map((comment) => [comment.id, comment]));
  const items = page.items.map((comment) => {
    const before = known.get(comment.id);
    return before && JSON.stringify(before) === JSON.stringify(comment) ? before : comment;
  });
  return pageAppended(
    {
      ...state,
      comments: [],
      detached: [],
      missing: UNOPENED.missing,
      branches: UNOPENED.branches,
      next: undefined,
      total: page.total ?? state.info?.total,
      listing: { state: 'ready' },
      relisting: UNOPENED.relisting,
    },
    { ...page, items },
  );
}

/** Appends a page. Skips comments that are listed already: pages shift when others post. */
export function pageAppended(state: DiscussionState, page: CommentPage): DiscussionState {
  const known = new Set(state.comments.map(({ id }) => id));
  const added = page.items.filter(({ id }) => !known.has(id) && known.add(id));
  // A cursor that repeats without adding comments would leave "Load more" on the page forever.
  const next = page.next === state.next && added.length === 0 ? undefined : page.next;
  return {
    ...state,
    comments: [...state.comments, ...added],
    detached: state.detached.filter(({ id }) => !known.has(id)),
    missing: closer(state.missing, added.filter(({ parentId }) => !parentId).length),
    posted: state.posted.filter(({ id }) => !known.has(id)),
    waiting: state.waiting.filter(({ id }) => !known.has(id)),
    reports: reportsWith(state.reports, added),
    next,
    more: { state: next === undefined ? 'idle' : 'ready' },
    total: page.total ?? state.total ?? (next === undefined ? known.size : undefined),
    truncated: page.truncated ?? false,
  };
}

/** Adds the viewer's earlier reports that the backend remembers. */
export function reportsWith(
  reports: DiscussionState['reports'],
  comments: readonly Comment[],
): DiscussionState['reports'] {
  const reported = comments.filter((comment) => comment.reported && !reports.has(comment.id));
  if (reported.length === 0) return reports;
  return new Map([...reports, ...reported.map(({ id }) => [id, { sent: 'earlier' }] as const)]);
}

/** What is missing before the detached comments, after so many more were listed. */
function closer(missing: DiscussionState['missing'], count: number): DiscussionState['missing'] {
  return missing.size === 0 ? missing : new Map([...missing].map(([id, before]) => [id, before - count]));
}
