import type { DiscussionInfo } from '../../model/adapter.js';

/**
 * The backend's clock at the time of a response, to be spread into `DiscussionInfo`. From the header `Date`; `Age` makes up for time in
 * a cache. Nothing where the page may not read it: on another origin, the backend has to name both in
 * `Access-Control-Expose-Headers`.
 */
export function serverTime({ headers }: { readonly headers: Headers }): Pick<DiscussionInfo, 'now'> {
  const now = Date.parse(headers.get('date') ?? '') + 1000 * (Number(headers.get('age')) || 0);
  return now > 0 ? { now: new Date(now).toISOString() } : {};
}
