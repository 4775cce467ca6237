import type { Change } from '../../model/adapter.js';
import type { HttpClient } from './client.js';
import { followEvents } from './events.js';

interface Subscription {
  /** Key of the discussion. */
  readonly key: string;
  readonly onChange: (change: Change) => void;
  readonly signal: AbortSignal;
}

/** The subscriptions of one adapter to the events of its discussions. */
export class EventSubscriptions {
  readonly #client: HttpClient;
  /** Subscriptions to discussions that have not been opened yet. */
  readonly #waiting = new Set<Subscription>();
  /** The position in the event stream at which each discussion was last opened. */
  readonly #positions = new Map<string, string | undefined>();

  constructor(client: HttpClient) {
    this.#client = client;
  }

  /** Calls back with each change to a discussion until `signal` is aborted. */
  subscribe(key: string, onChange: (change: Change) => void, signal: AbortSignal): void {
    const subscription: Subscription = { key, onChange, signal };
    if (this.#positions.has(key)) return this.#connect(subscription);
    this.#waiting.add(subscription);
    signal.addEventListener('abort', () => this.#waiting.delete(subscription), { once: true });
  }

  /** Sets the position at which a discussion was opened, and connects its waiting subscriptions. */
  setPosition(key: string, position: string | undefined): void {
    this.#positions.set(key, position);
    for (const subscription of this.#waiting) {
      if (subscription.key !== key) continue;
      this.#waiting.delete(subscription);
      this.#connect(subscription);
    }
  }

  #connect({ key, onChange, signal }: Subscription): void {
    if (signal.aborted) return;
    const connect = (after: string | undefined, connection: AbortSignal): Promise<Response> =>
      this.#client.stream({ path: '/events', query: { discussion: key, after } }, { signal: connection });
    void followEvents(this.#positions.get(key), { connect, onChange, signal });
  }
}
