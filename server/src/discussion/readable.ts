/** Which comments a caller may know of: held and withheld ones exist only for their author and for moderators. */
import type { Filter } from 'article-comments/rules.js';
import { type Expression, sql, type SqlBool } from 'kysely';
import type { Data } from '../database/data.js';
import type { CommentRow } from '../database/tables.js';
import { type Caller, isModerator, isOwn } from '../identity/caller.js';

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

/** The comments below one parent, or those of one selection, as one caller sees them. */
export interface Siblings {
  readonly discussion: string;
  /** Empty for the top level. */
  readonly parent: string;
  /** Takes the place of `parent`: such comments, at any level. */
  readonly filter?: Filter | undefined;
  readonly caller: Caller;
}

/** Selects siblings, unordered. */
export function siblingsQuery({ database }: Pick<Data, 'database'>, { discussion, parent, filter, caller }: Siblings) {
  return database
    .selectFrom('comments')
    .selectAll('comments')
    .where('comments.discussion', '=', discussion)
    .$if(filter === undefined, (query) => query.where('comments.parent', '=', parent))
    .$if(filter === 'featured', (query) =>
      query.where('comments.featured', '=', true).where('comments.status', '=', 'visible'),
    )
    .where(readableBy(caller));
}
