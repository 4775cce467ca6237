/** The two requests every adapter supports, with their responses checked against the contract. Neither outlasts its signal. */
import { abortable } from './abortable.js';
import type { Call, CommentPage, CommentsAdapter, DiscussionInfo, DiscussionRef, ListQuery } from './adapter.js';
import { badResponse } from './bad-response.js';

/** Requests the state of a discussion. */
export async function requestInfo(
  adapter: CommentsAdapter,
  discussion: DiscussionRef,
  call: Call,
): Promise<DiscussionInfo> {
  const info = await abortable(call.signal, adapter.open(discussion, call));
  if (!info?.state) throw badResponse('open', info, 'an object with "state"');
  return info;
}

/** Requests one page of comments. */
export async function requestPage(adapter: CommentsAdapter, query: ListQuery, call: Call): Promise<CommentPage> {
  const page = await abortable(call.signal, adapter.list(query, call));
  if (!page?.items?.every?.((comment) => comment?.body))
    throw badResponse('list', page, 'an object with an array of comments as "items"');
  return page;
}
