import { AdapterError } from '../../model/adapter.js';

/**
 * Runs `work` with a time limit. Rejects with the reason of `outer` when that is aborted, or with an `AdapterError` of kind
 * `timeout`; both abort the signal passed to `work`. A custom `fetch` may ignore its signal, so the result is raced with it.
 */
export async function withTimeout<T>(milliseconds: number, outer: AbortSignal, work: (signal: AbortSignal) => Promise<T>): Promise<T> {
  outer.throwIfAborted();
  const inner = new AbortController();
  const abort = (): void => inner.abort(outer.reason);
  const timer = setTimeout(() => inner.abort(new AdapterError('timeout', 'The answer did not come in time')), milliseconds);
  outer.addEventListener('abort', abort);
  try {
    const aborted = new Promise<never>((_resolve, reject) =>
      inner.signal.addEventListener('abort', () => reject(inner.signal.reason as Error)),
    );
    return await Promise.race([work(inner.signal), aborted]);
  } finally {
    clearTimeout(timer);
    outer.removeEventListener('abort', abort);
  }
}
