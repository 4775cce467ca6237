import type { CommentsAdapter } from '../../model/adapter.js';
import type { HttpClient } from './client.js';

/** The subscriptions of one adapter to the events of its discussions. */
export interface EventSubscriptions {
  /** Calls back with each change to a discussion until the call is aborted. Waits until the discussion has been opened. */
  readonly subscribe: NonNullable<CommentsAdapter['subscribe']>;
  /** Sets the position in the event stream at which a discussion was opened, and connects its waiting subscriptions. */
  setPosition(key: string, position: string | undefined): void;
}

type Following = Pick<typeof import('./rest.js'), 'followEvents'>;

/** @param load Replaces the import in tests. */
export function createSubscriptions(
  client: HttpClient,
  load: () => Promise<Following> = () => import('./rest.js'),
): EventSubscriptions {
  /** The positions at which the discussions were last opened. */
  const positions = new Map<string, string | undefined>();
  /** Connect the subscriptions to discussions that have not been opened yet. */
  const waiting = new Set<() => void>();
  return {
    subscribe({ key }, onChange, { signal }) {
      const stop = (): unknown => waiting.delete(start);
      const start = (): void => {
        if (!positions.has(key) || !waiting.delete(start)) return;
        void load().then(
          ({ followEvents }) => followEvents(client, { key, position: positions.get(key), onChange, signal }),
          // The code cannot be loaded. It is tried again with the network, and whenever the discussion is opened.
          () => {
            if (signal.aborted) return;
            waiting.add(start);
            globalThis.addEventListener?.('online', start, { once: true, signal });
          },
        );
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
