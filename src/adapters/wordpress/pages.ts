/** The pages behind the first, the replies of single comments, and what belongs nowhere: fetched by those who read so far. */
import { AdapterError, type Comment, type CommentId, type CommentPage, type Cursor, type ListQuery } from '../../model/adapter.js';
import { repliesBelow, START } from './branches.js';
import { type Ask, atMost, behind, cursorOf, LEVELS, MOST, orderOf, pageOf, type Position, repliesIn, type Run } from './thread.js';

export { repliesBelow };

function positionOf(cursor: Cursor): Position {
  try {
    const [offset, total, last, replies] = JSON.parse(cursor) as [number, number, string[], number | null | undefined];
    if (Number.isInteger(offset) && Number.isInteger(total) && Array.isArray(last))
      return { offset, total, last, ...(replies != null && Number.isInteger(replies) && { replies }) };
  } catch {
    // Told below, together with what is JSON and yet no position.
  }
  throw new AdapterError('invalid', `"${cursor}" is no cursor of this adapter: use the one that the last page came with.`);
}

/** A page of top-level comments behind the first one, or one of the replies to a comment. */
export async function furtherPage(query: ListQuery, ask: Ask, signal: AbortSignal): Promise<CommentPage> {
  const position = query.cursor === undefined ? START : positionOf(query.cursor);
  if (query.parentId !== undefined) return repliesOf(query.parentId, position, query.limit, ask);
  const [roots, replies] = await Promise.all([
    from(position, { parent: 0, order: orderOf(query) }, query.limit, ask),
    position.replies === undefined ? repliesIn(ask) : { comments: [], total: position.replies },
  ]);
  return pageOf(roots, replies, ask, signal);
}

/** The replies of one comment, and those below them. */
async function repliesOf(parentId: CommentId, position: Position, limit: number, ask: Ask): Promise<CommentPage> {
  const { comments, next } = await from(position, { parent: parentId, order: 'asc' }, limit, ask);
  const below = await repliesBelow(comments, LEVELS - 1, ask);
  return { items: [...comments.map(({ comment }) => comment), ...below], ...(next && { next: cursorOf(next) }) };
}

/**
 * So many comments from a position on. Others come and go between two pages, so the page is asked for from a little before
 * its place, and begins behind the last one that is known; where none of those is there, the number of comments in all
 * says how far everything has moved.
 */
async function from(
  { offset, total, last }: Position,
  query: Readonly<Record<string, string | number>>,
  limit: number,
  ask: Ask,
): Promise<Run> {
  for (let tries = 0; ; tries++) {
    const start = Math.max(offset - last.length, 0);
    const answer = await ask({ ...query, offset: start, per_page: atMost(limit) + offset - start });
    const known = answer.comments.findLastIndex(({ comment }) => last.includes(comment.id)) + 1;
    const moved = answer.total - total;
    if (known === 0 && last.length > 0 && moved !== 0 && tries < 3) {
      offset = Math.max(offset + moved, 0);
      total = answer.total;
      continue;
    }
    return { comments: answer.comments.slice(known), total: answer.total, next: behind(start, answer) };
  }
}

/** Those whose top is in no list; the others come with the page that their top-level comment is in. */
export async function orphansAmong(strays: ReadonlyMap<Comment, CommentId>, ask: Ask): Promise<readonly Comment[]> {
  const there = await ask({ include: [...new Set(strays.values())].join(), parent: 0, per_page: MOST });
  const known = new Set(there.comments.map(({ comment }) => comment.id));
  return [...strays].filter(([, top]) => !known.has(top)).map(([comment]) => comment);
}
