/** State transitions for the closing and opening of a discussion. */
import type { AdapterError, DiscussionInfo } from '../adapter.js';
import type { DiscussionState } from '../state/discussion-state.js';
import { infoLoaded } from './loading.js';

/** Closes the discussion if a refused write says so. */
export function closureLearned(state: DiscussionState, { kind, message }: AdapterError): DiscussionState {
  if (kind !== 'closed' && kind !== 'disabled') return state;
  const { info } = state;
  return { ...state, info: { ...info, state: kind, stateMessage: message || info?.stateMessage, opensAt: undefined } };
}

/** Records that the viewer closed or opened the discussion. Keeps whatever the response omits. */
export function closureChanged(state: DiscussionState, info: DiscussionInfo, now: number): DiscussionState {
  const { posting, can, policy, total, message, feedUrl } = state.info ?? {};
  return infoLoaded(state, { viewer: state.viewer, posting, can, policy, total, message, feedUrl, ...info }, now);
}
