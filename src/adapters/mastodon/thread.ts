import type { Comment, CommentId, CommentPage, Sort } from '../../model/adapter.js';
import { flatten, repliesByParent } from '../shared/thread.js';
import type { Status } from './entities.js';

/** Mastodon's limits for threads read without an account. */
const MAX_ANONYMOUS_REPLIES = 60;
const MAX_ANONYMOUS_DEPTH = 20;

interface ThreadQuery {
  readonly sort: Sort;
  /** The comment whose replies these are; undefined for those to the status itself. */
  readonly parentId: CommentId | undefined;
  readonly isSignedIn: boolean;
}

/** The replies of a thread as comments, each after its parent. The direct replies are sorted as requested, the others by time. */
export function threadPage(
  descendants: readonly Status[],
  comments: readonly Comment[],
  { sort, parentId, isSignedIn }: ThreadQuery,
): CommentPage {
  const time = ({ createdAt }: Comment): number => Date.parse(createdAt);
  const sorted = [...comments].sort((a, b) => time(a) - time(b));
  const isTruncated = !isSignedIn && (descendants.length >= MAX_ANONYMOUS_REPLIES || isTooDeep(descendants));
  const items = inThreadOrder(sorted, sort);
  if (isTruncated) return { items, truncated: true };
  // The total of a list of replies must not include the replies to those.
  return parentId === undefined ? { items, total: comments.length } : { items };
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

/** Places each comment after its parent. Expects comments sorted by time. */
function inThreadOrder(comments: readonly Comment[], sort: Sort): readonly Comment[] {
  const replies = repliesByParent(comments);
  const roots = [...(replies.get(null) ?? [])];
  if (sort === 'newest') roots.reverse();
  if (sort === 'top') roots.sort((a, b) => (b.votes?.up ?? 0) - (a.votes?.up ?? 0));
  return flatten(roots, ({ id }) => replies.get(id)).map(({ node }) => node);
}
