import { AdapterError, type Call, type Cursor, type ListQuery, type Sort } from '../../model/adapter.js';
import type { Client } from '../shared/client.js';
import { parseJson } from '../shared/text.js';
import { unexpectedValue } from './errors.js';
import { type Row, rowId } from './mapping.js';

/** The server's limit for one page. */
const MAX_PAGE_SIZE = 100;

/** How many of a page's last comments are searched for in the next page. */
const OVERLAP = 5;

const ORDERS: Readonly<Record<Sort, string>> = {
  newest: 'insertedAt_desc',
  oldest: 'insertedAt_asc',
  top: 'like_desc',
};

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

/** A decoded cursor. `count` and `lastIds` describe the page before. */
interface Position {
  readonly page: number;
  readonly pageSize: number;
  readonly count: number;
  readonly lastIds: readonly string[];
}

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
  const { page, pageSize, count, lastIds } = cursor === undefined ? startPosition(limit) : decodeCursor(cursor);
  const request = (number: number) => requestPage(client, { key: discussion.key, page: number, pageSize, sort }, call);
  const current = await request(page);
  let rows = rowsAfter(current.rows, lastIds);
  if (rows === undefined) {
    const previous = page > 1 && current.count !== count ? await request(page - 1) : undefined;
    rows = [...((previous && rowsAfter(previous.rows, lastIds)) ?? []), ...current.rows];
  }
  const next = {
    page: page + 1,
    pageSize,
    count: current.count,
    lastIds: [...lastIds, ...rows.map(rowId)].slice(-OVERLAP),
  };
  return { rows, ...(page < current.totalPages && { next: encodeCursor(next) }), total: current.count };
}

/** Reads the whole list, newest comments first, page by page. */
export async function* readAllPages(client: Client, key: string, call: Call): AsyncGenerator<readonly Row[], void> {
  for (let page = 1, totalPages = 1; page <= totalPages; page++) {
    const found = await requestPage(client, { key, page, pageSize: MAX_PAGE_SIZE, sort: 'newest' }, call);
    totalPages = found.totalPages;
    yield found.rows;
  }
}

async function requestPage(
  client: Client,
  {
    key,
    page,
    pageSize,
    sort,
  }: { readonly key: string; readonly page: number; readonly pageSize: number; readonly sort: Sort },
  call: Call,
): Promise<ServerPage> {
  const query = { path: key, page, pageSize, sortBy: ORDERS[sort] };
  return client.request({ path: '/comment', query }, call, (value) => {
    const { data, count, totalPages } = Object(value) as Record<string, unknown>;
    if (!Array.isArray(data) || typeof count !== 'number') throw unexpectedValue(value, 'a page of comments');
    return { rows: data as Row[], count, totalPages: Number(totalPages) };
  });
}

/** The rows after the last known one; undefined if there is no known row. */
function rowsAfter(rows: readonly Row[], knownIds: readonly string[]): readonly Row[] | undefined {
  const index = rows.findLastIndex((row) => knownIds.includes(rowId(row)));
  return index < 0 ? undefined : rows.slice(index + 1);
}

const startPosition = (limit: number): Position => ({
  page: 1,
  pageSize: Math.min(Math.max(Math.floor(limit), 1), MAX_PAGE_SIZE),
  count: 0,
  lastIds: [],
});

const encodeCursor = ({ page, pageSize, count, lastIds }: Position): Cursor =>
  JSON.stringify([page, pageSize, count, lastIds]);

function decodeCursor(cursor: Cursor): Position {
  const [page, pageSize, count, lastIds] = [parseJson(cursor)].flat() as [number, number, number, string[]];
  if ([page, pageSize, count].every(Number.isInteger) && Array.isArray(lastIds))
    return { page, pageSize, count, lastIds };
  throw new AdapterError(
    'invalid',
    `"${cursor}" is not a cursor of this adapter. Use the cursor of the previous page.`,
  );
}
