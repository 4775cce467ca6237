import type { CommentsAdapter } from '../../model/adapter.js';
import type { HttpClient } from './client.js';
import { followEvents } from './events.js';

/** The subscriptions of one adapter to the events of its discussions. */
export interface EventSubscriptions {
  /** Calls back with each change to a discussion until the call is aborted. Waits until the discussion has been opened. */
  readonly subscribe: NonNullable<CommentsAdapter['subscribe']>;
  /** Sets the position in the event stream at which a discussion was opened, and connects its waiting subscriptions. */
  setPosition(key: string, position: string | undefined): void;
}

export function createSubscriptions(client: HttpClient): EventSubscriptions {
  /** The positions at which the discussions were last opened. */
  const positions = new Map<string, string | undefined>();
  /** Connect the subscriptions to discussions that have not been opened yet. */
  const waiting = new Set<() => void>();
  return {
    subscribe({ key }, onChange, { signal }) {
      const stop = (): unknown => waiting.delete(start);
      const start = (): void => {
        if (!positions.has(key)) return;
        stop();
        void followEvents(client, { key, position: positions.get(key), onChange, signal });
      };
      waiting.add(start);
      signal.addEventListener('abort', stop, { once: true });
      start();
    },
    setPosition(key, position) {
      positions.set(key, position);
      for (const start of waiting) start();
    },
  };
}
