import { AdapterError, type Cursor, type Features, type ListQuery, type Sort } from '../../model/adapter.js';
import { branches, isListed, type Entry } from './discussion-entries.js';

/** A cursor is the sort and the number of the last branch handed out: it stays right whatever is posted or removed meanwhile. */
const cursorPattern = /^(oldest|newest):(\d+)$/;

function readCursor(cursor: Cursor, sort: Sort): number {
  const [, cursorSort, number] = cursorPattern.exec(cursor) ?? [];
  if (cursorSort !== sort)
    throw new AdapterError('invalid', `The cursor "${cursor}" does not belong to a list sorted by "${sort}".`, { stored: 'no' });
  return Number(number);
}

/** One page of what `viewer` may see: whole branches, so that replies come with the comment they answer. */
export function listPage(
  entries: readonly Entry[],
  { sort, limit, cursor, parentId }: ListQuery,
  { viewer, paging }: { readonly viewer: string; readonly paging: Features['paging'] },
): { readonly entries: readonly Entry[]; readonly next?: Cursor } {
  if (sort === 'top') throw new AdapterError('unsupported', 'This discussion cannot be sorted by votes.', { stored: 'no' });
  const after = cursor === undefined ? undefined : readCursor(cursor, sort);
  const waiting = branches(entries, parentId ?? null)
    .map((branch) => ({ number: branch[0]?.number ?? 0, listed: branch.filter((entry) => isListed(entry, viewer)) }))
    .filter(({ number, listed }) => listed.length > 0 && (after === undefined || (sort === 'oldest' ? number > after : number < after)));
  if (sort === 'newest') waiting.reverse();
  const page = paging === 'all' ? waiting : waiting.slice(0, limit >= 1 ? Math.floor(limit) : 1);
  const last = page.at(-1);
  return {
    entries: page.flatMap(({ listed }) => listed),
    ...(last !== undefined && page.length < waiting.length ? { next: `${sort}:${last.number}` } : {}),
  };
}
