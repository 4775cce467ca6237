import type { Kysely } from 'kysely';
import { KeyedQueue } from '../database/keyed-queue.js';
import type { Signer } from '../database/signer.js';
import type { Tables } from '../database/tables.js';
import type { HouseRules, LimitedAction, RateLimit } from '../house-rules.js';
import { addressBlock, addressNetwork } from '../http/address-block.js';
import { Problem } from '../http/problem.js';
import { isModerator, type Caller } from '../identity/caller.js';
import { takeUnit } from './leaky-bucket.js';
import { Refusals } from './refusals.js';

/** How many attempts with one key may wait for the database. */
const maxWaiting = 500;

export interface RateLimiterDependencies {
  readonly database: Kysely<Tables>;
  readonly signer: Signer;
  readonly rules: Pick<HouseRules, 'rateLimits' | 'readersPerAddress'>;
  readonly now: () => Date;
}

/**
 * Limits how fast a reader, and an address, may write. The database counts, so a limit holds for all instances together;
 * each instance only remembers whom it has refused.
 */
export class RateLimiter {
  readonly #dependencies: RateLimiterDependencies;
  /** Attempts with one key wait here and not for a row, which would hold connections of the pool. */
  readonly #queue = new KeyedQueue(maxWaiting);
  readonly #refusals = new Refusals();

  constructor(dependencies: RateLimiterDependencies) {
    this.#dependencies = dependencies;
  }

  /**
   * Takes one unit of the reader's limit and one of the address's, or throws `rate-limited`. An attempt counts whether or not
   * the action succeeds, because it costs the server the same.
   */
  async consume(action: LimitedAction, caller: Caller, address: string): Promise<void> {
    // Spam comes in waves, and so does its removal.
    if (action === 'remove' && isModerator(caller)) return;
    const { signer, rules } = this.#dependencies;
    const limit = rules.rateLimits[action];
    // Addresses are personal data, and a plain hash of one is easy to reverse.
    const block = signer.sign('rate-limit', addressBlock(address));
    // A guest can have any number of cookies, so all guests of an address count as one reader.
    const reader = caller.person ? `person:${caller.person.id}` : `guests:${block}`;
    await this.#take(`${action} ${reader}`, limit);
    // A household has many blocks of IPv6 addresses, and could use the limit of each in turn.
    const network = signer.sign('rate-limit', addressNetwork(address));
    await this.#take(`${action} address:${network}`, {
      burst: limit.burst * rules.readersPerAddress,
      secondsEach: limit.secondsEach / rules.readersPerAddress,
    });
  }

  async #take(key: string, limit: RateLimit): Promise<void> {
    this.#requireNotRefused(key);
    await this.#queue.run(key, async () => {
      // The one before may have been the last within the limit.
      this.#requireNotRefused(key);
      const { database, now } = this.#dependencies;
      const time = now();
      const wait = await takeUnit(database, key, limit, time);
      if (wait === 0) return;
      this.#refusals.add(key, time.getTime() + wait * 1000);
      throw refusal(wait);
    });
  }

  #requireNotRefused(key: string): void {
    const left = this.#refusals.left(key, this.#dependencies.now().getTime());
    if (left > 0) throw refusal(left / 1000);
  }
}

const refusal = (retryAfter: number): Problem =>
  new Problem('rate-limited', 'That was quick. Please wait a moment before the next one.', { retryAfter });
