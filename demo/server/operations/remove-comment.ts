import type { Comment } from '../../../src/model/adapter.js';
import type { Asked } from '../contract/routes.js';
import type { CommentRow } from '../database/tables.js';
import { byKey, changeDiscussion, type DiscussionChange } from '../discussion/change-discussion.js';
import { presentOne } from '../discussion/view.js';
import { Problem } from '../http/problem.js';
import { isModerator, isOwn, type Caller } from '../identity/caller.js';
import type { Store } from '../store.js';
import type { ByDiscussion } from './by-discussion.js';

/** Also in a closed discussion: what is wrong there must not stay. */
export const removeComment =
  (store: Store) =>
  ({ caller, query, id }: Asked<ByDiscussion>): Promise<{ readonly effect: 'gone' | 'tombstone' }> =>
    changeDiscussion(store, byKey(query.discussion), async (change) => {
      const before = await findOwnOrModerated(change, id, caller);
      if (before.status !== 'visible' && before.status !== 'pending') return { effect: before.status === 'gone' ? 'gone' : 'tombstone' };
      // Held replies count as well: they need what they answer when they appear.
      const hasReplies = before.replies + before.held_replies > 0;
      if (!hasReplies) await countPlace(change, before, -1);
      if (before.status === 'visible') change.countVisible(-1);
      await change.update(before, {
        status: hasReplies ? (isOwn(caller, before) ? 'deleted' : 'hidden') : 'gone',
        status_before: before.status,
        removed_by: caller.identity ?? null,
        pinned: false,
      });
      return { effect: hasReplies ? 'tombstone' : 'gone' };
    });

/** Takes the caller's own removal back; what somebody else removed stays removed. */
export const restoreComment =
  (store: Store) =>
  async ({ caller, query, id }: Asked<ByDiscussion>): Promise<Comment> => {
    const { discussion, row } = await changeDiscussion(store, byKey(query.discussion), async (change) => {
      const before = await findOwnOrModerated(change, id, caller);
      const { status_before: status } = before;
      if (status === null) return { discussion: change.discussion, row: before };
      if (before.removed_by !== caller.identity) throw new Problem('forbidden', 'Somebody else has removed this comment.');
      if (before.parent !== '' && (await change.find(before.parent)).status === 'gone')
        throw new Problem('parent-gone', 'What this comment answered has been removed as well.');
      if (before.status === 'gone') await countPlace(change, { ...before, status }, 1);
      if (status === 'visible') change.countVisible(1);
      // For those whose page has lost it, it is new.
      const row = await change.update(before, { status, status_before: null, removed_by: null }, 'added');
      return { discussion: change.discussion, row };
    });
    return presentOne(store, discussion, row, caller);
  };

async function findOwnOrModerated(change: DiscussionChange, id: string, caller: Caller): Promise<CommentRow> {
  const row = await change.find(id);
  if (isOwn(caller, row) || isModerator(caller)) return row;
  // What is held or gone does not exist for others.
  if (row.status === 'pending' || row.status === 'gone') throw new Problem('not-found', 'There is no such comment in this discussion.');
  throw new Problem('forbidden', 'This is not your comment.');
}

const countPlace = (change: DiscussionChange, { parent, status }: CommentRow, more: number): Promise<void> =>
  change.countReplies(parent, status === 'pending' ? { held: more } : { replies: more });
