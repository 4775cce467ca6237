import { parseMarkdown } from '../content/markdown.js';
import { parseText } from '../content/text.js';
import type { ContentNode } from '../content/tree.js';
import type { Body } from '../model/adapter.js';
import { parseHtml } from './parse-html.js';

/** Parses a body as the element does. Unknown formats are plain text. */
export function parseBody({ format, value }: Body): ContentNode[] {
  switch (format) {
    case 'markdown':
      return parseMarkdown(value);
    case 'html':
      return parseHtml(value);
    case 'text':
    default:
      return parseText(value);
  }
}
