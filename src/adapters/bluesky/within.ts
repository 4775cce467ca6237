import { AdapterError } from '../../model/adapter.js';

/**
 * Runs `work` until it ends, `outer` is aborted or the time is over, whichever comes first; the latter two abort the signal
 * that `work` is given. A `fetch` of the page's own may not heed it, so nobody waits for that. No timer and no listener stays.
 */
export async function within<T>(milliseconds: number, outer: AbortSignal, work: (signal: AbortSignal) => Promise<T>): Promise<T> {
  outer.throwIfAborted();
  const inner = new AbortController();
  const leave = (): void => inner.abort(outer.reason);
  const timer = setTimeout(() => inner.abort(new AdapterError('timeout', 'The answer did not come in time')), milliseconds);
  outer.addEventListener('abort', leave);
  try {
    const left = new Promise<never>((_resolve, reject) =>
      inner.signal.addEventListener('abort', () => reject(inner.signal.reason as Error)),
    );
    return await Promise.race([work(inner.signal), left]);
  } finally {
    clearTimeout(timer);
    outer.removeEventListener('abort', leave);
  }
}
