import { type Kysely, sql } from 'kysely';
import type { Signer } from '../database/signer.js';
import type { Tables } from '../database/tables.js';
import { KeyedQueue, withRetries } from '../database/transaction.js';
import { addressBlock, addressNetwork } from '../rules/address-block.js';
import type { HouseRules, LimitedAction, RateLimit } from '../rules/house-rules.js';
import { Problem } from '../rules/problem.js';
import { type Caller, isModerator } from './caller.js';

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

/**
 * Takes one unit of a limit that all instances share. Returns the seconds until the next unit; 0 if this one was taken.
 *
 * The database stores when the bucket will be empty, and each unit moves that time on, as long as it stays within the burst.
 * One statement without a transaction around it, so that its row is locked no longer than the statement takes.
 */
export function takeUnit(
  database: Kysely<Tables>,
  key: string,
  { burst, secondsEach }: RateLimit,
  now: Date,
): Promise<number> {
  const later = (seconds: number): Date => new Date(now.getTime() + Math.ceil(seconds * 1000));
  const next = sql<Date>`greatest(paces.free_at, ${now}::timestamptz) + ${secondsEach}::float8 * interval '1 second'`;
  return withRetries(async () => {
    const taken = await database
      .insertInto('paces')
      .values({ who: key, free_at: later(secondsEach) })
      .onConflict((conflict) =>
        conflict
          .column('who')
          .doUpdateSet({ free_at: next })
          .where(sql<boolean>`${next} <= ${later(burst * secondsEach)}::timestamptz`),
      )
      .returning('free_at')
      .executeTakeFirst();
    if (taken) return 0;
    const { free_at: freeAt } = await database
      .selectFrom('paces')
      .select('free_at')
      .where('who', '=', key)
      .executeTakeFirstOrThrow();
    const wait = (freeAt.getTime() - now.getTime()) / 1000 + secondsEach - burst * secondsEach;
    // The bucket may have leaked between the statements.
    return Math.max(wait, 0.001);
  });
}

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
