import type { Caller } from '../identity/caller.js';
import type { Store } from '../store.js';
import { readableBy } from './readable.js';

/** The comments below one parent, as one caller sees them. */
export interface Siblings {
  readonly discussion: string;
  /** Empty for the top level. */
  readonly parent: string;
  readonly caller: Caller;
}

/** Selects siblings, unordered. */
export function siblingsQuery({ database }: Pick<Store, 'database'>, { discussion, parent, caller }: Siblings) {
  return database
    .selectFrom('comments')
    .selectAll('comments')
    .where('comments.discussion', '=', discussion)
    .where('comments.parent', '=', parent)
    .where(readableBy(caller));
}
