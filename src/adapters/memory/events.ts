import type { Body } from '../../model/adapter.js';
import { isObject, isStoredComment, type StoredComment } from './records.js';
import type { DiscussionTimes } from '../../model/rules.js';

/**
 * A change to one discussion. It carries the comment itself, because the message may reach another tab before the
 * change is visible in the storage there.
 */
export type BroadcastMessage = { readonly key: string } & (
  { readonly item: StoredComment } | { readonly state: DiscussionTimes; readonly message?: Body | undefined }
);

/** Any script of this origin can post to the channel, even another version of this adapter. */
const isMessage = (value: unknown): value is BroadcastMessage =>
  isObject(value) && (isStoredComment(value.item) || isObject(value.state));

/**
 * Delivers messages to the listeners in this adapter, and with a channel also in other tabs. The channel is open only
 * while it is needed.
 */
export class Broadcast {
  readonly #name: string | undefined;
  readonly #listeners = new Set<(message: BroadcastMessage) => void>();
  #channel: BroadcastChannel | undefined;

  constructor(name: string | undefined) {
    this.#name = name;
  }

  /** Calls back with each message until the signal is aborted. */
  listen(onMessage: (message: BroadcastMessage) => void, signal: AbortSignal): void {
    if (signal.aborted) return;
    this.#listeners.add(onMessage);
    if (this.#name !== undefined && this.#channel === undefined) {
      this.#channel = new BroadcastChannel(this.#name);
      this.#channel.onmessage = ({ data }) => isMessage(data) && this.#deliver(data);
    }
    const end = (): void => {
      this.#listeners.delete(onMessage);
      if (this.#listeners.size > 0) return;
      this.#channel?.close();
      this.#channel = undefined;
    };
    signal.addEventListener('abort', end, { once: true });
  }

  send(message: BroadcastMessage): void {
    this.#deliver(message);
    if (this.#name === undefined) return;
    const channel = this.#channel ?? new BroadcastChannel(this.#name);
    channel.postMessage(message);
    // A posted message is still delivered after `close`.
    if (channel !== this.#channel) channel.close();
  }

  #deliver(message: BroadcastMessage): void {
    // A microtask for each listener, so that one that throws stops neither the others nor the write.
    for (const listener of this.#listeners) queueMicrotask(() => this.#listeners.has(listener) && listener(message));
  }
}
