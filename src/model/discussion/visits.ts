/** When a reader was at a discussion, and what is new since then. All times are the backend's, in milliseconds since the epoch. */

/** A visit that is over or goes on. */
export interface Visit {
  /** Up to when the visit before it had seen everything; absent in the first visit, to which nothing is new. */
  readonly since?: number | undefined;
  /** Its latest known moment. */
  readonly until: number;
  /** Up to when it has seen everything. */
  readonly seen: number;
}

/** Whoever comes back sooner, by a reload for one, is on the same visit still. */
const AWAY = 30 * 60_000;

/** Discussions that are remembered. */
const MOST = 200;

/** The visit that goes on, or begins, at `now`. */
export function visitAt(before: Visit | undefined, now: number): Visit {
  if (!before) return { until: now, seen: now };
  return { since: now - before.until > AWAY ? before.seen : before.since, until: now, seen: now };
}

/** The visit as it stands at `now`. `unseen`: when comments were posted that have arrived and not been shown. */
export function visitUntil(visit: Visit, now: number, unseen: readonly number[]): Visit {
  return { ...visit, until: now, seen: Math.min(now, ...unseen.map((posted) => posted - 1)) };
}

/** What is kept: each discussion's last visit, the latest at the end. */
export type Visits = readonly (readonly [discussion: string, visit: Visit])[];

export function lastVisit(visits: Visits, discussion: string): Visit | undefined {
  return visits.find(([key]) => key === discussion)?.[1];
}

/** With this visit in place of the last one; the longest ago are forgotten. */
export function visitKept(visits: Visits, discussion: string, visit: Visit): Visits {
  return [...visits.filter(([key]) => key !== discussion), [discussion, visit] as const].slice(-MOST);
}
