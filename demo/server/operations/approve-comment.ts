import type { Comment } from '../../../src/model/adapter.js';
import type { CommentRow } from '../database/tables.js';
import { refByKey, changeDiscussion } from '../discussion/change-discussion.js';
import { presentOne } from '../discussion/load-view.js';
import { Problem } from '../http/problem.js';
import type { Caller } from '../identity/caller.js';
import { requireModerator } from '../identity/access.js';
import type { Store } from '../store.js';

/**
 * Publishes a held comment. Idempotent.
 *
 * @param revision The one that the moderator has read. Another one is a `conflict`; without it, any is published.
 */
export async function approveComment(
  store: Store,
  caller: Caller,
  key: string,
  id: string,
  revision?: string,
): Promise<Comment> {
  requireModerator(caller);
  const { discussion, row } = await changeDiscussion(store, refByKey(key), async (change) => {
    const before: CommentRow = await change.find(id);
    if (before.status !== 'pending') return { discussion: change.discussion, row: before };
    if (revision !== undefined && revision !== String(before.revision))
      throw new Problem('conflict', 'This comment has changed in the meantime.');
    await change.addReplies(before.parent, { replies: 1, held: -1 });
    change.addVisible(1);
    // It is new to everyone but its author.
    return { discussion: change.discussion, row: await change.update(before, { status: 'visible' }, 'added') };
  });
  return presentOne(store, discussion, row, caller);
}
