import type { Comment } from '../../../src/model/adapter.js';
import type { CommentRow } from '../database/tables.js';
import { byKey, changeDiscussion } from '../discussion/change-discussion.js';
import { presentOne } from '../discussion/view.js';
import type { Caller } from '../identity/caller.js';
import type { Store } from '../store.js';
import { requireModerator } from './pin-comment.js';

/** Shows to all what was held. Safe to repeat. How editors come to do so is no part of the contract. */
export async function approveComment(store: Store, caller: Caller, key: string, id: string): Promise<Comment> {
  requireModerator(caller);
  const { discussion, row } = await changeDiscussion(store, byKey(key), async (change) => {
    const before: CommentRow = await change.find(id);
    if (before.status !== 'pending') return { discussion: change.discussion, row: before };
    await change.countReplies(before.parent, { replies: 1, held: -1 });
    change.countVisible(1);
    // New for everybody but its author.
    return { discussion: change.discussion, row: await change.update(before, { status: 'visible' }, 'added') };
  });
  return presentOne(store, discussion, row, caller);
}
