import type { HouseRules } from '../house-rules.js';
import { addressBlock, addressNetwork } from '../http/address-block.js';
import { Problem } from '../http/problem.js';

type Limits = Pick<HouseRules, 'eventStreams' | 'readersPerAddress'>;

/** Counts the open event streams of this instance, by address and in all. */
export class StreamSlots {
  readonly #limits: Limits;
  /** By address block, and by network. */
  readonly #open = new Map<string, number>();
  #total = 0;

  constructor(limits: Limits) {
    this.#limits = limits;
  }

  /**
   * Takes a slot and returns a function that frees it, once. Throws `rate-limited` if the address has no more slots, and `unavailable` if
   * the instance has none.
   */
  take(address: string): () => void {
    const {
      eventStreams: { perAddress, total },
      readersPerAddress,
    } = this.#limits;
    // An IPv4 address is both. A household could otherwise take all slots, with a few in each of its blocks of IPv6 addresses.
    const maxima = new Map([
      [addressNetwork(address), perAddress * readersPerAddress],
      [addressBlock(address), perAddress],
    ]);
    if ([...maxima].some(([client, max]) => (this.#open.get(client) ?? 0) >= max))
      throw new Problem('rate-limited', 'Too many pages of your network are following discussions.', {
        retryAfter: this.#retryAfter(),
      });
    if (this.#total >= total)
      throw new Problem('unavailable', 'Too many readers are following discussions at the moment.', {
        retryAfter: this.#retryAfter(),
      });
    const clients = [...maxima.keys()];
    for (const client of clients) this.#open.set(client, (this.#open.get(client) ?? 0) + 1);
    this.#total++;
    let isTaken = true;
    return () => {
      if (isTaken) this.#free(clients);
      isTaken = false;
    };
  }

  #free(clients: readonly string[]): void {
    for (const client of clients) {
      const left = (this.#open.get(client) ?? 0) - 1;
      if (left > 0) this.#open.set(client, left);
      else this.#open.delete(client);
    }
    this.#total--;
  }

  /** At random around the limit's, so that those who were refused together do not come back together. */
  #retryAfter(): number {
    return this.#limits.eventStreams.retryAfter * (0.5 + Math.random());
  }
}
