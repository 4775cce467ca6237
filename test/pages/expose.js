/** Puts what the module exports where the classic script puts it, for whoever looks into this page from outside. */
import * as ArticleComments from '/dist/cdn/article-comments.js';

Object.assign(window, { ArticleComments });
