import type { CommentPage, Filter } from 'article-comments/rules.js';
import type { Data } from '../database/data.js';
import { orderOf } from '../discussion/cursor.js';
import { discussionId, discussionInfo, findDiscussion } from '../discussion/discussion-state.js';
import { findComment } from '../discussion/find-comment.js';
import { listComments as list } from '../discussion/list-comments.js';
import type { Store } from '../discussion/store.js';
import type { Caller } from '../identity/caller.js';
import type { ApiRequest, OptionalFeedUrl } from './api-request.js';

/** `offersTo`: what the server can do for a caller. */
export const openDiscussion =
  (store: Store, offersTo: (caller: Caller) => object, feedUrl: OptionalFeedUrl) =>
  async ({ caller, query, request }: ApiRequest<ListParameters>): Promise<object> => {
    // Read before the page: events between the two are then sent again instead of missed.
    const discussion = await findDiscussion(store, discussionId(query.discussion));
    const { sort, limit } = query;
    return {
      discussion: discussionInfo(store, discussion, caller, feedUrl(request, query.discussion)),
      page: await list(store, discussion, caller, { sort: orderOf(sort), limit, parent: '' }),
      offers: offersTo(caller),
      position: String(discussion?.last_event ?? 0),
    };
  };

export interface ListParameters {
  readonly discussion: string;
  readonly sort?: string;
  readonly limit: number;
  readonly cursor?: string;
  readonly filter?: Filter;
  readonly parent?: string;
}

export const listComments =
  (store: Store) =>
  async ({ caller, query }: ApiRequest<ListParameters>): Promise<CommentPage> => {
    const { parent = '', ...rest } = query;
    const discussion = await findDiscussion(store, discussionId(query.discussion));
    if (parent !== '') await findComment(store, query.discussion, parent, caller);
    return list(store, discussion, caller, { ...rest, sort: orderOf(query.sort), parent });
  };

/** Every key is a valid discussion, with zero comments if there are none. */
export const countComments =
  ({ database }: Data) =>
  async ({ query: { discussion: keys } }: ApiRequest<{ readonly discussion: readonly string[] }>): Promise<object> => {
    const rows = await database
      .selectFrom('discussions')
      .select(['id', 'total'])
      .where('id', 'in', keys.map(discussionId))
      .execute();
    const totals = new Map(rows.map(({ id, total }) => [id, total]));
    // `fromEntries`, because a key may be `__proto__`.
    return { counts: Object.fromEntries(keys.map((key) => [key, totals.get(discussionId(key)) ?? 0])) };
  };
