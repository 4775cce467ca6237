import type { Comment } from '../../../src/model/adapter.js';
import type { ApiRequest } from '../contract/routes.js';
import type { CommentRow } from '../database/tables.js';
import { refByKey, changeDiscussion, type DiscussionChange } from '../discussion/change-discussion.js';
import { presentOne } from '../discussion/load-view.js';
import { Problem } from '../http/problem.js';
import { isModerator, isOwn, type Caller } from '../identity/caller.js';
import type { Store } from '../store.js';
import type { DiscussionQuery } from './discussion-query.js';

/** Also works in closed discussions. */
export const removeComment =
  (store: Store) =>
  ({ caller, query, id }: ApiRequest<DiscussionQuery>): Promise<{ readonly effect: 'gone' | 'tombstone' }> =>
    changeDiscussion(store, refByKey(query.discussion), async (change) => {
      const before = await findRemovable(change, id, caller);
      if (before.status !== 'visible' && before.status !== 'pending')
        return { effect: before.status === 'gone' ? 'gone' : 'tombstone' };
      // Held replies count too: they need their parent once approved.
      const hasReplies = before.replies + before.held_replies > 0;
      if (!hasReplies) await countAsReply(change, before, -1);
      if (before.status === 'visible') change.addVisible(-1);
      await change.update(before, {
        status: hasReplies ? (isOwn(caller, before) ? 'deleted' : 'hidden') : 'gone',
        status_before: before.status,
        removed_by: caller.identity ?? null,
        pinned: false,
      });
      return { effect: hasReplies ? 'tombstone' : 'gone' };
    });

/** Undoes a removal by the caller. Removals by others stay. */
export const restoreComment =
  (store: Store) =>
  async ({ caller, query, id }: ApiRequest<DiscussionQuery>): Promise<Comment> => {
    const { discussion, row } = await changeDiscussion(store, refByKey(query.discussion), async (change) => {
      const before = await findRemovable(change, id, caller);
      const { status_before: status } = before;
      if (status === null) return { discussion: change.discussion, row: before };
      if (before.removed_by !== caller.identity) throw new Problem('forbidden', 'Someone else removed this comment.');
      if (before.parent !== '' && (await change.find(before.parent)).status === 'gone')
        throw new Problem('parent-gone', 'The comment it replies to has been removed as well.');
      if (before.status === 'gone') await countAsReply(change, { ...before, status }, 1);
      if (status === 'visible') change.addVisible(1);
      // Pages that have dropped it treat it as new.
      const row = await change.update(before, { status, status_before: null, removed_by: null }, 'added');
      return { discussion: change.discussion, row };
    });
    return presentOne(store, discussion, row, caller);
  };

async function findRemovable(change: DiscussionChange, id: string, caller: Caller): Promise<CommentRow> {
  const row = await change.find(id);
  if (isOwn(caller, row) || isModerator(caller)) return row;
  // Others must not learn of held or gone comments.
  if (row.status === 'pending' || row.status === 'gone')
    throw new Problem('not-found', 'There is no such comment in this discussion.');
  throw new Problem('forbidden', 'This is not your comment.');
}

const countAsReply = (change: DiscussionChange, { parent, status }: CommentRow, more: number): Promise<void> =>
  change.addReplies(parent, status === 'pending' ? { held: more } : { replies: more });
