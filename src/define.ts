/** Registers the elements. No other module of the package defines a tag. */
import { ArticleComments } from './elements/article-comments.js';
import { CommentCount } from './elements/count/comment-count.js';
import { CommentQuote } from './elements/quote/comment-quote.js';
import { defineOnce } from './elements/define-once.js';

// For TypeScript: importing this module declares the tags and their events, also for templates.
export type { ArticleComments, CommentCount, CommentQuote };
export type * from './elements/events.js';
export type {} from './template-types/astro.js';
export type {} from './template-types/preact.js';
export type {} from './template-types/react.js';
export type {} from './template-types/solid.js';
export type {} from './template-types/svelte.js';
export type {} from './template-types/vue.js';

defineOnce('article-comments', ArticleComments);
defineOnce('comment-count', CommentCount);
defineOnce('comment-quote', CommentQuote);
