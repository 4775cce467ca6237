import { AdapterError, type Comment, type CommentPage, type ListQuery } from '../../model/adapter.js';
import { flatten, repliesByParent } from '../shared/thread.js';
import type { Archive } from './decode-archive.js';

const isVisible = ({ status = 'visible' }: Comment): boolean => status === 'visible';

export const visibleCount = ({ comments }: Archive): number => comments.filter(isVisible).length;

/**
 * One page of an archive: as many top-level comments, or replies to `parentId`, as the query asks for, with all their
 * replies.
 */
export function listPage(archive: Archive, { sort, limit, cursor, parentId }: ListQuery): CommentPage {
  if (sort === 'top') throw new AdapterError('unsupported', 'An archive cannot be sorted by votes.');
  const [, cursorSort, offset] = /^(\w+):(\d+)$/.exec(cursor ?? `${sort}:0`) ?? [];
  if (cursorSort !== sort)
    throw new AdapterError('invalid', `The cursor "${cursor}" does not belong to a list sorted by "${sort}".`);

  const replies = repliesByParent(archive.comments);
  const siblings = [...(replies.get(parentId ?? null) ?? [])];
  if (sort === 'newest') siblings.reverse();
  const start = Number(offset);
  const end = start + (limit >= 1 ? Math.floor(limit) : 1);
  return {
    items: flatten(siblings.slice(start, end), ({ id }) => replies.get(id)).map(({ node }) => node),
    ...(end < siblings.length && { next: `${sort}:${end}` }),
    // In a page of replies, the total would be the number of replies.
    ...(parentId === undefined && { total: visibleCount(archive), totalCounts: 'all' as const }),
  };
}
