/** Pages of comments, and the place of a single one. */
import type { Comment, CommentId, Cursor, ListQuery, Sort } from '../../model/adapter.js';
import { refusal, type MemoryBackend } from './backend.js';
import { tally } from './present.js';
import { type Entry, isListed, isPublic, type Reader } from './records.js';

/** `replies`: by the number of direct replies. */
const ORDERS = ['oldest', 'newest', 'top', 'replies'];

/**
 * A cursor holds the order and the numbers of branches, and stays valid whatever is posted, removed, pinned or voted
 * on. By time, it holds the last branch that was listed, then the pinned ones, which were listed out of turn. By votes or replies,
 * orders that keep changing, it holds the remaining branches in the order of the first page.
 */
const CURSOR = /^(\w+):(-?\d+(?:,\d+)*)$/;

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
  if (filter && !features.filters?.includes(filter))
    throw refusal('unsupported', `This discussion cannot be filtered by "${filter}".`);
  const isAll = features.paging === 'all';
  const order = parentId === undefined ? sort : 'oldest';
  const entries = backend.entries(discussion.key);
  const all = filter ? entries.filter(isFeatured).map((entry) => [entry]) : branches(entries, parentId ?? null);
  const found = all.flatMap((branch): Branch | [] => {
    const [top] = branch;
    const listed = listBranch(branch, backend, isAll ? Infinity : options.repliesPerComment);
    if (!top || listed.length === 0) return [];
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

  const room = Math.max(1, (Math.floor(limit) || 1) - pinned.length);
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

/**
 * The branches below one comment, or of the whole discussion. A branch is a comment followed by all its replies, depth
 * first, oldest reply first.
 *
 * Unlisted comments are included: a reply stays in the branch of its parent when the parent is removed, because as a
 * branch of its own it would appear on a second page. A comment whose parent never existed starts a branch, and so does
 * the first comment of a circle, so that nothing is lost.
 */
export function branches(entries: readonly Entry[], below: CommentId | null): readonly (readonly Entry[])[] {
  const ids = new Set(entries.map((entry) => entry.comment.id));
  const children = new Map<CommentId | null, Entry[]>();
  for (const entry of entries) {
    const parent = entry.comment.parentId ?? null;
    const known = parent !== null && ids.has(parent) ? parent : null;
    const siblings = children.get(known);
    if (siblings) siblings.push(entry);
    else children.set(known, [entry]);
  }
  const placed = new Set<Entry>();
  const branch = (top: Entry): Entry[] => {
    const found: Entry[] = [];
    // A stack instead of recursion, which a chain of ten thousand replies would overflow.
    const stack = [top];
    for (let entry = stack.pop(); entry; entry = stack.pop()) {
      if (placed.has(entry)) continue;
      placed.add(entry);
      found.push(entry);
      const replies = children.get(entry.comment.id) ?? [];
      for (const reply of replies.toReversed()) stack.push(reply);
    }
    return found;
  };
  const result = (children.get(below) ?? []).map(branch);
  if (below !== null) return result;
  for (const entry of entries) if (!placed.has(entry)) result.push(branch(entry));
  return result.sort((a, b) => (a[0]?.number ?? 0) - (b[0]?.number ?? 0));
}

/** A comment of a page, with a reference to its replies that are not in the page. */
interface Listed {
  readonly entry: Entry;
  readonly replies?: NonNullable<Comment['replies']>;
}

/** The cursor of the replies after the comment with this number. */
const repliesAfter = (number: number): string => `oldest:${number}`;

/**
 * The comments of one branch that `viewer` sees, with the first `limit` replies to each comment and a cursor for the
 * others. An unlisted comment cannot carry a cursor, so all of its replies are included.
 */
function listBranch(branch: readonly Entry[], viewer: Reader, limit = Infinity): readonly Listed[] {
  const [top] = branch;
  /** How many replies of each comment are listed, or have listed replies below them. */
  const totals = new Map<CommentId, number>();
  const isOnPath = (entry: Entry): boolean => isListed(entry, viewer) || totals.has(entry.comment.id);
  // Backwards, so that the replies to a comment are counted before the comment. The first comment of a circle is no
  // reply.
  for (const entry of branch.toReversed()) {
    const parent = entry.comment.parentId ?? '';
    if (entry !== top && isOnPath(entry)) totals.set(parent, (totals.get(parent) ?? 0) + 1);
  }

  const open = new Map<CommentId, { readonly entry: Entry; replies: number; last: number }>();
  for (const entry of branch) {
    const parent = open.get(entry.comment.parentId ?? '');
    if (entry !== top) {
      // A reply is omitted together with everything below it.
      if (!parent) continue;
      if (isOnPath(entry)) {
        if (parent.replies >= limit && isListed(parent.entry, viewer)) continue;
        parent.replies++;
        parent.last = entry.number;
      }
    }
    open.set(entry.comment.id, { entry, replies: 0, last: -1 });
  }
  return [...open.values()]
    .filter(({ entry }) => isListed(entry, viewer))
    .map(({ entry, replies, last }) => {
      const total = totals.get(entry.comment.id) ?? 0;
      return { entry, ...(replies < total && { replies: { total, next: repliesAfter(last) } }) };
    });
}
