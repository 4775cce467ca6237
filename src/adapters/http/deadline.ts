import { AdapterError } from '../../model/adapter.js';

/** How `work` ends, or the reason of the signal as soon as that is aborted: what does the work may not heed it. */
export async function until<T>(signal: AbortSignal, work: Promise<T>): Promise<T> {
  let leave = (): void => undefined;
  const left = new Promise<never>((_resolve, reject) => {
    leave = () => reject(signal.reason as Error);
  });
  signal.addEventListener('abort', leave);
  if (signal.aborted) leave();
  try {
    return await Promise.race([work, left]);
  } finally {
    signal.removeEventListener('abort', leave);
  }
}

/**
 * Runs `work` until it ends, `outer` is aborted, or nothing has called `renew` for so many milliseconds, whichever comes
 * first; the latter two abort the signal that `work` is given. No timer and no listener outlives it.
 */
export async function withTimeout<T>(
  milliseconds: number,
  outer: AbortSignal,
  work: (signal: AbortSignal, renew: () => void) => Promise<T>,
): Promise<T> {
  outer.throwIfAborted();
  const inner = new AbortController();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const leave = (): void => inner.abort(outer.reason);
  const renew = (): void => {
    clearTimeout(timer);
    if (!inner.signal.aborted) timer = setTimeout(() => inner.abort(new AdapterError('timeout')), milliseconds);
  };
  outer.addEventListener('abort', leave);
  renew();
  try {
    return await until(inner.signal, work(inner.signal, renew));
  } finally {
    // Whatever of the work still goes on has nobody left to go on for.
    inner.abort();
    clearTimeout(timer);
    outer.removeEventListener('abort', leave);
  }
}
