import type { DiscussionInfo } from 'article-comments/rules.js';
import { changeDiscussion, refByKey } from '../discussion/change-discussion.js';
import { isOpen } from '../discussion/closing.js';
import { discussionInfo } from '../discussion/discussion-state.js';
import type { Store } from '../discussion/store.js';
import { requireModerator } from '../identity/access.js';
import type { ApiRequest, DiscussionQuery, OptionalFeedUrl } from './api-request.js';

/** A reopened discussion stays open until it is closed by hand, or until the next time of its schedule. */
export const setClosed =
  (store: Store, feedUrl: OptionalFeedUrl) =>
  async ({
    caller,
    query,
    request,
    body: { closed },
  }: ApiRequest<DiscussionQuery, { readonly closed: boolean }>): Promise<DiscussionInfo> => {
    requireModerator(caller);
    const discussion = await changeDiscussion(store, refByKey(query.discussion), async (change) => {
      const { closes_at: closesAt } = change.discussion;
      const isDue = closesAt !== null && closesAt <= change.now;
      if (isOpen(change.discussion, change.now) === closed)
        change.setClosing(
          closed
            ? { closed_at: change.now, closes_at: closesAt }
            : { closed_at: null, closes_at: isDue ? null : closesAt },
        );
      return change.discussion;
    });
    return discussionInfo(store, discussion, caller, feedUrl(request, query.discussion));
  };
