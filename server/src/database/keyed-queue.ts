import { busy } from './transaction.js';

/** Runs tasks with the same key one after another, in the order of their arrival, and others side by side. */
export class KeyedQueue {
  readonly #maxLength: number;
  readonly #lines = new Map<string, Line>();

  /** `maxLength`: how many tasks of one key may run and wait. */
  constructor(maxLength: number) {
    this.#maxLength = maxLength;
  }

  /** Runs the task when all earlier ones of its key have ended. Throws `unavailable` if too many are waiting. */
  async run<Result>(key: string, task: () => Promise<Result>): Promise<Result> {
    const line = this.#lines.get(key) ?? { length: 0, last: Promise.resolve() };
    if (line.length === this.#maxLength) throw busy();
    this.#lines.set(key, line);
    line.length++;
    const { last } = line;
    let leave = (): void => undefined;
    line.last = new Promise((resolve) => (leave = resolve));
    try {
      await last;
      return await task();
    } finally {
      leave();
      if (--line.length === 0) this.#lines.delete(key);
    }
  }
}

interface Line {
  /** Number of tasks that run or wait. */
  length: number;
  /** Resolves when the last of them has ended. */
  last: Promise<void>;
}
