/**
 * What the element, the server and the import have to decide alike: the rules of a discussion, how long a text is, which addresses and
 * characters it may have. The products bundle it; the package does not export it.
 */
export type * from './model/adapter.js';
export { parseUrl, parseWebUrl } from './adapters/shared/urls.js';
export { decodeEntity, entity } from './content/markdown/entities.js';
export { normalizeLine, normalizeText } from './content/normalize-text.js';
export { safeUrl, webUrl } from './content/safe-url.js';
export type * from './i18n/messages.js';
export { default as takingPartMessages } from './locales/parts/en-taking-part.js';
export * from './model/rules.js';
export { fragmentOf } from './presentation/comment-address.js';
