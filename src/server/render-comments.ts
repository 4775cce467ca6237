import type { CommentPage, CommentsAdapter, DiscussionInfo, DiscussionRef } from '../model/adapter.js';
import { infoFromError, toAdapterError } from '../model/adapter-error.js';
import { checkedAdapter } from '../model/contract/checked-adapter.js';
import { offeredSort, sortQuery } from '../model/discussion/offers.js';
import { type RenderOptions, settingsFrom } from './options.js';
import { type RenderedComments, renderPage } from './render-page.js';
import { requireSort } from './require-sort.js';

export interface RenderCommentsOptions extends RenderOptions {
  /** Aborts the requests. Default: nothing does, so set a time-out: `AbortSignal.timeout(2000)`. */
  readonly signal?: AbortSignal | undefined;
}

/** Top-level comments, as many as the element asks for. */
const DEFAULT_PAGE_SIZE = 25;

/**
 * Asks a backend for a discussion, and renders it. The adapter must speak for nobody: what it returns is shown to everybody.
 *
 * @throws AdapterError if the backend does not answer, or not as it should. The page is then served without comments, and the element
 *   loads them.
 * @throws the signal's reason if it is aborted, except for that of `AbortSignal.timeout()`: a backend that takes too long is an
 *   AdapterError, `timeout`.
 * @throws RangeError if an option cannot be used. Nothing is asked then, except for an order: some adapters learn what their backend
 *   offers from its first response.
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

/** Some backends answer "closed" or "no such discussion" with an error, and some only when the comments are listed. */
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
