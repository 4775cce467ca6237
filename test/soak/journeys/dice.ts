import { randomFrom } from '../../support/random-from.js';

/** Chance that repeats itself for the same seed. */
export class Dice {
  readonly #random: () => number;

  constructor(seed: number) {
    this.#random = randomFrom(seed);
  }

  /** True once in so many times. */
  oneIn(times: number): boolean {
    return this.#random() * times < 1;
  }

  /** One of the values; undefined if there are none. */
  pick<T>(values: readonly T[]): T | undefined {
    return values[Math.floor(this.#random() * values.length)];
  }

  /** One of the values, by their weights. */
  weigh<T extends { readonly weight: number }>(values: readonly T[]): T | undefined {
    let rest = this.#random() * values.reduce((sum, { weight }) => sum + weight, 0);
    return values.find(({ weight }) => (rest -= weight) < 0);
  }
}
