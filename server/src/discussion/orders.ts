import type { Sort, SortOption } from 'article-comments/rules.js';

/** An order of the top level. `replies`: by the number of direct replies, an order of this server's own. */
export type Order = Sort | 'replies';

/** What the server offers, the default one first. */
export const orders: readonly (Sort | SortOption)[] = [
  'oldest',
  'newest',
  'top',
  { id: 'replies', label: 'Most replies' },
];

const ids: readonly Order[] = ['oldest', 'newest', 'top', 'replies'];

/** The order that a request asks for. The first request is sent before the page knows what is offered. */
export function orderOf(wanted: string | undefined): Order {
  return ids.find((id) => id === wanted) ?? 'oldest';
}
