import type { Call, Comment, CommentPage, Sort } from '../../model/adapter.js';
import { context, type Status } from './entities.js';
import { orUndefined } from '../shared/errors.js';
import { pooled } from '../shared/tasks.js';
import { type MastodonClient, statusPath } from './client.js';

/** Requests at a time. */
const MAX_REQUESTS = 4;

/**
 * Loads the replies to a status at all depths; none if it does not exist. Mastodon returns them in one response. Other servers, such as
 * snac, return only direct replies, so their replies are requested level by level.
 */
export async function loadDescendants(id: string, client: MastodonClient, call: Call): Promise<readonly Status[]> {
  const found = new Map<string, Status>();
  for (let level = [id]; level.length > 0;) {
    const requests = level.map(
      (parent) => (inner: Call) =>
        orUndefined(client.request({ path: `${statusPath(parent)}/context` }, inner, context), 'not-found'),
    );
    const threads = await pooled(requests, MAX_REQUESTS, call);
    const added = threads.flatMap((thread) => thread?.descendants ?? []).filter((status) => !found.has(status.id));
    for (const status of added) found.set(status.id, status);
    const ids = new Set(added.map((status) => status.id));
    const isComplete = added.some(({ in_reply_to_id: parent }) => ids.has(parent ?? ''));
    level = isComplete ? [] : added.filter((status) => status.replies_count).map((status) => status.id);
  }
  return [...found.values()];
}

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
