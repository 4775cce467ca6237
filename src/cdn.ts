/** The entry of the classic script: everything in one file, which defines the elements as soon as the page is parsed. */
import { ArticleComments } from './elements/article-comments.js';
import { CommentCount } from './elements/count/comment-count.js';
import { defineOnce } from './elements/define-once.js';
import { CommentQuote } from './elements/quote/comment-quote.js';
import { backends } from './cdn-backends.js';
import { locales } from './cdn-locales.js';

// For TypeScript: declares the tags and their events.
export type {} from './define.js';
export { adapters } from './cdn-backends.js';
export * from './cdn-elements.js';

const elements = { 'article-comments': ArticleComments, 'comment-count': CommentCount, 'comment-quote': CommentQuote };
for (const element of Object.values(elements)) Object.assign(element, { backends, locales });

/** Waits until the page is parsed: before that, the comments in an element may not have arrived yet. */
function define(): void {
  if (document.readyState === 'loading') return;
  for (const [tag, element] of Object.entries(elements)) defineOnce(tag, element);
}

define();
document.addEventListener('readystatechange', define);
