import type { Filter } from 'article-comments/rules.js';
import type { Caller } from '../identity/caller.js';
import type { Store } from '../store.js';
import { readableBy } from './readable.js';

/** The comments below one parent, or those of one selection, as one caller sees them. */
export interface Siblings {
  readonly discussion: string;
  /** Empty for the top level. */
  readonly parent: string;
  /** Takes the place of `parent`: such comments, at any level. */
  readonly filter?: Filter | undefined;
  readonly caller: Caller;
}

/** Selects siblings, unordered. */
export function siblingsQuery({ database }: Pick<Store, 'database'>, { discussion, parent, filter, caller }: Siblings) {
  return database
    .selectFrom('comments')
    .selectAll('comments')
    .where('comments.discussion', '=', discussion)
    .$if(filter === undefined, (query) => query.where('comments.parent', '=', parent))
    .$if(filter === 'featured', (query) =>
      query.where('comments.featured', '=', true).where('comments.status', '=', 'visible'),
    )
    .where(readableBy(caller));
}
