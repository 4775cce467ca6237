import type { CommentsAdapter } from '../model/adapter.js';
import { offeredSortIds } from '../model/discussion/offers.js';

/** Of a page without an adapter nobody knows what else is offered. */
const WELL_KNOWN: readonly string[] = ['oldest', 'newest', 'top'];

/**
 * The id of the order that is wanted, by default the first that is offered.
 *
 * @throws RangeError if it is not offered.
 */
export function requireSort(adapter: CommentsAdapter | undefined, wanted: string | undefined): string {
  const offered = adapter ? offeredSortIds(adapter) : WELL_KNOWN;
  if (wanted === undefined) return offered[0]!;
  if (!offered.includes(wanted))
    throw new RangeError(`sort is "${wanted}". Use one that is offered: ${offered.join(', ')}.`);
  return wanted;
}
