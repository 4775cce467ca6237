import { AdapterError, type Comment, type CommentPage, type ListQuery } from '../../model/adapter.js';
import type { Archive } from './decode-archive.js';

const isVisible = ({ status = 'visible' }: Comment): boolean => status === 'visible';

export const visibleCount = ({ comments }: Archive): number => comments.filter(isVisible).length;

/**
 * One page of an archive: as many top-level comments, or replies to `parentId`, as the query asks for, with all their
 * replies.
 */
export function listPage(archive: Archive, { sort, limit, cursor, parentId }: ListQuery): CommentPage {
  if (sort === 'top') throw new AdapterError('unsupported', 'An archive cannot be sorted by votes.');
  const [, cursorSort = sort, offset = '0'] = /^(oldest|newest):(\d+)$/.exec(cursor ?? `${sort}:0`) ?? [undefined, ''];
  if (cursorSort !== sort)
    throw new AdapterError('invalid', `The cursor "${cursor}" does not belong to a list sorted by "${sort}".`);

  const children = childrenOf(archive.comments);
  const siblings = [...(children.get(parentId ?? null) ?? [])];
  if (sort === 'newest') siblings.reverse();
  const start = Number(offset);
  const end = start + (limit >= 1 ? Math.floor(limit) : 1);
  const items: Comment[] = [];
  // A stack instead of recursion, which a long chain of replies would overflow.
  const stack = siblings.slice(start, end).reverse();
  for (let comment = stack.pop(); comment !== undefined; comment = stack.pop()) {
    items.push(comment);
    for (const reply of [...(children.get(comment.id) ?? [])].reverse()) stack.push(reply);
  }
  return {
    items,
    ...(end < siblings.length ? { next: `${sort}:${end}` } : {}),
    total: visibleCount(archive),
    totalCounts: 'all',
  };
}

/**
 * The replies to each comment by its id, and the top level by null. A reply whose parent is not in the archive is at
 * the top level.
 */
function childrenOf(comments: readonly Comment[]): ReadonlyMap<string | null, readonly Comment[]> {
  const ids = new Set(comments.map(({ id }) => id));
  const children = new Map<string | null, Comment[]>();
  for (const comment of comments) {
    const parent = comment.parentId != null && ids.has(comment.parentId) ? comment.parentId : null;
    const siblings = children.get(parent);
    if (siblings === undefined) children.set(parent, [comment]);
    else siblings.push(comment);
  }
  return children;
}
