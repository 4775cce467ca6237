/** The front page: an article with a discussion at the demo's server, or with `?backend=memory` in this browser alone. */
import '../src/cdn.js';
import { showAccount } from './front-account.js';
import { memoryBackend } from './front-memory.js';
import { serverBackend } from './front-server.js';

const isAlone = new URLSearchParams(location.search).get('backend') === 'memory';
const backend = isAlone ? memoryBackend() : serverBackend();
showAccount(backend);
for (const link of document.querySelectorAll<HTMLAnchorElement>('nav a[href^="./"]')) {
  if (link.search === location.search) link.setAttribute('aria-current', 'page');
  else link.removeAttribute('aria-current');
}
for (const element of document.querySelectorAll<HTMLElementTagNameMap['article-comments'] | HTMLElementTagNameMap['comment-count']>(
  'article-comments, comment-count',
))
  element.adapter = backend.adapter;
