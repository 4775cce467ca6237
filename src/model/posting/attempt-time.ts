import { allComments, type DiscussionState } from '../state/discussion-state.js';

/**
 * The time of an attempt made now, by the backend's clock, in milliseconds since the epoch. If the backend has not reported
 * its time, the reader's clock may be off by any amount. The time of the latest known comment is then the latest certain time.
 */
export function attemptTime(state: DiscussionState): number {
  if (state.info?.now !== undefined) return Date.now() + state.clockOffset;
  const times = allComments(state).map(({ createdAt }) => Date.parse(createdAt));
  return Math.min(Date.now(), Math.max(0, ...times.filter(Number.isFinite)));
}
