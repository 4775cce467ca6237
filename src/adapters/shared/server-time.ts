import type { DiscussionInfo } from '../../model/adapter.js';

/**
 * The backend's clock at the time of a response, to be spread into `DiscussionInfo`. Read from the header `Date`; `Age` accounts for
 * time in a cache. Empty if the page may not read the header: a backend on another origin has to name both in
 * `Access-Control-Expose-Headers`.
 */
export function serverTime({ headers }: { readonly headers: Headers }): Pick<DiscussionInfo, 'now'> {
  const now = Date.parse(headers.get('date') ?? '') + 1000 * (Number(headers.get('age')) || 0);
  return now > 0 ? { now: new Date(now).toISOString() } : {};
}
