import { escapeHtml } from '../shared/escape-html.js';

/**
 * Converts plain text to the HTML that Ghost stores. Without escaping, Ghost might strip text such as `1 < 2`
 * as a tag.
 */
export function textToHtml(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .trim()
    .split(/\n\s*\n/)
    .map((paragraph) => `<p>${linkify(paragraph).replaceAll('\n', '<br>')}</p>`)
    .join('');
}

/** Escapes text and turns URLs into links. Punctuation at the end of a URL belongs to the sentence. */
function linkify(text: string): string {
  return text
    .split(/(https?:\/\/[^\s<>"]*[^\s<>".,;:!?'()[\]])/i)
    .map((part, index) => {
      const html = escapeHtml(part);
      const isUrl = index % 2 === 1;
      return isUrl ? `<a href="${html}">${html}</a>` : html;
    })
    .join('');
}
