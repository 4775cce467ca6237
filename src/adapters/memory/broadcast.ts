import { isObject, isStoredComment, type StoredComment } from './discussion-record.js';
import type { DiscussionTimes } from './discussion-state.js';

/**
 * What happened to one discussion. It carries the comment itself, because a message between two tabs may overtake what
 * the first has written to the storage.
 */
export type Notice = { readonly key: string } & ({ readonly item: StoredComment } | { readonly state: DiscussionTimes });

/** Anybody on this origin can send on the channel, and so can another version of this adapter. */
const isNotice = (value: unknown): value is Notice => isObject(value) && (isStoredComment(value.item) || isObject(value.state));

/** Takes notices to whoever listens: in this adapter, and with a channel also in the other tabs. The channel is open only as long as it is needed. */
export class Broadcast {
  readonly #name: string | undefined;
  readonly #listeners = new Set<(notice: Notice) => void>();
  #channel: BroadcastChannel | undefined;

  constructor(name: string | undefined) {
    this.#name = name;
  }

  /** Ends with the signal. */
  listen(onNotice: (notice: Notice) => void, signal: AbortSignal): void {
    if (signal.aborted) return;
    this.#listeners.add(onNotice);
    if (this.#name !== undefined && this.#channel === undefined) {
      this.#channel = new BroadcastChannel(this.#name);
      this.#channel.onmessage = ({ data }) => isNotice(data) && this.#deliver(data);
    }
    const leave = (): void => {
      this.#listeners.delete(onNotice);
      if (this.#listeners.size > 0) return;
      this.#channel?.close();
      this.#channel = undefined;
    };
    signal.addEventListener('abort', leave, { once: true });
  }

  tell(notice: Notice): void {
    this.#deliver(notice);
    if (this.#name === undefined) return;
    const channel = this.#channel ?? new BroadcastChannel(this.#name);
    channel.postMessage(notice);
    // What has been sent still arrives.
    if (channel !== this.#channel) channel.close();
  }

  #deliver(notice: Notice): void {
    // Each listener in a microtask of its own, so that one that throws stops neither the others nor the write.
    for (const listener of this.#listeners) queueMicrotask(() => this.#listeners.has(listener) && listener(notice));
  }
}
