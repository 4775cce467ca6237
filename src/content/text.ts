import { autolinked } from './link.js';
import { type ContentNode, element, text } from './tree.js';

/**
 * Parses plain text into paragraphs and turns its URLs into links.
 *
 * A paragraph without a URL is a single text node, line breaks included; `white-space: pre-line` shows the breaks. With a
 * thousand comments on a page, the number of nodes determines the rendering time.
 */
export function parseText(value: string): ContentNode[] {
  const trimmed = value.replace(/\r\n?/g, '\n').trim();
  const paragraphs = trimmed ? trimmed.split(/\n\s*\n/) : [];
  // Too many elements for a page. The style sheet shows blank lines, too.
  if (paragraphs.length + trimmed.split('://').length > 1000) return [element('p', [text(trimmed)])];
  return paragraphs.map((paragraph) => element('p', autolinked(paragraph)));
}

/**
 * Returns the text between the tags of HTML that cannot be parsed safely.
 *
 * The result is only ever shown as text, so it need not be safe as HTML. The search for the end of a tag stops at the next "<", which
 * keeps this linear.
 */
export function stripTags(html: string): string {
  return html.replace(/<[^<>]*>/g, ' ');
}
