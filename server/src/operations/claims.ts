/** Which comment each moderator is working on, so that two do not do the same. Others can still act on it. */
import { sql } from 'kysely';
import type { Data } from '../database/data.js';
import { discussionId } from '../discussion/discussion-state.js';
import type { Caller } from '../identity/caller.js';

/** A comment, and the key of its discussion. */
export interface Target {
  readonly key: string;
  readonly id: string;
}

type Tools = Pick<Data, 'database' | 'now'>;

/** Minutes after which a claim ends if its moderator does nothing more. */
const minutes = 3;

/** Names of moderators by comment: see `claimKey`. */
export type Claims = ReadonlyMap<string, readonly string[]>;

export const claimKey = ({ discussion, id }: { readonly discussion: string; readonly id: string }): string =>
  `${discussion} ${id}`;

/** Notes that a moderator works on a comment, in place of an earlier one. Returns the names of others who do. */
export async function claim(
  { database, now }: Tools,
  moderator: Caller,
  { key, id }: Target,
): Promise<readonly string[]> {
  const discussion = discussionId(key);
  const expires = new Date(now().getTime() + minutes * 60_000);
  const row = { discussion, comment: id, name: moderator.person?.author.name ?? '', expires_at: expires };
  await database
    .insertInto('claims')
    .values({ moderator: moderator.identity ?? '', ...row })
    .onConflict((conflict) => conflict.column('moderator').doUpdateSet(row))
    .execute();
  const claims = await findClaims({ database, now }, moderator, [{ discussion, id }]);
  return claims.get(claimKey({ discussion, id })) ?? [];
}

/** Which of the comments other moderators are working on. */
export async function findClaims(
  { database, now }: Tools,
  moderator: Caller,
  comments: readonly { readonly discussion: string; readonly id: string }[],
): Promise<Claims> {
  const claims = new Map<string, readonly string[]>();
  if (comments.length === 0) return claims;
  const rows = await database
    .selectFrom('claims')
    .select(['discussion', 'comment', 'name'])
    .where('expires_at', '>', now())
    .where('moderator', '<>', moderator.identity ?? '')
    .where(
      sql<boolean>`(discussion, comment) in (${sql.join(comments.map(({ discussion, id }) => sql`(${discussion}, ${id})`))})`,
    )
    .orderBy('name')
    .execute();
  for (const { discussion, comment, name } of rows) {
    const key = claimKey({ discussion, id: comment });
    claims.set(key, [...(claims.get(key) ?? []), name]);
  }
  return claims;
}

/** Deletes claims that have ended. */
export async function pruneClaims({ database, now }: Tools): Promise<void> {
  await database.deleteFrom('claims').where('expires_at', '<=', now()).execute();
}

export async function eraseClaims({ database }: Pick<Data, 'database'>, identity: string): Promise<void> {
  await database.deleteFrom('claims').where('moderator', '=', identity).execute();
}
