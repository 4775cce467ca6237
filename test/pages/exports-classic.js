/** The same as `exports-module.js`, with the global variable of the classic script. */
/* global ArticleComments */
ArticleComments.registerLocale(window.frenchWords);
ArticleComments.adapters.memory(window.memoryOptions).then((adapter) => {
  document.querySelector('article-comments').adapter = adapter;
});
