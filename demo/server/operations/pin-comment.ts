import type { Comment } from '../../../src/model/adapter.js';
import type { Asked } from '../contract/routes.js';
import { byKey, changeDiscussion, type DiscussionChange } from '../discussion/change-discussion.js';
import { presentOne } from '../discussion/view.js';
import type { HouseRules } from '../house-rules.js';
import { Problem } from '../http/problem.js';
import { isModerator, type Caller } from '../identity/caller.js';
import type { Store } from '../store.js';
import type { ByDiscussion } from './by-discussion.js';

export function requireModerator(caller: Caller): void {
  if (!caller.person) throw new Problem('sign-in-required', 'Sign in first.');
  if (!isModerator(caller)) throw new Problem('forbidden', 'Only moderators may do this.');
}

/** A reply has its place below what it answers and cannot leave it. */
export const pinComment =
  (store: Store) =>
  async ({ caller, query, id, body: { pinned } }: Asked<ByDiscussion, { readonly pinned: boolean }>): Promise<Comment> => {
    requireModerator(caller);
    const { discussion, row } = await changeDiscussion(store, byKey(query.discussion), async (change) => {
      const before = await change.find(id);
      if (before.pinned === pinned) return { discussion: change.discussion, row: before };
      if (before.status !== 'visible') throw new Problem('not-found', 'This comment is no longer there.');
      if (before.parent !== '') throw new Problem('invalid', 'An answer cannot be pinned.');
      if (pinned) await requireRoom(change, store.rules);
      return { discussion: change.discussion, row: await change.update(before, { pinned }) };
    });
    return presentOne(store, discussion, row, caller);
  };

async function requireRoom({ trx, discussion }: DiscussionChange, { maxPinned }: HouseRules): Promise<void> {
  const pinned = await trx.selectFrom('comments').select('id').where('discussion', '=', discussion.id).where('pinned', '=', true).execute();
  if (pinned.length >= maxPinned) throw new Problem('invalid', `No more than ${maxPinned} comments can be pinned at once.`);
}
