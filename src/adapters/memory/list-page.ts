import type { Comment, CommentId, Cursor, ListQuery, Sort } from '../../model/adapter.js';
import { branches, openBranch, repliesAfter, type Listed } from './branches.js';
import { isListed } from './discussion-entries.js';
import type { MemoryBackend } from './memory-backend.js';
import { refusal } from './refusal.js';
import { tally } from './votes.js';

/**
 * A cursor is the order and numbers of branches, and stays right whatever is posted, removed, pinned or voted on
 * meanwhile. By time: the last one that was handed out, then the pinned ones, which were handed out before their turn.
 * By votes, whose order changes all the time: those that are still to come, in the order that the first page was in.
 */
const cursorPattern = /^(oldest|newest|top):(-?\d+(?:,\d+)*)$/;

function readCursor(cursor: Cursor, order: Sort): readonly number[] {
  const [, cursorOrder, numbers = ''] = cursorPattern.exec(cursor) ?? [];
  if (cursorOrder !== order) throw refusal('invalid', `The cursor "${cursor}" does not belong to a list sorted by "${order}".`);
  return numbers.split(',').map(Number);
}

interface Branch {
  readonly number: number;
  readonly isPinned: boolean | undefined;
  readonly score: number;
  readonly listed: readonly Listed[];
}

/**
 * One page of what the reader may see: whole branches, so that replies come with the comment they answer, though no more
 * than `repliesPerComment` to each. The pinned ones are all in the first page, in front. Replies are oldest first in
 * every order.
 */
export function listPage(
  backend: MemoryBackend,
  { discussion, sort, limit, cursor, parentId }: ListQuery,
): { readonly items: readonly Listed[]; readonly next?: Cursor } {
  const { features, options, reader } = backend;
  if (!features.sorts?.includes(sort)) throw refusal('unsupported', `This discussion cannot be sorted by "${sort}".`);
  const isAll = features.paging === 'all';
  const order = parentId === undefined ? sort : 'oldest';
  const found = branches(backend.entries(discussion.key), parentId ?? null).flatMap((branch): Branch | [] => {
    const [top] = branch;
    const listed = openBranch(branch, reader, isAll ? Infinity : options.repliesPerComment);
    if (top === undefined || listed.length === 0) return [];
    return {
      number: top.number,
      isPinned: parentId === undefined && top.comment.pinned && isListed(top, reader),
      score: tally(top).score,
      listed,
    };
  });
  if (order === 'newest') found.reverse();
  if (order === 'top') found.sort((a, b) => b.score - a.score);

  const isFirst = cursor === undefined;
  const numbers = isFirst ? [] : readCursor(cursor, order);
  const [after = -1, ...handedOut] = numbers;
  const pinned = found.filter(({ isPinned }) => isFirst && isPinned);
  const early = isFirst ? pinned.map(({ number }) => number) : handedOut;
  const isWaiting = ({ number }: Branch): boolean =>
    !early.includes(number) && (isFirst || (order === 'oldest' ? number > after : number < after));
  const byNumber = new Map(found.map((branch) => [branch.number, branch]));
  const others = isFirst || order !== 'top' ? found.filter(isWaiting) : numbers.flatMap((number) => byNumber.get(number) ?? []);

  const room = Math.max(1, (limit >= 1 ? Math.floor(limit) : 1) - pinned.length);
  const page = isAll ? others : others.slice(0, room);
  const rest = others.slice(page.length).map(({ number }) => number);
  const last = page.at(-1);
  return {
    items: [...pinned, ...page].flatMap(({ listed }) => listed),
    ...(last && rest.length > 0 && { next: `${order}:${(order === 'top' ? rest : [last.number, ...early]).join()}` }),
  };
}

/** What a comment that is handed over alone says of its replies: none of them is there. */
export function repliesElsewhere(backend: MemoryBackend, key: string, id: CommentId): Pick<Comment, 'replies'> {
  const found = branches(backend.entries(key), id).filter((branch) => branch.some((entry) => isListed(entry, backend.reader)));
  return found.length === 0 ? {} : { replies: { total: found.length, next: repliesAfter(-1) } };
}
