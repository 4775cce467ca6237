import type { RequestPace } from '../house-rules.js';

/** Milliseconds between two searches for idle addresses. */
const sweepInterval = 10_000;

/**
 * Spreads the requests of one address over time, so that a flood takes no more of the server than its pace, whatever comes of
 * the requests. Counts in this instance only.
 */
export class RequestPacer {
  readonly #interval: number;
  readonly #burst: number;
  readonly #longest: number;
  /** When the next request would be due if there were no burst, in milliseconds. */
  readonly #due = new Map<string, number>();
  #lastSweep = 0;

  constructor({ burst, perSecond, longestWait }: RequestPace) {
    this.#interval = 1000 / perSecond;
    this.#burst = burst;
    this.#longest = longestWait * 1000;
  }

  /** Milliseconds that a request has to wait; undefined if that is too long. `now` is in milliseconds. */
  delay(block: string, now: number): number | undefined {
    const due = Math.max(this.#due.get(block) ?? 0, now);
    const wait = Math.max(0, due - now - (this.#burst - 1) * this.#interval);
    if (wait > this.#longest) return undefined;
    this.#due.set(block, due + this.#interval);
    if (now - this.#lastSweep > sweepInterval) this.#forgetIdle(now);
    return wait;
  }

  #forgetIdle(now: number): void {
    this.#lastSweep = now;
    for (const [block, due] of this.#due) if (due <= now) this.#due.delete(block);
  }
}
