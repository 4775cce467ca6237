/** Puts what the modules export where the classic script puts it, for whoever looks into this page from outside. */
import * as script from '/dist/cdn/article-comments.js';
import * as elements from '/dist/cdn/elements.js';

Object.assign(window, { ArticleComments: { ...elements, ...script } });
