export interface TimeLimit<T> {
  readonly milliseconds: number;
  /** Called when the time is up. Provides the result instead, or throws. */
  readonly onTimeout: () => T;
  /** Aborts the wait, which then rejects with the signal's reason. */
  readonly signal: AbortSignal | undefined;
}

/** Waits for a promise for a limited time. Leaves no timer or listener behind. */
export async function withTimeLimit<T, U>(
  promise: Promise<T>,
  { milliseconds, onTimeout, signal }: TimeLimit<U>,
): Promise<T | U> {
  signal?.throwIfAborted();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let onAbort = (): void => {};
  const interrupted = new Promise<U>((resolve, reject) => {
    timer = setTimeout(() => {
      try {
        resolve(onTimeout());
      } catch (error) {
        reject(error);
      }
    }, milliseconds);
    onAbort = () => reject(signal?.reason as Error);
    signal?.addEventListener('abort', onAbort);
  });
  try {
    return await Promise.race([promise, interrupted]);
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener('abort', onAbort);
  }
}
