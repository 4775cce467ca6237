/** Resolves after `milliseconds`; rejects at once with the signal's reason when it is aborted, and leaves no timer behind. */
export async function wait(milliseconds: number, signal: AbortSignal): Promise<void> {
  if (milliseconds > 0) {
    await new Promise<void>((resolve) => {
      const done = () => {
        clearTimeout(timer);
        signal.removeEventListener('abort', done);
        resolve();
      };
      const timer = setTimeout(done, milliseconds);
      signal.addEventListener('abort', done);
    });
  } else {
    // Never in the same turn: a caller that aborts right after calling must still be in time.
    await Promise.resolve();
  }
  signal.throwIfAborted();
}
