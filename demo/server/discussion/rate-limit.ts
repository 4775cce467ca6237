import { isIPv6 } from 'node:net';
import type { Kysely } from 'kysely';
import { sha256 } from '../database/signer.js';
import type { Tables } from '../database/tables.js';
import type { HouseRules } from '../house-rules.js';
import { Problem } from '../http/problem.js';
import type { Caller } from '../identity/caller.js';

/** Whom a rate limit counts. Guests are counted by IP address, because they can have any number of cookies. */
export function rateLimitKey({ person }: Caller, address: string): string {
  return person ? `person:${person.id}` : `address:${sha256(isIPv6(address) ? networkPrefix(address) : address)}`;
}

/** The first 64 bits of an IPv6 address, which identify a household. */
function networkPrefix(address: string): string {
  const [head = '', tail] = address.split('::');
  const groups = head.split(':').filter(Boolean);
  return tail === undefined ? groups.slice(0, 4).join(':') : [...groups, '0', '0', '0', '0'].slice(0, 4).join(':');
}

/**
 * Consumes one unit of a rate limit, or throws `rate-limited`. A leaky bucket: the database stores when the bucket will
 * be empty, and each unit moves that time on. Runs in the transaction of the action, so that a rejected one costs nothing.
 */
export async function consumeRateLimit(
  database: Kysely<Tables>,
  key: string,
  { burst, secondsEach }: HouseRules['rateLimit'],
  now: Date,
): Promise<void> {
  await database
    .insertInto('paces')
    .values({ who: key, free_at: now })
    .onConflict((conflict) => conflict.column('who').doNothing())
    .execute();
  const { free_at: freeAt } = await database
    .selectFrom('paces')
    .select('free_at')
    .where('who', '=', key)
    .forUpdate()
    .executeTakeFirstOrThrow();
  const next = Math.max(freeAt.getTime(), now.getTime()) + secondsEach * 1000;
  const wait = (next - now.getTime()) / 1000 - burst * secondsEach;
  if (wait > 0)
    throw new Problem('rate-limited', 'That was quick. Please wait a moment before the next one.', {
      retryAfter: wait,
    });
  await database
    .updateTable('paces')
    .set({ free_at: new Date(next) })
    .where('who', '=', key)
    .execute();
}
