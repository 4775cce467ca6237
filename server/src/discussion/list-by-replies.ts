/**
 * Paging by the number of direct replies. Unlike votes, that number has no history: a comment that is replied to between two pages may
 * stand on both, which the page notices, or on neither until the list is loaded again.
 */
import { sql } from 'kysely';
import type { CommentRow } from '../database/tables.js';
import type { Store } from '../store.js';
import type { CursorPosition } from './cursor.js';
import { siblingsQuery, type Siblings } from './siblings.js';

interface PageRequest {
  readonly after: CursorPosition | undefined;
  readonly early: readonly number[];
  readonly limit: number;
}

export function listByReplies(
  store: Store,
  siblings: Siblings,
  { after, early, limit }: PageRequest,
): Promise<CommentRow[]> {
  return siblingsQuery(store, siblings)
    .$if(after !== undefined, (query) =>
      query.where(
        sql<boolean>`(comments.replies, comments.number) < (${after?.replies ?? 0}::bigint, ${after?.number}::bigint)`,
      ),
    )
    .$if(early.length > 0, (query) => query.where('comments.number', 'not in', early))
    .orderBy('comments.replies', 'desc')
    .orderBy('comments.number', 'desc')
    .limit(limit)
    .execute();
}
