import type { CommentPage, CommentsAdapter, DiscussionInfo, DiscussionRef } from '../model/adapter.js';
import { infoFromError, toAdapterError } from '../model/adapter-error.js';
import { checkedAdapter } from '../model/contract/checked-adapter.js';
import { offeredSort, sortQuery } from '../model/discussion/offers.js';
import { type RenderOptions, settingsFrom } from './options.js';
import { type RenderedComments, renderPage } from './render-page.js';
import { requireSort } from './require-sort.js';

export interface RenderCommentsOptions extends RenderOptions {
  /** Aborts the requests. By default there is no time-out; set one with `AbortSignal.timeout(2000)`. */
  readonly signal?: AbortSignal | undefined;
}

/** Number of top-level comments. The same default as in the element. */
const DEFAULT_PAGE_SIZE = 25;

/**
 * Loads a discussion from a backend and renders it. Use an adapter without credentials: the result is shown to all readers.
 *
 * @throws AdapterError if the backend does not answer or its response is invalid. Serve the page without comments then; the element
 *   loads them.
 * @throws the signal's reason if it is aborted. If the reason is that of `AbortSignal.timeout()`, an AdapterError of kind `timeout`.
 * @throws RangeError if an option cannot be used. It is thrown before the first request, except for `sort`: some adapters know the
 *   orders of their backend only after its first response.
 */
export async function renderComments(
  adapter: CommentsAdapter,
  discussion: DiscussionRef,
  options: RenderCommentsOptions = {},
): Promise<RenderedComments> {
  const { cursor, pageSize = DEFAULT_PAGE_SIZE, signal = new AbortController().signal } = options;
  settingsFrom(options);
  const note = (problem: string): void => console.warn(`article-comments: ${problem}`);
  const checked = checkedAdapter(adapter, { note, areThorough: false });
  const listBy = (sort: string): Promise<CommentPage> =>
    checked.list({ discussion, ...sortQuery(adapter, sort), limit: pageSize, cursor }, { signal });
  const sort = offeredSort(adapter, options.sort);
  const [info, firstPage] = await Promise.allSettled([checked.open(discussion, { signal }), listBy(sort)]);
  const answered = info.status === 'fulfilled' ? requireSort(adapter, options.sort) : sort;
  const [page] = answered === sort ? [firstPage] : await Promise.allSettled([listBy(answered)]);
  if (signal.aborted && !isTimeout(signal.reason)) signal.throwIfAborted();
  return renderPage(pageFrom(page), infoFrom(info, page), { ...options, discussion, adapter });
}

function isTimeout(reason: unknown): boolean {
  return (Object(reason) as Partial<Error>).name === 'TimeoutError';
}

/** Returns the discussion's state. Some backends report "closed" or "no such discussion" as an error, and some only in `list`. */
function infoFrom(info: PromiseSettledResult<DiscussionInfo>, page: PromiseSettledResult<CommentPage>): DiscussionInfo {
  if (info.status === 'fulfilled') return info.value;
  const error = toAdapterError(info.reason);
  const revealed = infoFromError(error) ?? (page.status === 'rejected' && infoFromError(toAdapterError(page.reason)));
  if (!revealed) throw error;
  return revealed;
}

function pageFrom(page: PromiseSettledResult<CommentPage>): CommentPage {
  if (page.status === 'fulfilled') return page.value;
  const error = toAdapterError(page.reason);
  if (!infoFromError(error)) throw error;
  return { items: [] };
}
