import type { ApiRequest } from '../contract/routes.js';
import { discussionId, findDiscussion, discussionInfo } from '../discussion/discussion-state.js';
import type { OptionalFeedUrl } from '../feed/feed-route.js';
import { listComments } from '../discussion/list-comments.js';
import { orderOf } from '../discussion/orders.js';
import type { Caller } from '../identity/caller.js';
import type { Store } from '../store.js';
import type { ListParameters } from './list-comments.js';

/** `offersTo`: what the server can do for a caller. */
export const openDiscussion =
  (store: Store, offersTo: (caller: Caller) => object, feedUrl: OptionalFeedUrl) =>
  async ({ caller, query, request }: ApiRequest<ListParameters>): Promise<object> => {
    // Read before the page: events between the two are then sent again instead of missed.
    const discussion = await findDiscussion(store, discussionId(query.discussion));
    const { sort, limit } = query;
    return {
      discussion: discussionInfo(store, discussion, caller, feedUrl(request, query.discussion)),
      page: await listComments(store, discussion, caller, { sort: orderOf(sort), limit, parent: '' }),
      offers: offersTo(caller),
      position: String(discussion?.last_event ?? 0),
    };
  };
