import { sql, type Kysely } from 'kysely';
import type { Tables } from '../database/tables.js';
import { withRetries } from '../database/transaction.js';
import type { RateLimit } from '../house-rules.js';

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
