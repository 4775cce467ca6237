/** What a page can do with the exports of the module: words of another language, and an adapter with options of its own. */
import { adapters, registerLocale } from '/dist/cdn/article-comments.js';

registerLocale(window.frenchWords);
document.querySelector('article-comments').adapter = await adapters.memory(window.memoryOptions);
