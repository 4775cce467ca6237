/** State transitions for the info and the pages that the store loads. */
import type { Comment, CommentPage, DiscussionInfo, Viewer } from '../adapter.js';
import { type DiscussionState, UNOPENED } from '../state/discussion-state.js';

/** Replaces the viewer. Drops what the previous one wrote, voted or reported, because the next one must not see it. */
export function viewerReplaced(state: DiscussionState, next: Viewer): DiscussionState {
  const { viewer, guestId } = next === state.viewer ? state : accountIn(next);
  const before = identity(state.viewer);
  // A reload may confirm that the session has expired. Signing in or out resets it.
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

/** A guest whom the backend recognises owns comments, but has no account. Drafts and votes are the same as for any guest. */
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
    // Without a time in the response, the offset stays.
    clockOffset: (Date.parse(info.now ?? '') || now + state.clockOffset) - now,
    // Replaces only a total that came from `open`. The total of the list, with new posts, is more accurate.
    total: state.total === state.info?.total ? info.total : state.total,
  };
}

/**
 * Replaces the list by its first page. Keeps comments posted from this page that the list lacks, such as those held for review.
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
  // A cursor that repeats without new comments would show "Load more" forever.
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

/** Updates the number of comments missing before the detached ones, after `count` more have loaded. */
function closer(missing: DiscussionState['missing'], count: number): DiscussionState['missing'] {
  return missing.size === 0 ? missing : new Map([...missing].map(([id, before]) => [id, before - count]));
}
