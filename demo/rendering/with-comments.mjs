/** Puts the comments of a discussion into a page of the demo, as a publisher's template does. */
import { httpAdapter } from 'article-comments/adapters/http.js';
import { renderedComments } from '../examples/rendered-comments.mjs';

/**
 * Fills in `<!-- structured data -->` and what is between `<!-- comments -->` and `<!-- /comments -->`. A page whose backend fails stays
 * as it is.
 *
 * @param {string} page
 * @param {{ src: string, discussion: import('article-comments').DiscussionRef } & import('article-comments/server.js').RenderOptions}
 *   options `src`: the address of the backend for this server.
 */
export async function withComments(page, { src, discussion, ...options }) {
  const rendered = await renderedComments(httpAdapter({ src }), discussion, options);
  if (!rendered) return page;
  return page
    .replace('<!-- structured data -->', () => rendered.head)
    .replace(/<!-- comments -->[^]*<!-- \/comments -->/, () => rendered.comments);
}
