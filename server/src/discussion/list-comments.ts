import type { CommentPage, Filter } from 'article-comments/rules.js';
import type { CommentRow, DiscussionRow } from '../database/tables.js';
import type { Caller } from '../identity/caller.js';
import type { Store } from '../store.js';
import { readCursor, writeCursor, type CursorScope, type CursorPosition } from './cursor.js';
import { rejectExpiredCursor, listByScore, type RankedRow } from './list-by-score.js';
import { listByReplies } from './list-by-replies.js';
import type { Order } from './orders.js';
import { siblingsQuery, type Siblings } from './siblings.js';
import { presentComment } from './present-comment.js';
import { expandReplies } from './expand-replies.js';
import { loadView } from './load-view.js';
import { PageBudget } from './page-budget.js';

export interface ListQuery {
  readonly sort: Order;
  readonly limit: number;
  readonly cursor?: string;
  readonly filter?: Filter;
  /** Empty for the top level. */
  readonly parent: string;
}

/**
 * One page of the comments that the caller may read. All pinned comments are at the top of the first page; cursors carry
 * them, so that they are not repeated. Replies are always oldest first.
 */
export async function listComments(
  store: Store,
  discussion: DiscussionRow | undefined,
  caller: Caller,
  { sort, limit, cursor, filter, parent }: ListQuery,
): Promise<CommentPage> {
  if (!discussion) return { items: [], total: 0, totalCounts: 'all' };
  const scope: CursorScope = { discussion: discussion.id, sort: parent === '' ? sort : 'oldest', filter, parent };
  const after = cursor === undefined ? undefined : readCursor(store.signer, scope, cursor);
  const siblings: Siblings = { discussion: discussion.id, parent, filter, caller };
  const pinned = parent === '' && !filter && after === undefined ? await pinnedOf(store, siblings) : [];
  const early = after?.early ?? pinned.map(({ number }) => number);
  const room = Math.max(1, limit - pinned.length);
  // One extra row tells whether there is another page.
  const found = await findAfter(store, siblings, scope.sort, {
    after,
    early,
    limit: room + 1,
    at: discussion.last_event,
  });
  const budget = new PageBudget();
  budget.take(pinned);
  // At least one, so that every page leads further.
  const page = budget.take(found.slice(0, room), 1);
  const last = page.at(-1);
  const { rows, replies } = filter
    ? { rows: page, replies: new Map<string, never>() }
    : await expandReplies(store, siblings, [...pinned, ...page], budget);
  const view = await loadView(store, discussion, rows, caller);
  const next =
    last && found.length > page.length
      ? writeCursor(store.signer, scope, positionOf(store, last, early, after, discussion, scope))
      : undefined;
  return {
    items: rows.map((row) => ({
      ...presentComment(row, view),
      ...(replies.has(row.id) && { replies: replies.get(row.id) }),
    })),
    ...(next !== undefined && { next }),
    // In a page of replies, it would be their number.
    ...(parent === '' && {
      total: filter ? await countOf(store, siblings) : discussion.total,
      totalCounts: 'all' as const,
    }),
  };
}

interface PageRequest {
  readonly after: CursorPosition | undefined;
  readonly early: readonly number[];
  readonly limit: number;
  /** The newest event when the list started. */
  readonly at: number;
}

async function findAfter(
  store: Store,
  siblings: Siblings,
  sort: Order,
  request: PageRequest,
): Promise<readonly (CommentRow | RankedRow)[]> {
  const { after, early, limit, at } = request;
  if (sort === 'top') {
    rejectExpiredCursor(after, store.now());
    return listByScore(store, siblings, { after, early, limit, at: after?.top?.at ?? at });
  }
  if (sort === 'replies') return listByReplies(store, siblings, { after, early, limit });
  const isOldest = sort === 'oldest';
  return siblingsQuery(store, siblings)
    .$if(after !== undefined, (query) => query.where('number', isOldest ? '>' : '<', after?.number ?? 0))
    .$if(early.length > 0, (query) => query.where('number', 'not in', early))
    .orderBy('number', isOldest ? 'asc' : 'desc')
    .limit(limit)
    .execute();
}

function positionOf(
  store: Store,
  last: CommentRow | RankedRow,
  early: readonly number[],
  after: CursorPosition | undefined,
  { last_event: at }: DiscussionRow,
  { sort }: CursorScope,
): CursorPosition {
  const { number, replies } = last;
  if (sort === 'replies') return { number, early, replies };
  if (sort !== 'top' || !('rank' in last)) return { number, early };
  const { at: startedAt = at, time = Math.floor(store.now().getTime() / 1000) } = after?.top ?? {};
  return { number, early, top: { score: last.rank, at: startedAt, time } };
}

async function countOf(store: Store, siblings: Siblings): Promise<number> {
  const { count } = await siblingsQuery(store, siblings)
    .clearSelect()
    .select(({ fn }) => fn.countAll<string>().as('count'))
    .executeTakeFirstOrThrow();
  return Number(count);
}

function pinnedOf(store: Store, siblings: Siblings): Promise<CommentRow[]> {
  return siblingsQuery(store, siblings)
    .where('pinned', '=', true)
    .where('status', '=', 'visible')
    .orderBy('number')
    .execute();
}
