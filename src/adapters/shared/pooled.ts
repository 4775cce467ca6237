import { abortable } from '../../model/abortable.js';
import type { Call } from '../../model/adapter.js';

/**
 * Makes many calls, at most `limit` at a time. Resolves with their results in order. Rejects with the first error or the reason of
 * the signal, then aborts the pending calls and makes no more.
 */
export async function pooled<T>(
  calls: readonly ((call: Call) => Promise<T>)[],
  limit: number,
  { signal }: Call,
): Promise<T[]> {
  signal.throwIfAborted();
  const results: T[] = [];
  const controller = new AbortController();
  const inner: Call = { signal: controller.signal };
  const abort = (): void => controller.abort(signal.reason);
  signal.addEventListener('abort', abort);
  // All workers share this iterator.
  const queue = calls.entries();
  const work = async (): Promise<void> => {
    for (const [index, call] of queue) {
      results[index] = await call(inner);
      inner.signal.throwIfAborted();
    }
  };
  try {
    await abortable(signal, Promise.all(Array.from({ length: limit }, work)));
    return results;
  } finally {
    signal.removeEventListener('abort', abort);
    controller.abort();
  }
}
