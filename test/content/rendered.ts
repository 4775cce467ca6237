/** What a reader sees of a text in each format. */
import { parseHtml } from '../../src/content/html.js';
import { parseMarkdown } from '../../src/content/markdown.js';
import { toDom } from '../../src/content/render-body.js';

export { renderText } from '../../src/content/render-body.js';

export const renderMarkdown = (value: string): DocumentFragment => toDom(parseMarkdown(value));

export const renderHtml = (value: string): DocumentFragment => toDom(parseHtml(value));
