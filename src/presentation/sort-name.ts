import type { CoreMessages } from '../i18n/messages.js';
import type { Sort, SortOption } from '../model/adapter.js';

/** Returns the label of a sort order. */
export function sortName(sort: Sort | SortOption, { orders }: CoreMessages): string {
  return (Object(sort) as Partial<SortOption>).label ?? orders[sort as Sort] ?? sort;
}
