import type { Comment, CommentId, Cursor } from '../../model/adapter.js';
import { type Batch, type CommentSource, MAX_BATCH, type SourceComment } from './comment-source.js';
import { encodeCursor, positionAfter, START } from './cursor.js';

/** How many levels of replies are loaded with a page if a post has too many replies for one request. */
export const MAX_LEVELS = 4;

/** How many replies of one comment are loaded if they do not fit into the request for their level. */
const FIRST_REPLIES = 25;

/** Loads all replies of the post, or as many as fit into one response. */
export const loadAllReplies = (load: CommentSource): Promise<Batch> =>
  load({ parent_exclude: 0, order: 'asc', per_page: MAX_BATCH });

/**
 * Loads the replies below the given comments, one request for each level. A comment whose replies are not all
 * loaded gets a cursor for the rest.
 */
export async function loadRepliesByLevel(
  parents: readonly SourceComment[],
  levels: number,
  load: CommentSource,
): Promise<Comment[]> {
  const withReplies = parents.filter(({ hasReplies }) => hasReplies);
  if (withReplies.length === 0) return [];
  const ids = withReplies.map(({ comment }) => comment.id);
  // Sorted by parent, a response that is cut off has all replies of the first parents, and none of those after
  // the last.
  const batch = await load({ parent: ids.join(), orderby: 'parent', order: 'asc', per_page: MAX_BATCH });
  const isCutOff = batch.total > batch.comments.length;
  const lastParent = isCutOff ? Number(batch.comments.at(-1)?.comment.parentId) : Infinity;
  // The replies of one parent come newest first, whatever the order.
  const complete = batch.comments.filter(({ comment }) => Number(comment.parentId) < lastParent).toReversed();
  for (const parent of withReplies)
    if (Number(parent.comment.id) > lastParent) setRepliesCursor(parent, encodeCursor(START));
  const incomplete = withReplies.find(({ comment }) => Number(comment.id) === lastParent);
  const first = incomplete && (await load({ parent: lastParent, order: 'asc', per_page: FIRST_REPLIES }));
  const next = first && positionAfter(0, first);
  if (incomplete && next) setRepliesCursor(incomplete, encodeCursor(next));
  const replies = [...complete, ...(first?.comments ?? [])];
  if (levels === 1) for (const reply of replies) if (reply.hasReplies) setRepliesCursor(reply, encodeCursor(START));
  const deeper = levels > 1 ? await loadRepliesByLevel(replies, levels - 1, load) : [];
  return [...replies.map(({ comment }) => comment), ...deeper];
}

/**
 * Picks the replies that belong below the given top-level comments. `loadRoots`, passed with the last page:
 * also picks the orphans, whose top-level comment is not in the list.
 */
export async function pickReplies(
  roots: readonly SourceComment[],
  replies: readonly SourceComment[],
  loadRoots: CommentSource | undefined,
): Promise<readonly Comment[]> {
  const parents = new Map(replies.map(({ comment }) => [comment.id, comment.parentId ?? '']));
  const rootIds = new Set(roots.map(({ comment }) => comment.id));
  const topOf = (id: CommentId): CommentId => {
    // Limits the steps in case two comments are each other's parents.
    for (let steps = parents.size; steps > 0 && parents.has(id); steps--) id = parents.get(id)!;
    return id;
  };
  const picked: Comment[] = [];
  const strays = new Map<Comment, CommentId>();
  for (const { comment } of replies) {
    const top = topOf(comment.id);
    if (rootIds.has(top)) picked.push(comment);
    else strays.set(comment, top);
  }
  return loadRoots && strays.size > 0 ? [...picked, ...(await pickOrphans(strays, loadRoots))] : picked;
}

/** Picks the comments whose top-level comment is not in the list. The others come with the page of that comment. */
async function pickOrphans(strays: ReadonlyMap<Comment, CommentId>, load: CommentSource): Promise<readonly Comment[]> {
  const roots = await load({ include: [...new Set(strays.values())].join(), parent: 0, per_page: MAX_BATCH });
  const rootIds = new Set(roots.comments.map(({ comment }) => comment.id));
  return [...strays].filter(([, top]) => !rootIds.has(top)).map(([comment]) => comment);
}

function setRepliesCursor(parent: SourceComment, next: Cursor): void {
  Object.assign(parent.comment, { replies: { next } });
}
