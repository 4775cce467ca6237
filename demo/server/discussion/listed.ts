import { sql, type Expression, type SqlBool } from 'kysely';
import { isModerator, type Caller } from '../identity/caller.js';
import type { Store } from '../store.js';

/** Comments with one parent, as one caller sees them. */
export interface Siblings {
  readonly discussion: string;
  /** Empty for the top level. */
  readonly parent: string;
  readonly caller: Caller;
}

/** The query for them, without an order. */
export function listed({ database }: Pick<Store, 'database'>, { discussion, parent, caller }: Siblings) {
  return database
    .selectFrom('comments')
    .selectAll('comments')
    .where('comments.discussion', '=', discussion)
    .where('comments.parent', '=', parent)
    .where(isListedFor(caller));
}

/** `isListed`, said to the database. */
export function isListedFor(caller: Caller): Expression<SqlBool> {
  // Not as a parameter: the planner has to see that the partial indexes hold all that is asked for.
  const isThere = sql<SqlBool>`comments.status <> 'gone'`;
  if (isModerator(caller)) return isThere;
  return sql<SqlBool>`${isThere} and (comments.status <> 'pending' or comments.owner = ${caller.identity ?? null})`;
}
