/** Counts for list pages: what is asked of one adapter in one go reaches it as one call. */
import type { Call, CommentsAdapter, DiscussionRef } from './adapter.js';

export type CountingAdapter = CommentsAdapter & Required<Pick<CommentsAdapter, 'counts'>>;

/** What has been asked of an adapter and not been sent yet. */
const waiting = new WeakMap<CountingAdapter, CountBatch>();

/** The questions that one call answers. The call ends early once nobody waits for it any more. */
class CountBatch {
  readonly #wanted = new Map<AbortSignal, DiscussionRef>();
  readonly #call = new AbortController();
  readonly #answer: Promise<ReadonlyMap<string, number>>;

  constructor(adapter: CountingAdapter) {
    this.#answer = this.#ask(adapter);
  }

  add(discussion: DiscussionRef, signal: AbortSignal): Promise<number | undefined> {
    this.#wanted.set(signal, discussion);
    return new Promise((resolve, reject) => {
      signal.addEventListener('abort', () => {
        this.#wanted.delete(signal);
        if (this.#wanted.size === 0) this.#call.abort();
        reject(signal.reason as Error);
      });
      this.#answer.then((counts) => resolve(counts.get(discussion.key)), reject);
    });
  }

  async #ask(adapter: CountingAdapter): Promise<ReadonlyMap<string, number>> {
    // Whoever asks before this goes on is part of the batch.
    await Promise.resolve();
    waiting.delete(adapter);
    const discussions = new Map([...this.#wanted.values()].map((discussion) => [discussion.key, discussion]));
    return discussions.size > 0 ? adapter.counts([...discussions.values()], { signal: this.#call.signal }) : new Map();
  }
}

/** The number of comments in a discussion, undefined where the backend does not know it. Rejects as `counts` does, and with the reason of `signal`. */
export async function countOf(adapter: CountingAdapter, discussion: DiscussionRef, { signal }: Call): Promise<number | undefined> {
  signal.throwIfAborted();
  const batch = waiting.get(adapter) ?? new CountBatch(adapter);
  waiting.set(adapter, batch);
  return batch.add(discussion, signal);
}
