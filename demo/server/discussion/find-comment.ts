import type { CommentRow, DiscussionRow } from '../database/tables.js';
import { Problem } from '../http/problem.js';
import type { Caller } from '../identity/caller.js';
import type { Store } from '../store.js';
import { discussionId, findDiscussion } from './discussion-state.js';
import { isListed } from './present-comment.js';

export interface Found {
  readonly discussion: DiscussionRow;
  readonly row: CommentRow;
}

/** A comment that the caller may know of, for reading. Throws `not-found`. */
export async function findComment(store: Store, key: string, id: string, caller: Caller): Promise<Found> {
  const discussion = await findDiscussion(store, discussionId(key));
  const row =
    discussion &&
    (await store.database
      .selectFrom('comments')
      .selectAll()
      .where('discussion', '=', discussion.id)
      .where('id', '=', id)
      .executeTakeFirst());
  if (!row || !isListed(row, caller)) throw new Problem('not-found', 'There is no such comment in this discussion.');
  return { discussion, row };
}
