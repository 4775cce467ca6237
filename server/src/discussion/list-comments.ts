import type { Comment, CommentPage, Filter } from 'article-comments/rules.js';
import { sql } from 'kysely';
import type { Data } from '../database/data.js';
import type { CommentRow, DiscussionRow } from '../database/tables.js';
import { type Caller, isModerator } from '../identity/caller.js';
import { type CursorPosition, type CursorScope, type Order, readCursor, writeCursor } from './cursor.js';
import { listByReplies, listByScore, type RankedRow, rejectExpiredCursor } from './list-by-score.js';
import { loadView } from './load-view.js';
import { presentComment } from './present-comment.js';
import { readableBy, type Siblings, siblingsQuery } from './readable.js';
import type { Store } from './store.js';

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

/**
 * The most text on one page, in bytes. In JSON it can become four times as long: quotation marks are escaped, and an author's own
 * comments contain the text twice. Adapters read up to 10 million characters.
 */
const maxPageBytes = 1_000_000;

const weightOf = ({ body, author, decision }: CommentRow): number =>
  Buffer.byteLength(body) + Buffer.byteLength(author ?? '') + Buffer.byteLength(decision ?? '');

/** Limits the size of a page, whatever the limits were when its comments were stored. */
export class PageBudget {
  #left = maxPageBytes;

  /** The first comments of a list for which there is room. `least`: how many are on the page even without. */
  take<Row extends CommentRow>(rows: readonly Row[], least = 0): readonly Row[] {
    const end = rows.findIndex((row, index) => {
      this.#left -= weightOf(row);
      return this.#left < 0 && index >= least;
    });
    return end < 0 ? rows : rows.slice(0, end);
  }
}

/** Maximum number of replies per comment, and of comments on a page including replies. */
const maxRepliesEach = 10;
const maxPageSize = 250;

export type RemainingReplies = ReadonlyMap<string, NonNullable<Comment['replies']>>;

/**
 * Adds replies to the comments of a page, with one query per level. `replies` has the total and the cursor for those that
 * did not fit.
 */
export async function expandReplies(
  store: Store,
  { discussion, caller }: Siblings,
  comments: readonly CommentRow[],
  budget: PageBudget,
): Promise<{ readonly rows: readonly CommentRow[]; readonly replies: RemainingReplies }> {
  const rows = [...comments];
  const remaining = new Map<string, NonNullable<Comment['replies']>>();
  const hasReplies = ({ replies, held_replies: held }: CommentRow): boolean =>
    replies > 0 || (held > 0 && caller.identity !== undefined);
  for (let parents = comments.filter(hasReplies); parents.length > 0;) {
    const each = Math.min(maxRepliesEach, Math.floor((maxPageSize - rows.length) / parents.length));
    // One extra row tells whether there are more.
    const found = each < 1 ? [] : await repliesTo(store, { discussion, caller, parents, limit: each + 1 });
    const level = parents.flatMap((parent) => {
      const all = found.filter((reply) => reply.parent === parent.id);
      const included = budget.take(all.slice(0, each));
      const total = Math.max(all.length, parent.replies + (isModerator(caller) ? parent.held_replies : 0));
      const scope = { discussion, sort: 'oldest', parent: parent.id } as const;
      const next = writeCursor(store.signer, scope, { number: included.at(-1)?.number ?? 0, early: [] });
      if (all.length > included.length || (each < 1 && total > 0)) remaining.set(parent.id, { total, next });
      return included;
    });
    rows.push(...level);
    parents = level.filter(hasReplies);
  }
  return { rows, replies: remaining };
}

interface RepliesRequest extends Omit<Siblings, 'parent'> {
  readonly parents: readonly CommentRow[];
  /** Maximum number of replies per parent. */
  readonly limit: number;
}

/** The first replies to each of several comments. */
function repliesTo({ database }: Data, { discussion, caller, parents, limit }: RepliesRequest): Promise<CommentRow[]> {
  return database
    .selectFrom('comments as parents')
    .innerJoinLateral(
      ({ selectFrom }) =>
        selectFrom('comments')
          .selectAll('comments')
          .where('comments.discussion', '=', discussion)
          .whereRef('comments.parent', '=', 'parents.id')
          .where(readableBy(caller))
          .orderBy('comments.number')
          .limit(limit)
          .as('replies'),
      (join) => join.on(sql.lit(true)),
    )
    .selectAll('replies')
    .where('parents.discussion', '=', discussion)
    .where(
      'parents.id',
      'in',
      parents.map(({ id }) => id),
    )
    .orderBy('replies.number')
    .execute();
}
