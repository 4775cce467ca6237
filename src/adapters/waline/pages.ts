import { AdapterError, type Call, type Cursor, type ListQuery, type Sort } from '../../model/adapter.js';
import type { Client } from '../shared/client.js';
import { parseJson } from '../shared/text.js';
import { type Row, rowId } from './mapping.js';

/** The server's limit for one page. */
export const MAX_PAGE_SIZE = 100;

/** How many of a page's last comments are searched for in the next page. */
const OVERLAP = 5;

export const ORDERS: Readonly<Record<Sort, string>> = {
  newest: 'insertedAt_desc',
  oldest: 'insertedAt_asc',
  top: 'like_desc',
};

/** The parameters of a page as the server counts it. */
type PageQuery = Readonly<Record<'path' | 'sortBy', string> & Record<'page' | 'pageSize', number>>;

/** A page as the server counts it. Its rows are top-level comments with all their replies. */
interface ServerPage {
  readonly rows: readonly Row[];
  /** Number of all comments, including replies. */
  readonly count: number;
  readonly totalPages: number;
}

/** A page without the comments of earlier pages. */
export interface Page {
  readonly rows: readonly Row[];
  readonly next?: Cursor;
  readonly total: number;
}

/** A decoded cursor. The number of all comments and the last ids are those of the page before. */
type Position = readonly [page: number, pageSize: number, count: number, lastIds: readonly string[]];

/**
 * Reads a page of top-level comments. The server numbers pages from the start of the list, so added and removed
 * comments shift the later pages. This page therefore starts after the last known comment; if that may have
 * moved to the page before, the page before is read again.
 */
export async function readPage(
  client: Client,
  { discussion, sort, cursor, limit }: Pick<ListQuery, 'discussion' | 'sort' | 'cursor' | 'limit'>,
  call: Call,
): Promise<Page> {
  const [page, pageSize, count, lastIds] = cursor === undefined ? startPosition(limit) : decodeCursor(cursor);
  const request = (number: number) =>
    requestPage(client, { path: discussion.key, page: number, pageSize, sortBy: ORDERS[sort] }, call);
  const current = await request(page);
  let rows = rowsAfter(current.rows, lastIds);
  if (rows === undefined) {
    const previous = page > 1 && current.count !== count ? await request(page - 1) : undefined;
    rows = [...((previous && rowsAfter(previous.rows, lastIds)) ?? []), ...current.rows];
  }
  const ids = [...lastIds, ...rows.map(rowId)].slice(-OVERLAP);
  const next: Position = [page + 1, pageSize, current.count, ids];
  return { rows, ...(page < current.totalPages && { next: JSON.stringify(next) }), total: current.count };
}

/** Requests a page as the server counts it. */
export const requestPage = (client: Client, query: PageQuery, call: Call): Promise<ServerPage> =>
  client.request({ path: '/comment', query }, call, (value) => {
    const { data, count, totalPages } = value as { readonly data: Iterable<Row>; count: number; totalPages: number };
    return { rows: [...data], count, totalPages };
  });

/** The rows after the last known one; undefined if there is no known row. */
function rowsAfter(rows: readonly Row[], knownIds: readonly string[]): readonly Row[] | undefined {
  const index = rows.findLastIndex((row) => knownIds.includes(rowId(row)));
  return index < 0 ? undefined : rows.slice(index + 1);
}

const startPosition = (limit: number): Position => [1, Math.min(Math.max(Math.floor(limit), 1), MAX_PAGE_SIZE), 0, []];

function decodeCursor(cursor: Cursor): Position {
  const position = [parseJson(cursor)].flat() as unknown as Position;
  if (position.slice(0, 3).every(Number.isInteger) && Array.isArray(position[3])) return position;
  throw new AdapterError('invalid', `"${cursor}" is not a cursor of this adapter.`);
}
