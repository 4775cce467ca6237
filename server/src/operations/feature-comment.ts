/** What moderators do with published comments. Each is safe to repeat. */
import type { Comment, DecisionReasons } from 'article-comments/rules.js';
import { changeDiscussion, type DiscussionChange, refByKey } from '../discussion/change-discussion.js';
import { presentOne } from '../discussion/load-view.js';
import { isHidden, setHidden } from '../discussion/present-comment.js';
import { reasonsFor } from '../discussion/state-reasons.js';
import type { Store } from '../discussion/store.js';
import { requireModerator } from '../identity/access.js';
import type { HouseRules } from '../rules/house-rules.js';
import { Problem } from '../rules/problem.js';
import type { ApiRequest, DiscussionQuery } from './api-request.js';

export const featureComment =
  (store: Store) =>
  async ({
    caller,
    query,
    id,
    body: { featured },
  }: ApiRequest<DiscussionQuery, { readonly featured: boolean }>): Promise<Comment> => {
    requireModerator(caller);
    const { discussion, row } = await changeDiscussion(store, refByKey(query.discussion), async (change) => {
      const before = await change.find(id);
      if (before.status !== 'visible') throw new Problem('not-found', 'This comment is no longer there.');
      const row = before.featured === featured ? before : await change.update(before, { featured });
      return { discussion: change.discussion, row };
    });
    return presentOne(store, discussion, row, caller);
  };

/** What was removed stays removed. */
export const hideComment =
  (store: Store) =>
  async ({
    caller,
    query,
    id,
    body: { hidden, decision: reasons },
  }: ApiRequest<
    DiscussionQuery,
    { readonly hidden: boolean; readonly decision?: DecisionReasons }
  >): Promise<Comment> => {
    requireModerator(caller);
    const { discussion, row } = await changeDiscussion(store, refByKey(query.discussion), async (change) => {
      const before = await change.find(id);
      if (before.status !== 'visible' && !isHidden(before))
        throw new Problem('not-found', 'This comment is no longer there.');
      if (isHidden(before) === hidden) return { discussion: change.discussion, row: before };
      const decision = hidden
        ? await reasonsFor(store, change, caller, { measure: 'hidden', comment: before, reasons })
        : undefined;
      return { discussion: change.discussion, row: await setHidden(change, before, hidden, decision) };
    });
    return presentOne(store, discussion, row, caller);
  };

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
