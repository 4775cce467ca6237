/** How many refused keys are remembered. */
const maxKeys = 10_000;

/** Remembers until when a key is refused, so that a flood of requests does not reach the database. */
export class Refusals {
  /** Times in milliseconds since 1970, in the order of their arrival. */
  readonly #ends = new Map<string, number>();

  /** Milliseconds for which the key is still refused; 0 if it is not. */
  left(key: string, now: number): number {
    const end = this.#ends.get(key);
    if (end === undefined) return 0;
    if (end > now) return end - now;
    this.#ends.delete(key);
    return 0;
  }

  add(key: string, end: number): void {
    this.#ends.set(key, end);
    // Forgetting one costs a query of the database, and nothing else.
    const [oldest] = this.#ends.keys();
    if (this.#ends.size > maxKeys && oldest !== undefined) this.#ends.delete(oldest);
  }
}
