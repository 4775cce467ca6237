/**
 * A reader's visits to a discussion, which decide what is marked as new. All times are the backend's, in milliseconds since the
 * epoch.
 */

/** One visit, current or past. */
export interface Visit {
  /** Comments posted after this time are new. Absent on the first visit: nothing is new. */
  readonly since?: number | undefined;
  /** The latest known time of the visit. */
  readonly until: number;
  /** The reader has seen everything posted up to this time. */
  readonly seen: number;
}

/** A reader who returns sooner, for example by reloading the page, continues the same visit. */
const VISIT_GAP = 30 * 60_000;

/** The number of discussions to remember. */
const MAX_VISITS = 200;

/** The visit at `now`: a continuation of `before`, or a new visit. */
export function visitAt(before: Visit | undefined, now: number): Visit {
  if (!before) return { until: now, seen: now };
  return { since: now - before.until > VISIT_GAP ? before.seen : before.since, until: now, seen: now };
}

/** A visit extended to `now`. `unseen`: the posting times of comments that have arrived but are still held back. */
export function visitUntil(visit: Visit, now: number, unseen: readonly number[]): Visit {
  return { ...visit, until: now, seen: Math.min(now, ...unseen.map((posted) => posted - 1)) };
}

/** The last visit to each discussion, most recent last. */
export type Visits = readonly (readonly [discussion: string, visit: Visit])[];

/** The last visit to a discussion. */
export function lastVisit(visits: Visits, discussion: string): Visit | undefined {
  return visits.find(([key]) => key === discussion)?.[1];
}

/** Adds a visit, as the last one to its discussion. Drops the oldest beyond the limit. */
export function visitKept(visits: Visits, discussion: string, visit: Visit): Visits {
  return [...visits.filter(([key]) => key !== discussion), [discussion, visit] as const].slice(-MAX_VISITS);
}
