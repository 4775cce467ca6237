import type { CommentsAdapter } from '../model/adapter.js';
import { offeredSortIds } from '../model/discussion/offers.js';

/** The orders accepted without an adapter. Which others the backend offers is unknown then. */
const WELL_KNOWN: readonly string[] = ['oldest', 'newest', 'top'];

/**
 * Returns the id of the requested order, by default the first that is offered.
 *
 * @throws RangeError if the order is not offered.
 */
export function requireSort(adapter: CommentsAdapter | undefined, wanted: string | undefined): string {
  const offered = adapter ? offeredSortIds(adapter) : WELL_KNOWN;
  if (wanted === undefined) return offered[0]!;
  if (!offered.includes(wanted))
    throw new RangeError(`sort is "${wanted}". Use one of the offered orders: ${offered.join(', ')}.`);
  return wanted;
}
