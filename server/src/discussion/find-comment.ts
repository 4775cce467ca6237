import type { CommentRow, DiscussionRow } from '../database/tables.js';
import type { Caller } from '../identity/caller.js';
import { Problem } from '../rules/problem.js';
import { discussionId, findDiscussion } from './discussion-state.js';
import { isReadableBy } from './readable.js';
import type { Store } from './store.js';

export interface FoundComment {
  readonly discussion: DiscussionRow;
  readonly row: CommentRow;
}

/** Finds a comment that the caller may read. Throws `not-found`. */
export async function findComment(store: Store, key: string, id: string, caller: Caller): Promise<FoundComment> {
  const discussion = await findDiscussion(store, discussionId(key));
  const row =
    discussion &&
    (await store.database
      .selectFrom('comments')
      .selectAll()
      .where('discussion', '=', discussion.id)
      .where('id', '=', id)
      .executeTakeFirst());
  if (!row || !isReadableBy(row, caller))
    throw new Problem('not-found', 'There is no such comment in this discussion.');
  return { discussion, row };
}
