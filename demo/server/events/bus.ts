/**
 * Carries the news that something happened in a discussion to all instances. What happened stands in the table of
 * events; the bus only wakes those who wait for it, so that a lost or doubled call does no harm.
 */
export interface Bus {
  /** Calls with the id of a discussion; without one, anything may have happened. At most one listener. */
  start(onNews: (discussion?: string) => void): Promise<void>;
  /** Called after the change is committed. Never fails: whoever waits looks again by itself before long. */
  announce(discussion: string): Promise<void>;
  stop(): Promise<void>;
}
