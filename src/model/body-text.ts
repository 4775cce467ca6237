/** Turns bodies into plain text, for comparison and for editing. */
import type { Body } from './adapter.js';

/**
 * The text of a body, for comparing two bodies. Not for display. Backends turn text into HTML, straight quotes into typographic ones
 * and smileys into images, so only letters and digits count, if there are any. They may shorten the mention `@name@server` to `@name`.
 */
export function plainText(body: Body): string {
  const text = withoutMarkup(body).replace(/(@\w+)@[\w.:-]+/g, '$1');
  return text.normalize('NFKC').replace(/[^\p{L}\p{M}\p{N}]/gu, '') || text.replace(/\s+/g, '');
}

function withoutMarkup({ format, value }: Body): string {
  switch (format) {
    case 'html':
      return decodeEntities(value.replace(/<[^<>]*>/g, ' '), () => ' ');
    case 'markdown':
      return value.replace(/\]\([^()]*\)/g, ' ');
    case 'text':
    default:
      return value;
  }
}

/**
 * The text of a body for editing, for a backend that stores only the rendered HTML. Keeps paragraphs, line breaks and link addresses.
 * Drops all other markup.
 */
export function editableText({ format, value }: Body): string {
  if (format !== 'html') return value;
  const text = value
    .replace(/\s+/g, ' ')
    .replace(/<br\b[^<>]*>/gi, '\n')
    .replace(/<\/(?:p|div|blockquote|pre|ul|ol|h\d)>/gi, '\n\n')
    .replace(/<\/(?:li|tr|dt|dd)>/gi, '\n')
    .replace(/<\/t[dh]>/gi, ' ')
    .replace(/<a\b[^<>]*? href="([^"<>]*)"[^<>]*>([^<>]*)<\/a>/gi, (_, href: string, label: string) =>
      label.includes(href) ? label : `${label} (${href})`,
    )
    .replace(/<[^<>]*>/g, '')
    .replace(/ *\n */g, '\n');
  return decodeEntities(text, (reference) => reference)
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' };

/**
 * Decodes HTML character references. `replaceUnknown` returns the text for a named reference that is not in `NAMED`.
 */
export function decodeEntities(html: string, replaceUnknown: (reference: string) => string): string {
  return html.replace(
    /&(?:#(\d+)|#x([\da-f]+)|([a-z]+));/gi,
    (reference, decimal?: string, hex?: string, name?: string) => {
      if (name !== undefined) return NAMED[name] ?? replaceUnknown(reference);
      const code = decimal === undefined ? parseInt(hex ?? '', 16) : Number(decimal);
      return code <= 0x10ffff ? String.fromCodePoint(code) : ' ';
    },
  );
}
