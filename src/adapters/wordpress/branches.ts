/** The replies of an article that has too many to be asked for at once. */
import type { Comment, Cursor } from '../../model/adapter.js';
import { type Ask, behind, cursorOf, MOST, type Position, type ReadComment } from './thread.js';

export const START: Position = { offset: 0, total: 0, last: [] };

/** Replies of one comment that come at once where it has too many. */
const FIRST = 25;

/** The replies below these, one request for each level; a comment whose replies are not all there says where they go on. */
export async function repliesBelow(parents: readonly ReadComment[], levels: number, ask: Ask): Promise<Comment[]> {
  const asked = parents.filter(({ hasReplies }) => hasReplies);
  if (asked.length === 0) return [];
  // By their parents: where the answer is full, only the last of them is incomplete, and those after it have none yet.
  const ids = asked.map(({ comment }) => comment.id);
  const answer = await ask({ parent: ids.join(), orderby: 'parent', order: 'asc', per_page: MOST });
  const isFull = answer.total > answer.comments.length;
  const lastParent = isFull ? Number(answer.comments.at(-1)?.comment.parentId) : Infinity;
  // Below one parent they come newest first, whatever the order.
  const whole = answer.comments.filter(({ comment }) => Number(comment.parentId) < lastParent).toReversed();
  for (const parent of asked) if (Number(parent.comment.id) > lastParent) cut(parent, cursorOf(START));
  const incomplete = asked.find(({ comment }) => Number(comment.id) === lastParent);
  const first = incomplete && (await ask({ parent: lastParent, order: 'asc', per_page: FIRST }));
  const next = first && behind(0, first);
  if (incomplete && next) cut(incomplete, cursorOf(next));
  const replies = [...whole, ...(first?.comments ?? [])];
  if (levels === 1) for (const one of replies) if (one.hasReplies) cut(one, cursorOf(START));
  const further = levels > 1 ? await repliesBelow(replies, levels - 1, ask) : [];
  return [...replies.map(({ comment }) => comment), ...further];
}

/** Says where the replies of a comment go on that are not in this page. */
function cut(parent: ReadComment, next: Cursor): void {
  Object.assign(parent.comment, { replies: { next } });
}
