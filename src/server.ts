/** Renders comments as HTML for readers without scripts, for search engines, and until the script has loaded. Needs no DOM. */
export { type ArticleJsonLd, type CommentJsonLd, type InteractionCounterJsonLd } from './server/json-ld.js';
export type { RenderOptions } from './server/options.js';
export { type PreloadFiles, preloadLinks, type PreloadOptions } from './server/preload-links.js';
export { renderComments, type RenderCommentsOptions } from './server/render-comments.js';
export { renderPage, type RenderedComments, type RenderPageOptions } from './server/render-page.js';
export { scriptJson } from './server/script-json.js';
export type { ServedDiscussion } from './model/served-discussion.js';
