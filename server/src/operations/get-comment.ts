import type { Comment, Sort } from 'article-comments/rules.js';
import { type Expression, sql, type SqlBool } from 'kysely';
import type { CommentRow } from '../database/tables.js';
import { writeCursor } from '../discussion/cursor.js';
import { findComment } from '../discussion/find-comment.js';
import { presentOne } from '../discussion/load-view.js';
import { siblingsQuery } from '../discussion/readable.js';
import type { Store } from '../discussion/store.js';
import { type Caller, isOwn } from '../identity/caller.js';
import { Problem } from '../rules/problem.js';
import type { ApiRequest, DiscussionQuery } from './api-request.js';

/** A comment with its place in the list, the number of its replies and a cursor for them. */
export const getComment =
  (store: Store) =>
  async ({ caller, query, id }: ApiRequest<DiscussionQuery>): Promise<Comment> => {
    const { discussion, row } = await findComment(store, query.discussion, id, caller);
    const [presented, preceding] = await Promise.all([
      presentOne(store, discussion, row, caller),
      countPreceding(store, row, caller),
    ]);
    const comment = { ...presented, ...preceding };
    if (row.replies === 0) return comment;
    const scope = { discussion: discussion.id, sort: 'oldest', parent: id } as const;
    return {
      ...comment,
      replies: { total: row.replies, next: writeCursor(store.signer, scope, { number: 0, early: [] }) },
    };
  };

export const getSource =
  (store: Store) =>
  async ({ caller, query, id }: ApiRequest<DiscussionQuery>): Promise<{ readonly source: string }> => {
    const { row } = await findComment(store, query.discussion, id, caller);
    if (!isOwn(caller, row)) throw new Problem('forbidden', 'You cannot edit this comment.');
    return { source: row.body };
  };

/**
 * The most comments that are counted for one order. Counting reads them all, and past some thousands the number tells a reader
 * nothing.
 */
const MAX_COUNTED = 5000;

/** How many of the top-level comments that the caller may read stand before this one in a list, by order. Nothing for a reply. */
export async function countPreceding(
  store: Store,
  row: CommentRow,
  caller: Caller,
): Promise<Pick<Comment, 'preceding'>> {
  if (row.parent !== '') return {};
  const count = async (condition: Expression<SqlBool>): Promise<number> => {
    const counted = siblingsQuery(store, { discussion: row.discussion, parent: '', caller })
      .where(condition)
      .limit(MAX_COUNTED + 1)
      .as('counted');
    const { total } = await store.database
      .selectFrom(counted)
      .select(({ fn }) => fn.countAll<string>().as('total'))
      .executeTakeFirstOrThrow();
    return Number(total);
  };
  const counts = await Promise.all(orders.map(async (sort) => [sort, await count(standsBefore(row, sort))] as const));
  const known = counts.filter(([, total]) => total <= MAX_COUNTED);
  return known.length > 0 ? { preceding: Object.fromEntries(known) } : {};
}

const orders = ['oldest', 'newest', 'top'] as const satisfies readonly Sort[];

/** The order of `listComments` as a condition: the pinned comments by time, then all others in the order that was asked for. */
function standsBefore(row: CommentRow, sort: Sort): Expression<SqlBool> {
  const isPinned = sql<SqlBool>`(comments.pinned and comments.status = 'visible')`;
  if (row.pinned && row.status === 'visible')
    return sql<SqlBool>`${isPinned} and comments.number < ${row.number}::bigint`;
  const before = {
    oldest: sql<SqlBool>`comments.number < ${row.number}::bigint`,
    newest: sql<SqlBool>`comments.number > ${row.number}::bigint`,
    top: sql<SqlBool>`(comments.score, comments.number) > (${row.score}::bigint, ${row.number}::bigint)`,
  };
  return sql<SqlBool>`(${isPinned} or ${before[sort]}) and comments.number <> ${row.number}::bigint`;
}
