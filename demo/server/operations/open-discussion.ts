import type { Asked } from '../contract/routes.js';
import { discussionId, findDiscussion, infoOf } from '../discussion/discussion-state.js';
import { listComments } from '../discussion/list-comments.js';
import type { Store } from '../store.js';
import type { ListParameters } from './list-comments.js';

/** `offers` is what the server can do, the same in every answer. */
export const openDiscussion =
  (store: Store, offers: object) =>
  async ({ caller, query }: Asked<ListParameters>): Promise<object> => {
    // Before the page, which may thus hold what comes after this position; the other way round, something could be missed.
    const discussion = await findDiscussion(store, discussionId(query.discussion));
    const { sort, limit } = query;
    return {
      discussion: infoOf(store, discussion, caller),
      page: await listComments(store, discussion, caller, { sort, limit, parent: '' }),
      offers,
      position: String(discussion?.last_event ?? 0),
    };
  };
