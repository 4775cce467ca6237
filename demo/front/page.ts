/** The front page: an article with a discussion at the demo's server, or with `?backend=memory` in this browser alone. */
import '../../src/cdn.js';
import { showAccount } from './account-buttons.js';
import { memoryBackend } from './memory-backend.js';
import { serverBackend } from './server-backend.js';

const isAlone = new URLSearchParams(location.search).get('backend') === 'memory';
const backend = isAlone ? memoryBackend() : serverBackend();
showAccount(backend);
for (const element of document.querySelectorAll<HTMLElementTagNameMap['article-comments'] | HTMLElementTagNameMap['comment-count']>(
  'article-comments, comment-count',
))
  element.adapter = backend.adapter;
