/** The classes of the elements and the store, for scripts on a page with the script tag. The tag's own file defines the elements. */
export { ArticleComments } from './elements/article-comments.js';
export { CommentCount } from './elements/count/comment-count.js';
export { CommentQuote } from './elements/quote/comment-quote.js';
export { registerLocale } from './i18n/locale-registry.js';
export { AdapterError } from './model/adapter.js';
export { DiscussionStore } from './model/discussion/discussion-store.js';
