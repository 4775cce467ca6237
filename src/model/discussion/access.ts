import type { DiscussionInfo } from '../adapter.js';

/** Whether a discussion takes comments at one moment. Times are in milliseconds since the epoch. */
export type Access =
  | { readonly state: 'unknown' }
  | { readonly state: 'open'; readonly closesAt?: number }
  | { readonly state: 'closed'; readonly message?: string; readonly closedAt?: number; readonly opensAt?: number }
  | { readonly state: 'disabled' | 'missing'; readonly message?: string };

interface Circumstances {
  /** Milliseconds since the epoch. */
  readonly now: number;
  /** True when the publisher closed the discussion on the page, whatever the backend says. */
  readonly closedByPublisher: boolean;
}

/** What the backend said, seen at a moment: a timed close or opening that has passed counts without asking again. */
export function accessAt(info: DiscussionInfo | undefined, { now, closedByPublisher }: Circumstances): Access {
  if (!info) return closedByPublisher ? { state: 'closed' } : { state: 'unknown' };
  const message = info.stateMessage;
  const closesAt = time(info.closesAt);
  const opensAt = time(info.opensAt);
  switch (info.state) {
    case 'open':
      if (closedByPublisher) return { state: 'closed' };
      if (closesAt !== undefined && closesAt <= now) return { state: 'closed', message, closedAt: closesAt };
      return { state: 'open', closesAt };
    case 'closed':
      if (opensAt !== undefined && opensAt <= now && !closedByPublisher) return { state: 'open' };
      return { state: 'closed', message, closedAt: time(info.closedAt), opensAt: closedByPublisher ? undefined : opensAt };
    case 'missing':
      return { state: 'missing', message };
    // A state from a newer backend than this code counts as the cautious one.
    case 'disabled':
    default:
      return { state: 'disabled', message };
  }
}

/** The next moment after `now` at which `accessAt` answers differently, if there is one. */
export function nextAccessChange(info: DiscussionInfo | undefined, now: number): number | undefined {
  const change = time(info?.state === 'open' ? info.closesAt : info?.state === 'closed' ? info.opensAt : undefined);
  return change !== undefined && change > now ? change : undefined;
}

function time(iso: string | undefined): number | undefined {
  const value = Date.parse(iso ?? '');
  return Number.isNaN(value) ? undefined : value;
}
