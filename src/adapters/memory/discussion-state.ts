import type { DiscussionInfo } from '../../model/adapter.js';

type State = Pick<DiscussionInfo, 'state' | 'closedAt' | 'closesAt' | 'opensAt'>;

/** A time that has not been given, or cannot be read, never comes. */
function milliseconds(time: string | undefined): number {
  const value = time === undefined ? Number.NaN : Date.parse(time);
  return Number.isNaN(value) ? Number.POSITIVE_INFINITY : value;
}

/**
 * The state of a discussion at a moment. Whichever of `closesAt` and `opensAt` passed last decides, which covers both
 * the article that closes for good and the night during which a newsroom does not read comments. Closing by hand beats
 * the timetable.
 */
export function discussionState(
  info: Partial<DiscussionInfo>,
  { now, closedByHand }: { readonly now: number; readonly closedByHand?: string },
): State {
  const { state = 'open', closesAt, opensAt } = info;
  if (state === 'disabled' || state === 'missing') return { state };
  if (closedByHand !== undefined) return { state: 'closed', closedAt: closedByHand };
  const closes = milliseconds(closesAt);
  const opens = milliseconds(opensAt);
  const openedByTime = opens <= now && !(closes <= now && closes >= opens);
  const closedByTime = closes <= now && !openedByTime;
  if (openedByTime || (state === 'open' && !closedByTime))
    return { state: 'open', ...(closes > now && closesAt !== undefined ? { closesAt } : {}) };
  const closedAt = closedByTime ? closesAt : info.closedAt;
  return { state: 'closed', ...(closedAt === undefined ? {} : { closedAt }), ...(opens > now && opensAt !== undefined ? { opensAt } : {}) };
}
