/** What moderators do with published comments. Each is safe to repeat. */
import type { Comment, DecisionReasons } from 'article-comments/rules.js';
import type { ApiRequest } from '../contract/routes.js';
import { changeDiscussion, refByKey } from '../discussion/change-discussion.js';
import { isHidden, setHidden } from '../discussion/hidden.js';
import { presentOne } from '../discussion/load-view.js';
import { reasonsFor } from '../discussion/state-reasons.js';
import { Problem } from '../http/problem.js';
import { requireModerator } from '../identity/access.js';
import type { Store } from '../store.js';
import type { DiscussionQuery } from './discussion-query.js';

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
