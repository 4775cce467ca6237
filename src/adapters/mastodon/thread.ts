import type { Comment, CommentPage, Sort } from '../../model/adapter.js';
import type { Status } from './entities.js';

/** Mastodon's limits for threads read without an account. */
const MAX_ANONYMOUS_REPLIES = 60;
const MAX_ANONYMOUS_DEPTH = 20;

interface ThreadQuery {
  readonly sort: Sort;
  readonly isSignedIn: boolean;
}

/**
 * The replies of a thread as comments: the direct ones sorted as requested, then the others by time. A reply whose parent is not in the
 * list counts as a direct one.
 */
export function threadPage(
  descendants: readonly Status[],
  comments: readonly Comment[],
  { sort, isSignedIn }: ThreadQuery,
): CommentPage {
  const time = ({ createdAt }: Comment): number => Date.parse(createdAt);
  const up = ({ votes }: Comment): number => votes?.up ?? 0;
  const ids = new Set(comments.map(({ id }) => id));
  const isBelow = ({ parentId }: Comment): boolean => ids.has(parentId ?? '');
  const sorted = [...comments].sort((a, b) => time(a) - time(b));
  const roots = sorted.filter((comment) => !isBelow(comment));
  if (sort === 'newest') roots.reverse();
  if (sort === 'top') roots.sort((a, b) => up(b) - up(a));
  const items = [...roots, ...sorted.filter(isBelow)];
  const isTruncated = !isSignedIn && (descendants.length >= MAX_ANONYMOUS_REPLIES || isTooDeep(descendants));
  return isTruncated ? { items, truncated: true } : { items, total: comments.length };
}

/** Whether a reply on the deepest level has replies that were left out. */
function isTooDeep(descendants: readonly Status[]): boolean {
  const parents = new Map(descendants.map(({ id, in_reply_to_id: parentId }) => [id, parentId ?? '']));
  return descendants.some((status) => {
    let depth = 0;
    for (let id: string | undefined = status.id; id !== undefined && depth <= MAX_ANONYMOUS_DEPTH; id = parents.get(id))
      depth++;
    return depth > MAX_ANONYMOUS_DEPTH && Boolean(status.replies_count);
  });
}
