import { until } from './deadline.js';

/** One piece of work for several askers. Each leaves by its own signal, and the last one to leave ends the work. */
export class Shared<T> {
  readonly #call = new AbortController();
  readonly #result: Promise<T>;
  #askers = 0;

  constructor(work: (signal: AbortSignal) => Promise<T>) {
    this.#result = work(this.#call.signal);
  }

  /** True once nobody waits for it any more. */
  get isLeft(): boolean {
    return this.#call.signal.aborted;
  }

  /** The result, or the reason of `signal` as soon as that is aborted. */
  async join(signal: AbortSignal): Promise<T> {
    this.#askers++;
    try {
      return await until(signal, this.#result);
    } finally {
      if (--this.#askers === 0) this.#call.abort(signal.reason);
    }
  }
}
