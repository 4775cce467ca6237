import type { Change } from '../../model/adapter.js';
import type { HttpClient } from './client.js';
import { followEvents } from './events.js';

interface Subscription {
  /** Key of the discussion. */
  readonly key: string;
  readonly onChange: (change: Change) => void;
  /** Aborts the current connection. */
  connection?: AbortController;
}

/** The subscriptions of one adapter to the events of its discussions. */
export class EventSubscriptions {
  readonly #client: HttpClient;
  readonly #subscriptions = new Set<Subscription>();
  /** The position in the event stream at which each discussion was last opened. */
  readonly #positions = new Map<string, string | undefined>();

  constructor(client: HttpClient) {
    this.#client = client;
  }

  /** Calls back with each change to a discussion until `signal` is aborted. */
  subscribe(key: string, onChange: (change: Change) => void, signal: AbortSignal): void {
    if (signal.aborted) return;
    const subscription: Subscription = { key, onChange };
    const end = (): void => {
      this.#subscriptions.delete(subscription);
      subscription.connection?.abort();
    };
    signal.addEventListener('abort', end, { once: true });
    this.#subscriptions.add(subscription);
    this.#connect(subscription);
  }

  /** Says at which position a discussion has been opened. Its subscriptions connect when that is first known. */
  setPosition(key: string, position: string | undefined): void {
    const isFirst = !this.#positions.has(key);
    this.#positions.set(key, position);
    if (!isFirst) return;
    for (const subscription of this.#subscriptions) if (subscription.key === key) this.#connect(subscription);
  }

  /** Connects all subscriptions anew, because the viewer has changed. */
  reconnect(): void {
    for (const subscription of this.#subscriptions) this.#connect(subscription);
  }

  #connect(subscription: Subscription): void {
    const { key, onChange } = subscription;
    subscription.connection?.abort();
    if (!this.#positions.has(key)) return;
    const connection = new AbortController();
    subscription.connection = connection;
    const connect = (after: string | undefined, signal: AbortSignal): Promise<Response> =>
      this.#client.stream({ path: '/events', query: { discussion: key, after } }, signal);
    void followEvents(this.#positions.get(key), { connect, onChange, signal: connection.signal });
  }
}
