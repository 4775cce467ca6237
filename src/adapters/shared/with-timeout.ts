import { AdapterError } from '../../model/adapter.js';
import { abortable } from '../../model/abortable.js';

/**
 * Runs `work` with a time limit. Rejects with the reason of `outer` when that is aborted, or with an `AdapterError` of
 * kind `timeout`; both abort the signal passed to `work`. Calling `renew` restarts the time limit.
 */
export async function withTimeout<T>(
  milliseconds: number,
  outer: AbortSignal,
  work: (signal: AbortSignal, renew: () => void) => Promise<T>,
): Promise<T> {
  outer.throwIfAborted();
  const inner = new AbortController();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const abort = (): void => inner.abort(outer.reason);
  const renew = (): void => {
    clearTimeout(timer);
    if (inner.signal.aborted) return;
    timer = setTimeout(
      () => inner.abort(new AdapterError('timeout', 'The server did not respond in time.')),
      milliseconds,
    );
  };
  outer.addEventListener('abort', abort);
  renew();
  try {
    return await abortable(inner.signal, work(inner.signal, renew));
  } finally {
    // Stops unfinished work, such as the download of an unread response body.
    inner.abort();
    clearTimeout(timer);
    outer.removeEventListener('abort', abort);
  }
}
