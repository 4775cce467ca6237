import type { CommentPage, Sort } from '../../../src/model/adapter.js';
import type { CommentRow, DiscussionRow } from '../database/tables.js';
import type { Caller } from '../identity/caller.js';
import type { Store } from '../store.js';
import { readCursor, writeCursor, type ListPlace, type Position } from './cursor.js';
import { expireTop, topAfter, type RankedRow } from './list-top.js';
import { listed, type Siblings } from './listed.js';
import { presentComment } from './present-comment.js';
import { withReplies } from './with-replies.js';
import { viewFor } from './view.js';

export interface ListQuery {
  readonly sort: Sort;
  readonly limit: number;
  readonly cursor?: string;
  /** Empty for the top level. */
  readonly parent: string;
}

/**
 * One page of the comments that the caller may see. The pinned ones are all on the first page, in front; cursors name
 * them so that they do not come again. Replies are in the order of arrival, whatever the order of the top level.
 */
export async function listComments(
  store: Store,
  discussion: DiscussionRow | undefined,
  caller: Caller,
  { sort, limit, cursor, parent }: ListQuery,
): Promise<CommentPage> {
  if (!discussion) return { items: [], total: 0, totalCounts: 'all' };
  const place: ListPlace = { discussion: discussion.id, sort: parent === '' ? sort : 'oldest', parent };
  const after = cursor === undefined ? undefined : readCursor(store.secret, place, cursor);
  const siblings: Siblings = { discussion: discussion.id, parent, caller };
  const pinned = parent === '' && after === undefined ? await pinnedOf(store, siblings) : [];
  const early = after?.early ?? pinned.map(({ number }) => number);
  const room = Math.max(1, limit - pinned.length);
  // One more than wanted tells whether there is another page.
  const found = await findAfter(store, siblings, place.sort, { after, early, limit: room + 1, at: discussion.last_event });
  const page = found.slice(0, room);
  const last = page.at(-1);
  const { rows, replies } = await withReplies(store, siblings, [...pinned, ...page]);
  const view = await viewFor(store, discussion, rows, caller);
  const next =
    last && found.length > room ? writeCursor(store.secret, place, positionOf(store, last, early, after, discussion, place)) : undefined;
  return {
    items: rows.map((row) => ({ ...presentComment(row, view), ...(replies.has(row.id) && { replies: replies.get(row.id) }) })),
    ...(next !== undefined && { next }),
    total: discussion.total,
    totalCounts: 'all',
  };
}

interface Wanted {
  readonly after: Position | undefined;
  readonly early: readonly number[];
  readonly limit: number;
  /** The newest event when the list began. */
  readonly at: number;
}

async function findAfter(store: Store, siblings: Siblings, sort: Sort, wanted: Wanted): Promise<readonly (CommentRow | RankedRow)[]> {
  const { after, early, limit, at } = wanted;
  if (sort === 'top') {
    expireTop(after, store.now());
    return topAfter(store, siblings, { after, early, limit, at: after?.top?.at ?? at });
  }
  const isOldest = sort === 'oldest';
  return listed(store, siblings)
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
  after: Position | undefined,
  { last_event: at }: DiscussionRow,
  { sort }: ListPlace,
): Position {
  const { number } = last;
  if (sort !== 'top' || !('rank' in last)) return { number, early };
  const { at: began = at, time = Math.floor(store.now().getTime() / 1000) } = after?.top ?? {};
  return { number, early, top: { score: last.rank, at: began, time } };
}

function pinnedOf(store: Store, siblings: Siblings): Promise<CommentRow[]> {
  return listed(store, siblings).where('pinned', '=', true).where('status', '=', 'visible').orderBy('number').execute();
}
