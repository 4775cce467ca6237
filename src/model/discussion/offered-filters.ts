import type { CommentsAdapter, Filter } from '../adapter.js';

const KNOWN: readonly Filter[] = ['featured'];

/** The selections of comments that an adapter offers. Nobody has checked what it says, so unknown ones are left out. */
export function offeredFilters({ features }: CommentsAdapter): readonly Filter[] {
  const filters: unknown = features?.filters;
  return Array.isArray(filters) ? KNOWN.filter((filter) => filters.includes(filter)) : [];
}
