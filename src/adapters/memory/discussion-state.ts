import type { DiscussionInfo } from '../../model/adapter.js';
import type { DiscussionRecord } from './discussion-record.js';

export type DiscussionTimes = Pick<DiscussionInfo, 'state' | 'closedAt' | 'closesAt' | 'opensAt'>;

/** A time that has not been given, or cannot be read, never comes. */
function milliseconds(time: string | undefined): number {
  const value = Date.parse(time ?? '');
  return Number.isNaN(value) ? Infinity : value;
}

/**
 * The state of a discussion at a moment. Whichever of `closesAt` and `opensAt` passed last decides, which covers both
 * the article that closes for good and the night during which a newsroom does not read comments. Closing by hand beats
 * the timetable; opening again by hand lasts until it closes the next time.
 */
export function discussionState(
  info: Partial<DiscussionInfo>,
  { now, byHand }: { readonly now: number; readonly byHand: Pick<DiscussionRecord, 'closedAt' | 'reopenedAt'> },
): DiscussionTimes {
  const { state = 'open', closesAt, opensAt } = info;
  if (state === 'disabled' || state === 'missing') return { state };
  if (byHand.closedAt !== undefined) return { state: 'closed', closedAt: byHand.closedAt };
  const closes = milliseconds(closesAt);
  const opens = milliseconds(opensAt);
  const reopened = milliseconds(byHand.reopenedAt);
  const closedByTime = closes <= now && !(opens <= now && opens > closes) && !(reopened <= now && reopened >= closes);
  const openedByTime = !closedByTime && (opens <= now || reopened <= now);
  if (openedByTime || (state === 'open' && !closedByTime))
    return { state: 'open', ...(closes > now && closesAt !== undefined && { closesAt }) };
  const closedAt = closedByTime ? closesAt : info.closedAt;
  return { state: 'closed', ...(closedAt !== undefined && { closedAt }), ...(opens > now && opensAt !== undefined && { opensAt }) };
}
