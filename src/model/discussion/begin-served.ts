import type { Call, DiscussionInfo } from '../adapter.js';
import { infoFromError, toAdapterError } from '../adapter-error.js';
import { offerOf, type ServedDiscussion } from '../served-discussion.js';
import type { DiscussionSession } from '../state/discussion-session.js';
import type { DiscussionState } from '../state/discussion-state.js';
import { firstPageLoaded, infoLoaded } from '../transitions/loading.js';
import { isAsBefore, pagePolled } from '../transitions/polling.js';
import { requestShownComments } from './shown-comments.js';

/**
 * Begins a discussion with the part that a server has rendered, and requests what has changed since. The server did not know the viewer, so
 * the backend has to report it.
 */
export function beginServed(session: DiscussionSession, served: ServedDiscussion): void {
  const { adapter, state } = session;
  const { sort, info, page, offer, renderedAt } = served;
  const begun = { ...state, sort };
  // If the adapter has not learned yet what its backend offers, buttons would be missing at first and appear later.
  const opened = (offer ?? offerOf(adapter)) === offerOf(adapter) ? infoLoaded(begun, info, Date.now()) : begun;
  session.set({ ...firstPageLoaded(opened, page), opening: { state: 'loading' } });
  void refresh(session, Date.parse(renderedAt));
}

/**
 * Requests what has changed since a server rendered the discussion. Shown comments stay where they are, and new ones are held back.
 * `renderedAt`: milliseconds since the epoch. After a failure, the shown comments stay and the next poll tries again.
 */
async function refresh(session: DiscussionSession, renderedAt: number): Promise<void> {
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
