/**
 * Tells all instances that a discussion has changed. The changes themselves are in the table of events, and the bus only
 * wakes those who follow the discussion, so a lost or repeated message does no harm.
 */
export interface Bus {
  /** Starts to listen. `onChange` gets the id of the discussion, or nothing if any may have changed. One listener at most. */
  start(onChange: (discussion?: string) => void): Promise<void>;
  /** Publishes a committed change. Never rejects: followers also poll. */
  publish(discussion: string): Promise<void>;
  stop(): Promise<void>;
}
