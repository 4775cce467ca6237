/**
 * Building blocks for your own adapters: requests with limits on time and size, errors of the right kind, validation of responses,
 * flattening of nested comments, and many calls at once. The adapters of this package use the same parts. Their contract is
 * `CommentsAdapter`.
 *
 * ```ts
 * import { createClient, decode } from 'article-comments/adapter-kit.js';
 *
 * const { request } = createClient({ src: '/api', errors: ({ status }) => (status === 423 ? { kind: 'closed' } : undefined) });
 * const article = decode.object({ isOpen: decode.flag });
 *
 * const adapter = {
 *   async open({ key }, call) {
 *     const { isOpen } = await request({ path: `/articles/${encodeURIComponent(key)}` }, call, article);
 *     return { state: isOpen ? 'open' : 'closed' };
 *   },
 *   …
 * ```
 */
export { batches } from './adapters/shared/batches.js';
export type { ClientRequest, ClientResponse, Transport } from './adapters/shared/client-response.js';
export {
  type Client,
  type ClientOptions,
  createClient,
  type ResponseDecoder,
} from './adapters/shared/create-client.js';
export * as decode from './adapters/shared/decoders.js';
export type { Decoder, Decoders, Members, Words } from './adapters/shared/decoders.js';
export { isOfKind, orUndefined } from './adapters/shared/error-kinds.js';
export { escapeHtml } from './adapters/shared/escape-html.js';
export type { TextResponse, TimeLimits } from './adapters/shared/fetch-text.js';
export { flatten, type FlatNode } from './adapters/shared/flatten.js';
export { guardAdapter } from './adapters/shared/guard-adapter.js';
export { htmlToText } from './adapters/shared/html-to-text.js';
export { pooled } from './adapters/shared/pooled.js';
export { requireAuthor } from './adapters/shared/require-author.js';
export { type ErrorDetails, responseError } from './adapters/shared/response-error.js';
export { serverTime } from './adapters/shared/server-time.js';
export { SharedTask } from './adapters/shared/shared-task.js';
export type { Query, UrlBuilder } from './adapters/shared/url-builder.js';
