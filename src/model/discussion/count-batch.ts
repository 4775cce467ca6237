/** Batches comment counts: requests made in the same turn reach the adapter as one call. */
import type { Call, CommentsAdapter, DiscussionRef } from '../adapter.js';

export type CountingAdapter = Required<Pick<CommentsAdapter, 'counts'>>;

type Counts = ReadonlyMap<string, number>;

/** One call for several counts. */
interface Batch {
  /** The discussions, by the signals of the requests that wait for them. */
  readonly waiting: Map<AbortSignal, DiscussionRef>;
  readonly call: AbortController;
  readonly response: Promise<Counts>;
}

/** The batches that have not been sent yet, by adapter. */
const unsent = new WeakMap<CountingAdapter, Batch>();

function createBatch(adapter: CountingAdapter): Batch {
  const waiting = new Map<AbortSignal, DiscussionRef>();
  const call = new AbortController();
  const send = async (): Promise<Counts> => {
    // Requests made before the next microtask join the batch.
    await Promise.resolve();
    unsent.delete(adapter);
    const discussions = new Map([...waiting.values()].map((discussion) => [discussion.key, discussion]));
    if (discussions.size === 0) return new Map();
    const note = (): void => undefined;
    const counts = await adapter.counts([...discussions.values()], { signal: call.signal, note });
    if (typeof counts?.get === 'function') return counts;
    return (await import('../contract/mend-response.js')).mend('counts', counts, note) as Counts;
  };
  return { waiting, call, response: send() };
}

/**
 * Requests the number of comments in a discussion; undefined if the backend does not know it. Rejects with the error
 * from `counts`, or with the reason of `signal`. The call is aborted once all of its requests have been aborted.
 */
export async function countOf(
  adapter: CountingAdapter,
  discussion: DiscussionRef,
  { signal }: Call,
): Promise<number | undefined> {
  signal.throwIfAborted();
  const batch = unsent.get(adapter) ?? createBatch(adapter);
  const { waiting, call, response } = batch;
  unsent.set(adapter, batch);
  waiting.set(signal, discussion);
  return new Promise((resolve, reject) => {
    signal.addEventListener('abort', () => {
      waiting.delete(signal);
      if (waiting.size === 0) call.abort();
      reject(signal.reason as Error);
    });
    response.then((counts) => resolve(counts.get(discussion.key)), reject);
  });
}
