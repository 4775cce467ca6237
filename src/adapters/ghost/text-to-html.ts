import { findUrls } from '../../content/find-urls.js';
import { escapeHtml } from '../shared/text.js';
import { parseUrl } from '../shared/urls.js';

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

/** Escapes text and turns URLs into links. */
function linkify(text: string): string {
  let html = '';
  let end = 0;
  for (const { url, index } of findUrls(text)) {
    // `https://` alone is not a URL.
    if (!parseUrl(url)) continue;
    const link = escapeHtml(url);
    html += `${escapeHtml(text.slice(end, index))}<a href="${link}">${link}</a>`;
    end = index + url.length;
  }
  return html + escapeHtml(text.slice(end));
}
