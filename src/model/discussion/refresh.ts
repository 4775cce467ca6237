import type { Call, CommentPage, DiscussionInfo } from '../adapter.js';
import { infoFromError, toAdapterError } from '../adapter-error.js';
import type { DiscussionSession } from '../state/discussion-session.js';
import type { DiscussionState } from '../state/discussion-state.js';
import { infoLoaded } from '../transitions/loading.js';
import { isAsBefore, pagePolled } from '../transitions/polling.js';

/** Top-level comments to request beyond those shown, once the reader has loaded the whole list. */
const EXTRA_COMMENTS = 25;
/** Pages to request at most, for a backend whose pages are smaller than requested. */
const MAX_PAGES = 5;

/** Lists again everything that is shown. */
export async function requestShownComments(session: DiscussionSession, call: Call): Promise<CommentPage> {
  const { comments, next, sort } = session.state;
  const isComplete = next === undefined;
  const shown = comments.filter(({ parentId }) => !parentId).length;
  const query = { sort, limit: Math.max(shown + (isComplete ? EXTRA_COMMENTS : 0), 1) };
  let page = await session.list(query, call);
  // New comments are at the end of a complete list. A backend that caps the page size leaves them to later pages.
  for (let pages = 1; isComplete && sort !== 'newest' && page.next !== undefined && pages < MAX_PAGES; pages++) {
    const { items, ...rest } = await session.list({ ...query, cursor: page.next }, call);
    page = { total: page.total, ...rest, items: [...page.items, ...items] };
  }
  return page;
}

/**
 * Asks the backend what has changed since a server rendered the discussion. What is shown keeps its place, and what is new is held
 * back. `renderedAt`: milliseconds since the epoch. A failure is left to the next poll: there are comments to read.
 */
export async function refreshServed(session: DiscussionSession, renderedAt: number): Promise<void> {
  const { adapter, discussion, signal } = session;
  const call: Call = { signal };
  const before = session.state;
  const [page, info] = await Promise.allSettled([requestShownComments(session, call), adapter.open(discussion, call)]);
  if (signal.aborted) return;
  let { state } = session;
  if (isAsBefore(state, before)) state = opened(state, info);
  if (page.status === 'fulfilled') state = pagePolled(state, page.value, { before, since: renderedAt });
  session.set(state);
}

function opened(state: DiscussionState, info: PromiseSettledResult<DiscussionInfo>): DiscussionState {
  if (info.status === 'fulfilled') return infoLoaded(state, info.value, Date.now());
  const error = toAdapterError(info.reason);
  const revealed = infoFromError(error);
  if (revealed) return infoLoaded(state, revealed, Date.now());
  return { ...state, opening: state.info ? { state: 'ready' } : { state: 'failed', error } };
}
