import type { CommentPage, Filter } from 'article-comments/rules.js';
import type { ApiRequest } from '../contract/routes.js';
import { discussionId, findDiscussion } from '../discussion/discussion-state.js';
import { findComment } from '../discussion/find-comment.js';
import { listComments as list } from '../discussion/list-comments.js';
import { orderOf } from '../discussion/orders.js';
import type { Store } from '../store.js';

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
