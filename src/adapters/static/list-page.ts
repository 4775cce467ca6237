import { AdapterError, type CommentPage, type ListQuery } from '../../model/adapter.js';
import { repliesByParent } from '../shared/thread.js';
import type { Archive } from './decode-archive.js';

/**
 * One page of an archive: as many top-level comments, or replies to `parentId`, as the query asks for, with all their replies. A page does
 * not go beyond its file, which `find` returns by its number.
 */
export async function listPage(
  { sort, limit, cursor = `${sort}:1:0`, parentId }: ListQuery,
  find: (number?: number) => Promise<Archive | undefined>,
): Promise<CommentPage> {
  if (sort === 'top') throw new AdapterError('unsupported', 'An archive cannot be sorted by votes.');
  const [cursorSort, ...position] = cursor.split(':');
  if (cursorSort !== sort)
    throw new AdapterError('invalid', `The cursor "${cursor}" does not belong to a list sorted by "${sort}".`);

  const [part, start] = position.map(Number) as [number, number];
  const { comments = [], parts = 1, total = 0 } = (await find()) ?? {};
  const number = sort === 'newest' ? parts + 1 - part : part;
  const replies = repliesByParent(number > 1 ? ((await find(number))?.comments ?? []) : comments);
  const siblings = [...(replies.get(parentId ?? null) ?? [])];
  if (sort === 'newest') siblings.reverse();
  const end = start + (limit >= 1 ? Math.floor(limit) : 1);
  const items = siblings.slice(start, end);
  // The loop goes on to the replies that it inserts.
  for (const [index, { id }] of items.entries()) items.splice(index + 1, 0, ...(replies.get(id) ?? []));
  const next = end < siblings.length ? `${sort}:${part}:${end}` : part < parts && `${sort}:${part + 1}:0`;
  return {
    items,
    ...(next && { next }),
    // In a page of replies, the total would be the number of replies.
    ...(parentId === undefined && { total, totalCounts: 'all' as const }),
  };
}
