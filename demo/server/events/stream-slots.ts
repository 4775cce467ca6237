import type { EventStreamLimits } from '../house-rules.js';
import { Problem } from '../http/problem.js';

/** Counts the open event streams of this instance, by address block and in all. */
export class StreamSlots {
  readonly #limits: EventStreamLimits;
  readonly #open = new Map<string, number>();
  #total = 0;

  constructor(limits: EventStreamLimits) {
    this.#limits = limits;
  }

  /**
   * Takes a slot and returns a function that frees it, once. Throws `rate-limited` if the address block has no more slots, and
   * `unavailable` if the instance has none.
   */
  take(block: string): () => void {
    const { perAddress, total } = this.#limits;
    const open = this.#open.get(block) ?? 0;
    if (open >= perAddress)
      throw new Problem('rate-limited', 'Too many pages of your network are following discussions.', {
        retryAfter: this.#retryAfter(),
      });
    if (this.#total >= total)
      throw new Problem('unavailable', 'Too many readers are following discussions at the moment.', {
        retryAfter: this.#retryAfter(),
      });
    this.#open.set(block, open + 1);
    this.#total++;
    let isTaken = true;
    return () => {
      if (isTaken) this.#free(block);
      isTaken = false;
    };
  }

  #free(block: string): void {
    const left = (this.#open.get(block) ?? 0) - 1;
    if (left > 0) this.#open.set(block, left);
    else this.#open.delete(block);
    this.#total--;
  }

  /** At random around the limit's, so that those who were refused together do not come back together. */
  #retryAfter(): number {
    return this.#limits.retryAfter * (0.5 + Math.random());
  }
}
