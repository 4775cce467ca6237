/** State transitions for events pushed by the backend. */
import type { Change, DiscussionInfo } from '../adapter.js';
import type { DiscussionState } from '../state/discussion-state.js';
import { commentRemoved, commentReplaced } from './comments.js';
import { commentAdded } from './held-back.js';
import { infoLoaded } from './loading.js';

/** Applies an event. `now`: this machine's clock when it arrived, in milliseconds since the epoch. */
export function changeReceived(state: DiscussionState, change: Change, now: number): DiscussionState {
  switch (change.type) {
    case 'added':
      return commentAdded(state, change.comment);
    case 'changed':
      return commentReplaced(state, change.comment);
    case 'removed':
      return commentRemoved(state, change.id, { effect: 'tombstone', by: 'editors' });
    case 'discussion': {
      if (!state.info) return state;
      return infoUpdated(state, { ...state.info, now: undefined, total: state.total, ...change.info }, now);
    }
    // `stale` requires a request, not a transition. A newer backend may send other types.
    case 'stale':
    default:
      return state;
  }
}

/** Replaces the discussion's info. Unlike `infoLoaded`, it also replaces the total, if the info has one. */
export function infoUpdated(state: DiscussionState, info: DiscussionInfo, now: number): DiscussionState {
  return { ...infoLoaded(state, info, now), total: info.total ?? state.total };
}
