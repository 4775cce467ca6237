import type { DiscussionInfo } from '../adapter.js';

/** Whether a discussion takes comments at a given time. Times are in milliseconds since the epoch. */
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

/**
 * Access at `now`, from the backend's last response. A scheduled closing or opening takes effect without another
 * request.
 */
export function accessAt(info: DiscussionInfo | undefined, { now, closedByPublisher }: Circumstances): Access {
  if (!info) return closedByPublisher ? { state: 'closed' } : { state: 'unknown' };
  const message = info.stateMessage;
  const closesAt = timestamp(info.closesAt);
  const opensAt = timestamp(info.opensAt);
  switch (info.state) {
    case 'open':
      if (closedByPublisher) return { state: 'closed' };
      if ((closesAt ?? Infinity) <= now) return { state: 'closed', message, closedAt: closesAt };
      return { state: 'open', closesAt };
    case 'closed':
      if ((opensAt ?? Infinity) <= now && !closedByPublisher) return { state: 'open' };
      return {
        state: 'closed',
        message,
        closedAt: timestamp(info.closedAt),
        opensAt: closedByPublisher ? undefined : opensAt,
      };
    case 'missing':
    case 'disabled':
      return { state: info.state, message };
    // An unknown state, from a newer backend or by mistake, counts as disabled if the backend explains it. Without an explanation, the
    // section could not give a reason.
    default:
      if (message) return { state: 'disabled', message };
      return closedByPublisher ? { state: 'closed' } : { state: 'unknown' };
  }
}

/** The time at which `accessAt` returns something else. Undefined if no change is scheduled. */
export function nextAccessChange(access: Access): number | undefined {
  switch (access.state) {
    case 'open':
      return access.closesAt;
    case 'closed':
      return access.opensAt;
    default:
      return undefined;
  }
}

/** Undefined for an absent or unparsable date. */
function timestamp(iso: string | undefined): number | undefined {
  const value = Date.parse(iso ?? '');
  return Number.isNaN(value) ? undefined : value;
}
