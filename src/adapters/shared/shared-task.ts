import { abortable } from '../../model/abortable.js';

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
      () => this.#settle('done'),
      // The callers get the error from `join`.
      () => this.#settle('failed'),
    );
  }

  /** An aborted task has failed. */
  get status(): 'running' | 'done' | 'failed' {
    return this.#status;
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
      this.#callers--;
      if (this.#callers === 0 && this.#status === 'running') {
        this.#settle('failed');
        this.#controller.abort(signal.reason);
      }
    }
  }

  #settle(status: 'done' | 'failed'): void {
    if (this.#status === 'running') this.#status = status;
  }
}
