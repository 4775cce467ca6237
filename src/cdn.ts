/** The entry of the classic script: everything in one file, which defines the elements at once. */
import './define.js';
import { ArticleComments } from './elements/article-comments.js';
import { CommentCount } from './elements/count/comment-count.js';
import { CommentQuote } from './elements/quote/comment-quote.js';
import { backends } from './cdn-backends.js';
import { locales } from './cdn-locales.js';

export { adapters } from './cdn-backends.js';
export * from './cdn-elements.js';

for (const element of [ArticleComments, CommentCount, CommentQuote]) Object.assign(element, { backends, locales });
