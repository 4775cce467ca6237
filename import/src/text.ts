/** Converts the text and the names of a source. */
import { decodeEntity, entity, parseUrl } from 'article-comments/rules.js';

/** Decodes HTML's character references once. */
export const decodeEntities = (text: string): string =>
  text.replace(new RegExp(entity.source, 'gi'), (reference, ...groups: string[]) => {
    const match = [reference, ...groups] as unknown as RegExpExecArray;
    return decodeEntity(match) ?? reference;
  });

const BLOCK = 'p|div|blockquote|pre|ul|ol|li|h[1-6]|hr|table|dl|figure';

/** Whether a text that may be HTML or Markdown starts with an element that holds paragraphs. */
export const startsWithBlock = (text: string): boolean => new RegExp(`^\\s*<(?:${BLOCK})[\\s/>]`, 'i').test(text);

const blockElement = new RegExp(`(</?(?:${BLOCK})(?:\\s[^<>]*)?/?>)`, 'gi');

/**
 * HTML with the paragraphs that WordPress adds when it shows a comment: a blank line separates paragraphs, another line break is a
 * `<br>`. Preformatted text keeps its line breaks.
 */
export function withParagraphs(html: string): string {
  // Text and elements alternate, because the pattern has one group.
  const parts = html.replace(/\r\n?/g, '\n').split(blockElement);
  const lastEnd = parts.findLastIndex((part) => /^<\/pre>$/i.test(part));
  let isPreformatted = false;
  /** Elements inside which text is already a paragraph, or an item. */
  let depth = 0;
  return parts
    .map((part, index) => {
      if (isPreformatted) {
        isPreformatted = !/^<\/pre>$/i.test(part);
        return part;
      }
      if (index % 2 === 1) {
        isPreformatted = index < lastEnd && /^<pre[\s>]/i.test(part);
        const holdsText = /^<\/?(?:p|li|h[1-6]|dl|table|figure)[\s/>]/i.test(part);
        if (holdsText && !part.endsWith('/>')) depth += part.startsWith('</') ? -1 : 1;
        return part;
      }
      if (depth > 0) return part.replaceAll('\n', '<br>\n');
      return part
        .split(/\n\s*\n/)
        .map((paragraph) => paragraph.trim())
        .filter(Boolean)
        .map((paragraph) => `<p>${paragraph.replaceAll('\n', '<br>\n')}</p>`)
        .join('\n');
    })
    .join('');
}

/** Markdown in which each line break is shown, for sources that render it so. Code blocks stay as they are. */
export function withLineBreaks(markdown: string): string {
  let isCode = false;
  const lines = markdown.replace(/\r\n?/g, '\n').split('\n');
  return lines
    .map((line, index) => {
      if (/^\s*(```|~~~)/.test(line)) isCode = !isCode;
      else if (!isCode && line.trim() && lines[index + 1]?.trim()) return `${line.trimEnd()}  `;
      return line;
    })
    .join('\n');
}

/** The text with the targets of Disqus's redirects: `https://disq.us/url?url=<address>%3A<signature>&cuid=<site>`. */
export const withoutDisqusRedirects = (html: string): string =>
  html.replace(/https?:\/\/disq\.us\/url\?url=([^&"'\s<>]+)(?:&(?:amp;)?cuid=\d+)?/g, (redirect, encoded: string) => {
    try {
      return decodeURIComponent(encoded)
        .replace(/:[\w-]+$/, '')
        .replaceAll('&', '&amp;')
        .replaceAll('"', '%22');
    } catch {
      // Not an encoded address.
      return redirect;
    }
  });

/** The hosts of the images in HTML or Markdown. */
export function imageHosts(text: string): readonly string[] {
  const sources = [...text.matchAll(/<img\s[^<>]*?src=["']?([^"'\s<>]+)|!\[[^\][]*\]\(([^\s)]{1,300})/gi)];
  return sources.flatMap(([, html, markdown]) => {
    const host = hostOf(html ?? markdown ?? '');
    return host ? [host] : [];
  });
}

const hostOf = (address: string): string | undefined =>
  parseUrl(address.startsWith('//') ? `https:${address}` : address)?.host || undefined;
