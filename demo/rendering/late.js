/** The section, as it comes over a slow line: the server holds this file back. */
import '/dist/cdn/article-comments.js';
