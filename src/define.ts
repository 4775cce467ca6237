/** Registers the elements. Importing this file is the only way that the package defines a tag. */
import { ArticleComments } from './elements/article-comments.js';
import { CommentCount } from './elements/count/comment-count.js';
import { defineOnce } from './elements/define-once.js';

defineOnce('article-comments', ArticleComments);
defineOnce('comment-count', CommentCount);
