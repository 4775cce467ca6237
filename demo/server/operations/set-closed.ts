import type { DiscussionInfo } from '../../../src/model/adapter.js';
import type { Asked } from '../contract/routes.js';
import { byKey, changeDiscussion } from '../discussion/change-discussion.js';
import { infoOf, isOpen } from '../discussion/discussion-state.js';
import type { Store } from '../store.js';
import type { ByDiscussion } from './by-discussion.js';
import { requireModerator } from './pin-comment.js';

/** One that is opened again stays open until it is closed by hand. */
export const setClosed =
  (store: Store) =>
  async ({ caller, query, body: { closed } }: Asked<ByDiscussion, { readonly closed: boolean }>): Promise<DiscussionInfo> => {
    requireModerator(caller);
    const discussion = await changeDiscussion(store, byKey(query.discussion), async (change) => {
      const { closes_at: closesAt } = change.discussion;
      if (isOpen(change.discussion, change.now) === closed)
        change.setTimes(closed ? { closed_at: change.now, closes_at: closesAt } : { closed_at: null, closes_at: null });
      return change.discussion;
    });
    return infoOf(store, discussion, caller);
  };
