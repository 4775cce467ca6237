import { AdapterError, type CommentPage, type Cursor, type ListQuery, type Sort } from '../../model/adapter.js';
import { ask, type Way } from './ask.js';
import { idOf, type Me, readBranch, type Row } from './read-comment.js';

/** What the server hands over in one answer at the most. */
export const MOST = 100;

const ORDERS: Readonly<Record<Sort, string>> = { newest: 'insertedAt_desc', oldest: 'insertedAt_asc', top: 'like_desc' };

export interface ServerPage {
  readonly rows: readonly Row[];
  /** Comments in all, replies included. */
  readonly count: number;
  readonly totalPages: number;
}

export async function askForPage(
  key: string,
  { page, pageSize, sort }: { readonly page: number; readonly pageSize: number; readonly sort: Sort },
  way: Way,
  signal: AbortSignal,
): Promise<ServerPage> {
  const answer = await ask({ path: 'comment', query: { path: key, page, pageSize, sortBy: ORDERS[sort] } }, way, signal);
  const { data, count, totalPages } = Object(answer) as Record<string, unknown>;
  if (!Array.isArray(data) || typeof count !== 'number')
    throw new AdapterError('bad-response', `The list is none: ${`${JSON.stringify(answer)}`.slice(0, 80)}`);
  return { rows: data as Row[], count, totalPages: Number(totalPages) };
}

/** Page, its size, the number of comments when the one before was read, and the last of that one. */
type Position = readonly [page: number, pageSize: number, count: number, last: readonly string[]];

/** So many of a page are looked for in the next one. */
const OVERLAP = 5;

function positionOf(cursor: Cursor | undefined, limit: number): Position {
  if (cursor === undefined) return [1, Math.min(Math.max(Math.floor(limit), 1), MOST), 0, []];
  try {
    const found = JSON.parse(cursor) as Position;
    if (found.slice(0, 3).every(Number.isInteger) && Array.isArray(found[3])) return found;
  } catch {
    // Told below, together with what is JSON and yet no position.
  }
  throw new AdapterError('invalid', `"${cursor}" is no cursor of this adapter: use the one that the last page came with`);
}

/**
 * A page of top-level comments with all their replies. The server counts pages from the start of the list, so what came or
 * went meanwhile moves the next one: it begins behind the last comment that is known, for which the page before is asked for
 * again where that may have moved there.
 */
export async function listPage(
  query: ListQuery,
  me: Me | undefined,
  way: Way,
  signal: AbortSignal,
  onRows: (rows: readonly Row[]) => void,
): Promise<CommentPage> {
  const { discussion, sort, cursor, limit } = query;
  const [page, pageSize, countBefore, last] = positionOf(cursor, limit);
  const here = await askForPage(discussion.key, { page, pageSize, sort }, way, signal);
  let rows = behind(here.rows, last);
  if (rows === undefined) {
    const before =
      page > 1 && here.count !== countBefore
        ? await askForPage(discussion.key, { page: page - 1, pageSize, sort }, way, signal)
        : undefined;
    rows = [...((before && behind(before.rows, last)) ?? []), ...here.rows];
  }
  onRows(rows);
  const hasNext = page < here.totalPages;
  const known = [...last, ...rows.map(idOf)].slice(-OVERLAP);
  return {
    items: rows.flatMap((row) => readBranch(row, me)),
    ...(hasNext && { next: JSON.stringify([page + 1, pageSize, here.count, known]) }),
    total: here.count,
  };
}

/** The rows behind the last of those that are known; undefined where none of them is there. */
function behind(rows: readonly Row[], last: readonly string[]): readonly Row[] | undefined {
  const index = rows.findLastIndex((row) => last.includes(idOf(row)));
  return index < 0 ? undefined : rows.slice(index + 1);
}
