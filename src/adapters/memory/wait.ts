/** Resolves after `milliseconds`. Rejects with the signal's reason on abort, and leaves no timer behind. */
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
    // At least one microtask, so that an abort right after the call still takes effect.
    await Promise.resolve();
  }
  signal.throwIfAborted();
}
