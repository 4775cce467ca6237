import type { Comment, CommentPage, Sort } from '../../model/adapter.js';
import type { Context, Status } from './entities.js';
import { presentStatus, type Discussed } from './present-status.js';

/** How much of a thread an instance tells somebody without an account; Mastodon's own constants. */
const MOST_TOLD = 60;
const DEEPEST_TOLD = 20;

/** The replies of a thread, those to the discussed status in the order that is wanted, each before those that answer it. */
export function pageOf(
  { descendants }: Context,
  { sort, discussed, isSignedIn }: { readonly sort: Sort; readonly discussed: Discussed; readonly isSignedIn: boolean },
): CommentPage {
  const items = descendants.map((status) => presentStatus(status, discussed));
  const time = ({ createdAt }: Comment): number => Date.parse(createdAt);
  items.sort((one, other) => time(one) - time(other));
  const isCut = !isSignedIn && (descendants.length >= MOST_TOLD || isCutBelow(descendants));
  return { items: inBranches(items, sort), ...(isCut ? { truncated: true } : { total: items.length }) };
}

/** Whether a reply that is as deep as an answer goes has replies itself. */
function isCutBelow(descendants: readonly Status[]): boolean {
  const parents = new Map(descendants.map(({ id, in_reply_to_id }) => [id, in_reply_to_id ?? '']));
  return descendants.some((status) => {
    let depth = 0;
    for (let at: string | undefined = status.id; at !== undefined && depth <= DEEPEST_TOLD; at = parents.get(at)) depth++;
    return depth > DEEPEST_TOLD && Boolean(status.replies_count);
  });
}

/** Comments in the order of time, each after the one it answers; one that answers what was not told stands at the top level. */
function inBranches(comments: readonly Comment[], sort: Sort): readonly Comment[] {
  const ids = new Set(comments.map(({ id }) => id));
  const repliesTo = new Map<string | null, Comment[]>();
  for (const comment of comments) {
    const parentId = comment.parentId != null && ids.has(comment.parentId) ? comment.parentId : null;
    repliesTo.set(parentId, [...(repliesTo.get(parentId) ?? []), comment]);
  }
  const placed: Comment[] = [];
  const tops = repliesTo.get(null) ?? [];
  if (sort === 'newest') tops.reverse();
  if (sort === 'top') tops.sort((one, other) => (other.votes?.up ?? 0) - (one.votes?.up ?? 0));
  const waiting = tops.reverse();
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    placed.push(next);
    waiting.push(...(repliesTo.get(next.id) ?? []).reverse());
  }
  return placed;
}
