import { AdapterError, type CommentId, type Cursor } from '../../model/adapter.js';
import { type Batch, type CommentSource, MAX_BATCH } from './comment-source.js';

/** The number of comments at the end of a page that the request for the next page includes again. */
const OVERLAP = 5;

/** The maximum number of requests to find a page that has moved. */
const MAX_ATTEMPTS = 4;

/** The position at which a page begins. */
export interface Position {
  /** Number of comments before it. */
  readonly offset: number;
  /** Number of all comments when the page before was read. Comments added or removed since then shift this page. */
  readonly total: number;
  /** The last comments of the page before. This page begins after the last of them that still exists. */
  readonly lastIds: readonly CommentId[];
  /** Number of all replies of the post, if they are too many for one request. */
  readonly replyTotal?: number | undefined;
}

/** A page of comments, and the position of the next one. */
export interface Run extends Batch {
  readonly next?: Position | undefined;
}

export const START: Position = { offset: 0, total: 0, lastIds: [] };

/** A page size that leaves room for the overlap. */
export const pageSize = (limit: number): number => Math.min(Math.max(Math.floor(limit), 1), MAX_BATCH - OVERLAP);

/** The position after a batch that began at `start`. Undefined at the end of the list. */
export function positionAfter(start: number, { comments, total }: Batch): Position | undefined {
  const offset = start + comments.length;
  if (comments.length === 0 || offset >= total) return undefined;
  return { offset, total, lastIds: comments.slice(-OVERLAP).map(({ comment }) => comment.id) };
}

/**
 * Loads a page. Other readers add and remove comments between two pages, so the request overlaps with the page
 * before, and the page begins after the last known comment. If none of the known comments is found, the change
 * of the total shows how far the page has moved.
 */
export async function loadPage(
  { offset, total, lastIds }: Position,
  query: Readonly<Record<string, string | number>>,
  limit: number,
  load: CommentSource,
): Promise<Run> {
  for (let attempt = 1; ; attempt++) {
    const start = Math.max(offset - lastIds.length, 0);
    const batch = await load({ ...query, offset: start, per_page: pageSize(limit) + offset - start });
    const knownCount = batch.comments.findLastIndex(({ comment }) => lastIds.includes(comment.id)) + 1;
    const shift = batch.total - total;
    const isLost = knownCount === 0 && lastIds.length > 0 && shift !== 0;
    if (!isLost || attempt === MAX_ATTEMPTS)
      return { comments: batch.comments.slice(knownCount), total: batch.total, next: positionAfter(start, batch) };
    offset = Math.max(offset + shift, 0);
    total = batch.total;
  }
}

export const encodeCursor = ({ offset, total, lastIds, replyTotal }: Position): Cursor =>
  JSON.stringify([offset, total, lastIds, replyTotal]);

export function decodeCursor(cursor: Cursor): Position {
  try {
    const [offset, total, lastIds, replyTotal] = JSON.parse(cursor) as [
      number,
      number,
      string[],
      number | null | undefined,
    ];
    if (Number.isInteger(offset) && Number.isInteger(total) && Array.isArray(lastIds))
      return { offset, total, lastIds, ...(replyTotal != null && Number.isInteger(replyTotal) && { replyTotal }) };
  } catch {
    // Reported below, like JSON of another shape.
  }
  throw new AdapterError(
    'invalid',
    `"${cursor}" is not a cursor of this adapter. Use the cursor of the previous page.`,
  );
}
