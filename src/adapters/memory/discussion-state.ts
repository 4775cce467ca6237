import type { DiscussionInfo } from '../../model/adapter.js';
import type { DiscussionRecord } from './discussion-record.js';

export type DiscussionTimes = Pick<DiscussionInfo, 'state' | 'closedAt' | 'closesAt' | 'opensAt'>;

/** A time in milliseconds since 1970; infinity if it is absent or invalid. */
function milliseconds(time: string | undefined): number {
  const value = Date.parse(time ?? '');
  return Number.isNaN(value) ? Infinity : value;
}

/**
 * The state of a discussion at one moment. The later of `closesAt` and `opensAt` that has passed decides, which covers
 * articles that close for good as well as newsrooms that do not moderate at night. Closing manually overrides the
 * schedule; reopening manually lasts until the next `closesAt`.
 */
export function discussionState(
  info: Partial<DiscussionInfo>,
  { now, manual }: { readonly now: number; readonly manual: Pick<DiscussionRecord, 'closedAt' | 'reopenedAt'> },
): DiscussionTimes {
  const { state = 'open', closesAt, opensAt } = info;
  if (state === 'disabled' || state === 'missing') return { state };
  if (manual.closedAt !== undefined) return { state: 'closed', closedAt: manual.closedAt };
  const closes = milliseconds(closesAt);
  const opens = milliseconds(opensAt);
  const reopened = milliseconds(manual.reopenedAt);
  const closedByTime = closes <= now && !(opens <= now && opens > closes) && !(reopened <= now && reopened >= closes);
  const openedByTime = !closedByTime && (opens <= now || reopened <= now);
  if (openedByTime || (state === 'open' && !closedByTime))
    return { state: 'open', ...(closes > now && closesAt !== undefined && { closesAt }) };
  const closedAt = closedByTime ? closesAt : info.closedAt;
  return {
    state: 'closed',
    ...(closedAt !== undefined && { closedAt }),
    ...(opens > now && opensAt !== undefined && { opensAt }),
  };
}
