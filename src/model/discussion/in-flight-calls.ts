import type { DiscussionSession } from '../state/discussion-session.js';

/**
 * Calls that have not finished yet, by session and key. It keeps a double click from sending the same request twice.
 */
export class InFlightCalls {
  readonly #calls = new WeakMap<AbortSignal, Map<string, Promise<unknown>>>();

  /** Starts a call, or joins the one in flight that has the same key. */
  join<T>({ signal }: DiscussionSession, key: string, start: () => Promise<T>): Promise<T> {
    const calls = this.#calls.get(signal) ?? new Map<string, Promise<unknown>>();
    this.#calls.set(signal, calls);
    const call = (calls.get(key) as Promise<T> | undefined) ?? start().finally(() => calls.delete(key));
    calls.set(key, call);
    return call;
  }
}
