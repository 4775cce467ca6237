import type { Call, DiscussionInfo } from '../adapter.js';
import { infoFromError, toAdapterError } from '../adapter-error.js';
import type { DiscussionSession } from '../state/discussion-session.js';
import type { DiscussionState } from '../state/discussion-state.js';
import { infoLoaded } from '../transitions/loading.js';
import { isAsBefore, pagePolled } from '../transitions/polling.js';
import { requestShownComments } from './shown-comments.js';

/**
 * Requests what has changed since a server rendered the discussion. Shown comments stay where they are, and new ones are held back.
 * `renderedAt`: milliseconds since the epoch. After a failure, the shown comments stay and the next poll tries again.
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
