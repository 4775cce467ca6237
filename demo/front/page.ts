/** The front page: an article whose discussion lives on the server or, with `?backend=memory`, in this browser. */
import type { ArticleComments, CommentCount } from '../../src/index.js';
import { connectAccountButtons } from './account-buttons.js';
import { serverBackend } from './server-backend.js';

/** Built, as readers get it. */
const elements = '../../dist/cdn/article-comments.js';

const usesMemory = new URLSearchParams(location.search).get('backend') === 'memory';
const backend = usesMemory ? (await import('./memory-backend.js')).memoryBackend() : serverBackend();
connectAccountButtons(backend);

// Before the elements are defined, so that none of them asks the server first.
for (const element of document.querySelectorAll<ArticleComments | CommentCount>('article-comments, comment-count')) {
  if (backend.adapter) element.adapter = backend.adapter;
}
await import(elements);
