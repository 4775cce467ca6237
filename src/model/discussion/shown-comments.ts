import type { Call, CommentPage } from '../adapter.js';
import type { DiscussionSession } from '../state/discussion-session.js';

/** Top-level comments to request beyond those shown if the reader has loaded the whole list. */
const EXTRA_COMMENTS = 25;
/** The largest number of requests, for a backend whose pages are smaller than requested. */
const MAX_PAGES = 5;

/** Requests everything that is shown again. */
export async function requestShownComments(session: DiscussionSession, call: Call): Promise<CommentPage> {
  const { comments, next, sort } = session.state;
  const isComplete = next === undefined;
  const shown = comments.filter(({ parentId }) => !parentId).length;
  const query = { sort, limit: Math.max(shown + (isComplete ? EXTRA_COMMENTS : 0), 1) };
  let page = await session.list(query, call);
  // New comments are at the end of a complete list. A backend that caps the page size returns them on later pages.
  for (let pages = 1; isComplete && sort !== 'newest' && page.next !== undefined && pages < MAX_PAGES; pages++) {
    const { items, ...rest } = await session.list({ ...query, cursor: page.next }, call);
    page = { total: page.total, ...rest, items: [...page.items, ...items] };
  }
  return page;
}
