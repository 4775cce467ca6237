/** Puts the comments of a discussion into a page of the demo, as a publisher's template does. */
import { httpAdapter } from 'article-comments/adapters/http.js';
import { renderComments, scriptJson } from 'article-comments/server.js';

/** Milliseconds after which readers get the article without comments. */
const TIMEOUT = 1500;

/**
 * Fills in `<!-- structured data -->` and what is between `<!-- comments -->` and `<!-- /comments -->`. A page whose backend fails stays
 * as it is: the element loads the comments.
 *
 * @param {string} page
 * @param {{ src: string, discussion: import('article-comments').DiscussionRef } & import('article-comments/server.js').RenderOptions}
 *   options `src`: the address of the backend for this server.
 */
export async function withComments(page, { src, discussion, ...options }) {
  const signal = AbortSignal.timeout(TIMEOUT);
  try {
    const { html, jsonLd, data } = await renderComments(httpAdapter({ src }), discussion, { ...options, signal });
    const taken = data ? `<script type="application/json">${scriptJson(data)}</script>` : '';
    const structured = `<script type="application/ld+json">${scriptJson(jsonLd)}</script>`;
    return page
      .replace('<!-- structured data -->', () => structured)
      .replace(/<!-- comments -->[^]*<!-- \/comments -->/, () => html + taken);
  } catch (error) {
    if (error instanceof RangeError) throw error;
    console.warn(`${discussion.url} is served without comments: ${error.message}`);
    return page;
  }
}
