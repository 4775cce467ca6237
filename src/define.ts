/** Registers the elements. No other module of the package defines a tag. */
import { ArticleComments } from './elements/article-comments.js';
import { CommentCount } from './elements/count/comment-count.js';
import { defineOnce } from './elements/define-once.js';

defineOnce('article-comments', ArticleComments);
defineOnce('comment-count', CommentCount);
