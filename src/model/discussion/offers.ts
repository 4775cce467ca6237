/** The orders and selections that an adapter offers. */
import type { CommentsAdapter, Filter, ListQuery, Sort, SortOption } from '../adapter.js';

/** The orders that an adapter offers, the default one first. Some adapters learn them from the first response. */
export function offeredSorts({ features }: CommentsAdapter): readonly (Sort | SortOption)[] {
  const sorts = features?.sorts;
  return Array.isArray(sorts) && sorts.length > 0 ? (sorts as readonly (Sort | SortOption)[]) : ['oldest'];
}

/** The id of an order. A well-known order is its own id. The value is unchecked, because it comes from the adapter. */
export function sortId(sort: Sort | SortOption): string {
  return (Object(sort) as Partial<SortOption>).id ?? (sort as Sort);
}

/** The ids of the orders that an adapter offers. */
export function offeredSortIds(adapter: CommentsAdapter): readonly string[] {
  return offeredSorts(adapter).map(sortId);
}

/** The first of the wanted orders that the adapter offers, otherwise the adapter's default. */
export function offeredSort(adapter: CommentsAdapter, ...wanted: readonly (string | undefined)[]): string {
  const ids = offeredSortIds(adapter);
  return wanted.find((id) => id !== undefined && ids.includes(id)) ?? ids[0]!;
}

export function isWellKnown(id: unknown): id is Sort {
  return id === 'oldest' || id === 'newest' || id === 'top';
}

/** The part of a query that selects an order. */
export function sortQuery(adapter: CommentsAdapter, id: string): Pick<ListQuery, 'sort' | 'sortOption'> {
  return isWellKnown(id)
    ? { sort: id }
    : { sort: offeredSortIds(adapter).find(isWellKnown) ?? 'oldest', sortOption: id };
}

const KNOWN: readonly Filter[] = ['featured'];

/** The selections of comments that an adapter offers. Ignores unknown ones, because the value is unchecked. */
export function offeredFilters({ features }: CommentsAdapter): readonly Filter[] {
  const filters: unknown = features?.filters;
  return Array.isArray(filters) ? KNOWN.filter((filter) => filters.includes(filter)) : [];
}
