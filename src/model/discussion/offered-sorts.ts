import type { CommentsAdapter, Sort } from '../adapter.js';

/** The orders that an adapter offers, the default one first. Some adapters learn them from the first response. */
export function offeredSorts({ features }: CommentsAdapter): readonly Sort[] {
  const sorts = features?.sorts;
  return Array.isArray(sorts) && sorts.length > 0 ? (sorts as readonly Sort[]) : ['oldest'];
}

/** The order that is wanted if the adapter offers it, otherwise its default. */
export function offeredSort(adapter: CommentsAdapter, wanted?: Sort): Sort {
  const sorts = offeredSorts(adapter);
  return sorts.find((sort) => sort === wanted) ?? sorts[0]!;
}
