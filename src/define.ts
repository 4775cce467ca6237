/** Registers the elements. No other module of the package defines a tag. */
import { ArticleComments } from './elements/article-comments.js';
import { CommentCount } from './elements/count/comment-count.js';
import { defineOnce } from './elements/define-once.js';

// The declarations of the tags and events come along: a program that imports only this module has them, too.
export type { ArticleComments } from './elements/article-comments.js';
export type { CommentCount } from './elements/count/comment-count.js';
export type * from './elements/events.js';

defineOnce('article-comments', ArticleComments);
defineOnce('comment-count', CommentCount);
