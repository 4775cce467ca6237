import type { Comment, CommentId, Cursor, ListQuery, Sort } from '../../model/adapter.js';
import { branches, listBranch, repliesAfter, type Listed } from './branches.js';
import { type Entry, isListed, isPublic } from './discussion-entries.js';
import { refusal } from './errors.js';
import type { MemoryBackend } from './memory-backend.js';
import { tally } from './votes.js';

/** `replies`: by the number of direct replies. */
const ORDERS = ['oldest', 'newest', 'top', 'replies'];

/**
 * A cursor holds the order and the numbers of branches, and stays valid whatever is posted, removed, pinned or voted
 * on. By time, it holds the last branch that was listed, then the pinned ones, which were listed out of turn. By votes or replies,
 * orders that keep changing, it holds the remaining branches in the order of the first page.
 */
const CURSOR = /^(oldest|newest|top|replies):(-?\d+(?:,\d+)*)$/;

function readCursor(cursor: Cursor, order: string): readonly number[] {
  const [, cursorOrder, numbers = ''] = CURSOR.exec(cursor) ?? [];
  if (cursorOrder !== order)
    throw refusal('invalid', `The cursor "${cursor}" does not belong to a list sorted by "${order}".`);
  return numbers.split(',').map(Number);
}

interface Branch {
  readonly number: number;
  readonly isPinned: boolean | undefined;
  readonly score: number;
  readonly replies: number;
  readonly listed: readonly Listed[];
}

/**
 * One page of the comments that the viewer sees: branches with up to `repliesPerComment` replies to each comment. All
 * pinned comments are at the start of the first page. Replies are oldest first in every order. With `filter`, every branch is one
 * comment.
 */
export function listPage(
  backend: MemoryBackend,
  { discussion, sort: wellKnown, sortOption, filter, limit, cursor, parentId }: ListQuery,
): { readonly items: readonly Listed[]; readonly next?: Cursor } {
  const { features, options } = backend;
  const sort = sortOption ?? wellKnown;
  if (!features.sorts?.some((one) => (typeof one === 'object' ? one.id : one) === sort) || !ORDERS.includes(sort))
    throw refusal('unsupported', `This discussion cannot be sorted by "${sort}".`);
  if (filter !== undefined && !features.filters?.includes(filter))
    throw refusal('unsupported', `This discussion cannot be filtered by "${filter}".`);
  const isAll = features.paging === 'all';
  const order = parentId === undefined ? sort : 'oldest';
  const entries = backend.entries(discussion.key);
  const all = filter ? entries.filter(isFeatured).map((entry) => [entry]) : branches(entries, parentId ?? null);
  const found = all.flatMap((branch): Branch | [] => {
    const [top] = branch;
    const listed = listBranch(branch, backend, isAll ? Infinity : options.repliesPerComment);
    if (top === undefined || listed.length === 0) return [];
    return {
      number: top.number,
      isPinned: parentId === undefined && !filter && top.comment.pinned && isListed(top, backend),
      score: tally(top).score,
      replies: branch.filter((entry) => entry.comment.parentId === top.comment.id && isListed(entry, backend)).length,
      listed,
    };
  });
  if (order === 'newest') found.reverse();
  if (order === 'top') found.sort((a, b) => b.score - a.score);
  if (order === 'replies') found.sort((a, b) => b.replies - a.replies);
  const isByTime = order === 'oldest' || order === 'newest';

  const isFirst = cursor === undefined;
  const numbers = isFirst ? [] : readCursor(cursor, order);
  const [after = -1, ...listedEarly] = numbers;
  const pinned = found.filter(({ isPinned }) => isFirst && isPinned);
  const early = isFirst ? pinned.map(({ number }) => number) : listedEarly;
  const isRemaining = ({ number }: Branch): boolean =>
    !early.includes(number) && (isFirst || (order === 'oldest' ? number > after : number < after));
  const byNumber = new Map(found.map((branch) => [branch.number, branch]));
  const others =
    isFirst || isByTime ? found.filter(isRemaining) : numbers.flatMap((number) => byNumber.get(number) ?? []);

  const room = Math.max(1, (limit >= 1 ? Math.floor(limit) : 1) - pinned.length);
  const page = isAll ? others : others.slice(0, room);
  const rest = others.slice(page.length).map(({ number }) => number);
  const last = page.at(-1);
  return {
    items: [...pinned, ...page].flatMap(({ listed }) => listed),
    ...(last && rest.length > 0 && { next: `${order}:${(isByTime ? [last.number, ...early] : rest).join()}` }),
  };
}

/** The number of comments in a list with `filter`. */
export function featuredTotal(backend: MemoryBackend, key: string): number {
  return backend.entries(key).filter(isFeatured).length;
}

const isFeatured = (entry: Entry): boolean => Boolean(entry.comment.featured) && isPublic(entry);

/** The `preceding` of a comment that is returned alone; absent for a reply. */
export function precedingIn(backend: MemoryBackend, key: string, id: CommentId): Pick<Comment, 'preceding'> {
  const positionIn = (sort: Sort): number =>
    listPage(backend, { discussion: { key, url: '' }, sort, limit: Infinity })
      .items.filter(({ entry }) => !entry.comment.parentId)
      .findIndex(({ entry }) => entry.comment.id === id);
  const sorts = (backend.features.sorts ?? []).filter((sort) => typeof sort === 'string');
  const positions = sorts.map((sort) => [sort, positionIn(sort)] as const);
  return positions.some(([, position]) => position >= 0) ? { preceding: Object.fromEntries(positions) } : {};
}

/** The `replies` of a comment that is returned alone: a cursor for all of them. */
export function repliesElsewhere(backend: MemoryBackend, key: string, id: CommentId): Pick<Comment, 'replies'> {
  const found = branches(backend.entries(key), id).filter((branch) => branch.some((entry) => isListed(entry, backend)));
  return found.length === 0 ? {} : { replies: { total: found.length, next: repliesAfter(-1) } };
}
