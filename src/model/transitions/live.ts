/** The pure steps from one state to the next that what a backend tells of itself takes. */
import type { Change, DiscussionInfo } from '../adapter.js';
import { commentAdded, commentChanged, commentRemoved } from './comments.js';
import { type DiscussionState, infoArrived } from '../discussion/discussion-state.js';

/** `now`: this machine's clock when it came, in milliseconds since the epoch. */
export function changeArrived(state: DiscussionState, change: Change, now: number): DiscussionState {
  switch (change.type) {
    case 'added':
      return commentAdded(state, change.comment);
    case 'changed':
      return commentChanged(state, change.comment);
    case 'removed':
      return commentRemoved(state, change.id, { effect: 'tombstone', by: 'editors' });
    case 'discussion':
      return state.info ? infoChanged(state, { ...state.info, now: undefined, total: state.total, ...change.info }, now) : state;
    // Whoever hears of it has to look again; and what a newer backend tells is not known here.
    case 'stale':
    default:
      return state;
  }
}

/** The discussion itself is another one now. Its number, where it names one, is the latest word. */
export function infoChanged(state: DiscussionState, info: DiscussionInfo, now: number): DiscussionState {
  return { ...infoArrived(state, info, now), total: info.total ?? state.total };
}
