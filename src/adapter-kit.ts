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
export { batches, pooled, SharedTask } from './adapters/shared/tasks.js';
export { checkedAdapter, type Checks } from './model/contract/checked-adapter.js';
export {
  type ClientRequest,
  type ClientResponse,
  type ErrorDetails,
  responseError,
  serverTime,
  type Transport,
} from './adapters/shared/response.js';
export { type Client, type ClientOptions, createClient, type ResponseDecoder } from './adapters/shared/client.js';
export * as decode from './model/contract/schema.js';
export type { Decoded, Decoder, Decoders, Members, Reading, Words } from './model/contract/schema.js';
export { guardAdapter, isOfKind, orUndefined, requireAuthor, requireText } from './adapters/shared/errors.js';
export { type Bearer, bearer, viewerOf } from './adapters/shared/bearer.js';
export { lazily } from './adapters/shared/lazily.js';
export { enforceRules, type RuleOptions } from './adapters/shared/rules.js';
export { escapeHtml, htmlToText } from './adapters/shared/text.js';
export type { TextResponse, TimeLimits } from './adapters/shared/fetch-text.js';
export { type FlatNode, flatten } from './adapters/shared/thread.js';
export type { Query, UrlBuilder } from './adapters/shared/urls.js';
