/** Which comments a caller may know of: held and withheld ones exist only for their author and for moderators. */
import { sql, type Expression, type SqlBool } from 'kysely';
import type { CommentRow } from '../database/tables.js';
import { isModerator, isOwn, type Caller } from '../identity/caller.js';

export function isReadableBy(row: Pick<CommentRow, 'status' | 'owner'>, caller: Caller): boolean {
  if (row.status === 'gone') return false;
  return !isRestricted(row) || isOwn(caller, row) || isModerator(caller);
}

const isRestricted = ({ status }: Pick<CommentRow, 'status'>): boolean => status === 'pending' || status === 'withheld';

/** `isReadableBy` as an SQL condition on the table `comments`. */
export function readableBy(caller: Caller): Expression<SqlBool> {
  // A literal and not a parameter: the planner has to see that the condition matches the partial indexes.
  const exists = sql<SqlBool>`comments.status <> 'gone'`;
  if (isModerator(caller)) return exists;
  return sql<SqlBool>`${exists} and
    (comments.status not in ('pending', 'withheld') or comments.owner = ${caller.identity ?? null})`;
}
