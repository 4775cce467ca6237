/** Batches comment counts: requests made in the same turn reach the adapter as one call. */
import type { Call, CommentsAdapter, DiscussionRef } from '../adapter.js';
import { checkedAdapter } from '../contract/checked-adapter.js';

export type CountingAdapter = CommentsAdapter & Required<Pick<CommentsAdapter, 'counts'>>;

/** The batches that have not been sent yet, by adapter. */
const unsent = new WeakMap<CountingAdapter, CountBatch>();

/** One call for several counts. Aborted once all of its requests have been aborted. */
class CountBatch {
  readonly #waiting = new Map<AbortSignal, DiscussionRef>();
  readonly #call = new AbortController();
  readonly #response: Promise<ReadonlyMap<string, number>>;

  constructor(adapter: CountingAdapter) {
    this.#response = this.#send(adapter);
  }

  add(discussion: DiscussionRef, signal: AbortSignal): Promise<number | undefined> {
    this.#waiting.set(signal, discussion);
    return new Promise((resolve, reject) => {
      signal.addEventListener('abort', () => {
        this.#waiting.delete(signal);
        if (this.#waiting.size === 0) this.#call.abort();
        reject(signal.reason as Error);
      });
      this.#response.then((counts) => resolve(counts.get(discussion.key)), reject);
    });
  }

  async #send(adapter: CountingAdapter): Promise<ReadonlyMap<string, number>> {
    // Requests made before the next microtask join the batch.
    await Promise.resolve();
    unsent.delete(adapter);
    const discussions = new Map([...this.#waiting.values()].map((discussion) => [discussion.key, discussion]));
    if (discussions.size === 0) return new Map();
    // Each element reports the errors.
    const checked = checkedAdapter(adapter, { note: () => undefined, areThorough: false }) as CountingAdapter;
    return checked.counts([...discussions.values()], { signal: this.#call.signal });
  }
}

/**
 * Requests the number of comments in a discussion; undefined if the backend does not know it. Rejects with the error
 * from `counts`, or with the reason of `signal`.
 */
export async function countOf(
  adapter: CountingAdapter,
  discussion: DiscussionRef,
  { signal }: Call,
): Promise<number | undefined> {
  signal.throwIfAborted();
  const batch = unsent.get(adapter) ?? new CountBatch(adapter);
  unsent.set(adapter, batch);
  return batch.add(discussion, signal);
}
