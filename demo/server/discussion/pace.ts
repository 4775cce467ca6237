import { isIPv6 } from 'node:net';
import type { Kysely } from 'kysely';
import { sha256 } from '../database/secret.js';
import type { Tables } from '../database/tables.js';
import type { HouseRules } from '../house-rules.js';
import { Problem } from '../http/problem.js';
import type { Caller } from '../identity/caller.js';

/** Guests are told apart by where they come from: they could have as many cookies as they like. */
export function paceOf({ person }: Caller, address: string): string {
  return person ? `person:${person.id}` : `address:${sha256(isIPv6(address) ? network(address) : address)}`;
}

/** A household has all the addresses that begin with these 64 bits. */
function network(address: string): string {
  const [head = '', tail] = address.split('::');
  const groups = head.split(':').filter(Boolean);
  return tail === undefined ? groups.slice(0, 4).join(':') : [...groups, '0', '0', '0', '0'].slice(0, 4).join(':');
}

/**
 * Takes one turn, or refuses with `rate-limited`. The database keeps only when the last turn will be over, which each
 * turn moves on by a step; who is ahead of the clock by more than the turns allowed at once has to wait. Inside the
 * transaction of what it is for, so that a refused comment costs no turn.
 */
export async function takeTurn(database: Kysely<Tables>, who: string, { atOnce, seconds }: HouseRules['pace'], now: Date): Promise<void> {
  await database
    .insertInto('paces')
    .values({ who, free_at: now })
    .onConflict((conflict) => conflict.column('who').doNothing())
    .execute();
  const { free_at: freeAt } = await database
    .selectFrom('paces')
    .select('free_at')
    .where('who', '=', who)
    .forUpdate()
    .executeTakeFirstOrThrow();
  const next = Math.max(freeAt.getTime(), now.getTime()) + seconds * 1000;
  const wait = (next - now.getTime()) / 1000 - atOnce * seconds;
  if (wait > 0) throw new Problem('rate-limited', 'That was quick. Please wait a moment before the next one.', { retryAfter: wait });
  await database
    .updateTable('paces')
    .set({ free_at: new Date(next) })
    .where('who', '=', who)
    .execute();
}
