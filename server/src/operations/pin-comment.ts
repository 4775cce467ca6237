import type { Comment } from 'article-comments/rules.js';
import type { ApiRequest } from '../contract/routes.js';
import { refByKey, changeDiscussion, type DiscussionChange } from '../discussion/change-discussion.js';
import { presentOne } from '../discussion/load-view.js';
import type { HouseRules } from '../house-rules.js';
import { Problem } from '../http/problem.js';
import { requireModerator } from '../identity/access.js';
import type { Store } from '../store.js';
import type { DiscussionQuery } from './discussion-query.js';

/** Only top-level comments can be pinned. */
export const pinComment =
  (store: Store) =>
  async ({
    caller,
    query,
    id,
    body: { pinned },
  }: ApiRequest<DiscussionQuery, { readonly pinned: boolean }>): Promise<Comment> => {
    requireModerator(caller);
    const { discussion, row } = await changeDiscussion(store, refByKey(query.discussion), async (change) => {
      const before = await change.find(id);
      if (before.pinned === pinned) return { discussion: change.discussion, row: before };
      if (before.status !== 'visible') throw new Problem('not-found', 'This comment is no longer there.');
      if (before.parent !== '') throw new Problem('invalid', 'Replies cannot be pinned.');
      if (pinned) await requirePinsLeft(change, store.rules);
      return { discussion: change.discussion, row: await change.update(before, { pinned }) };
    });
    return presentOne(store, discussion, row, caller);
  };

async function requirePinsLeft({ trx, discussion }: DiscussionChange, { maxPinned }: HouseRules): Promise<void> {
  const pinned = await trx
    .selectFrom('comments')
    .select('id')
    .where('discussion', '=', discussion.id)
    .where('pinned', '=', true)
    .execute();
  if (pinned.length >= maxPinned) throw new Problem('invalid', `No more than ${maxPinned} comments can be pinned.`);
}
