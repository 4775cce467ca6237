import { abortable } from '../../model/abortable.js';
import { AdapterError, type Call } from '../../model/adapter.js';

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
  // Its own abort removes the listener.
  outer.addEventListener('abort', () => inner.abort(outer.reason), inner);
  let timer: ReturnType<typeof setTimeout> | undefined;
  const renew = (): void => {
    clearTimeout(timer);
    if (inner.signal.aborted) return;
    timer = setTimeout(
      () => inner.abort(new AdapterError('timeout', 'The server did not respond in time.')),
      milliseconds,
    );
  };
  renew();
  try {
    return await abortable(inner.signal, work(inner.signal, renew));
  } finally {
    // Stops unfinished work, such as the download of an unread response body.
    inner.abort();
    clearTimeout(timer);
  }
}

/**
 * One task that several callers wait for. Each caller stops waiting by its own signal; when the last one stops, a running task is
 * aborted.
 */
export class SharedTask<T> {
  readonly #controller = new AbortController();
  readonly #result: Promise<T>;
  #callers = 0;
  #status: 'running' | 'done' | 'failed' = 'running';

  constructor(run: (signal: AbortSignal) => Promise<T>) {
    this.#result = run(this.#controller.signal);
    this.#result.then(
      () => (this.#status = 'done'),
      // The callers get the error from `join`.
      () => (this.#status = 'failed'),
    );
  }

  /** An aborted task has failed. */
  get status(): 'running' | 'done' | 'failed' {
    return this.#controller.signal.aborted ? 'failed' : this.#status;
  }

  /** The result of the task. Rejects with the reason of `signal` as soon as that is aborted. */
  async join(signal: AbortSignal): Promise<T> {
    this.#callers++;
    try {
      const result = await abortable(signal, this.#result);
      // An abort at the very moment the result arrives still counts.
      signal.throwIfAborted();
      return result;
    } finally {
      if (--this.#callers === 0 && this.#status === 'running') this.#controller.abort(signal.reason);
    }
  }
}

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
  const inner = new AbortController();
  // Its own abort removes the listener.
  signal.addEventListener('abort', () => inner.abort(signal.reason), inner);
  const results: T[] = [];
  // All workers share this iterator.
  const queue = calls.entries();
  const work = async (): Promise<void> => {
    for (const [index, call] of queue) {
      results[index] = await call({ signal: inner.signal });
      inner.signal.throwIfAborted();
    }
  };
  try {
    await abortable(signal, Promise.all(Array.from({ length: limit }, work)));
    return results;
  } finally {
    inner.abort();
  }
}

/** Splits a list into batches of at most `size` items. */
export function batches<T>(items: readonly T[], size: number): readonly (readonly T[])[] {
  const count = Math.ceil(items.length / size);
  return Array.from({ length: count }, (_, index) => items.slice(index * size, (index + 1) * size));
}
