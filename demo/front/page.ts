/** The front page: an article whose discussion lives on the demo server or, with `?backend=memory`, in this browser. */
import '../../src/cdn.js';
import { connectAccountButtons } from './account-buttons.js';
import { memoryBackend } from './memory-backend.js';
import { serverBackend } from './server-backend.js';

const usesMemory = new URLSearchParams(location.search).get('backend') === 'memory';
const backend = usesMemory ? memoryBackend() : serverBackend();
connectAccountButtons(backend);

for (const section of document.querySelectorAll('article-comments')) section.adapter = backend.adapter;
for (const count of document.querySelectorAll('comment-count')) count.adapter = backend.adapter;
