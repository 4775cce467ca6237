/** Renders the comments of an article for its page. */
import { renderComments, scriptJson } from 'article-comments/server.js';

/** Milliseconds after which readers get the article without its comments. */
const TIMEOUT = 1500;

const script = (type, value) => `<script type="${type}">${scriptJson(value)}</script>`;

/**
 * Returns `comments` for the content of the element and `head` for the head of the page. Undefined if the backend fails: serve the page
 * without them, and the element loads them.
 */
export async function renderedComments(adapter, article, options) {
  try {
    const signal = AbortSignal.timeout(TIMEOUT);
    const { html, jsonLd, data } = await renderComments(adapter, article, { ...options, signal });
    const comments = data ? html + script('application/json', data) : html;
    return { comments, head: script('application/ld+json', jsonLd) };
  } catch (error) {
    if (error instanceof RangeError) throw error; // An option is invalid.
    console.warn(`${article.url} is served without comments: ${error.message}`);
    return undefined;
  }
}
