import type { Body } from '../adapter.js';
import { decodeEntities } from './html-entities.js';

/**
 * A body as text to edit, for a backend that stores only the rendered HTML. Keeps paragraphs, line breaks and link
 * addresses; drops all other markup.
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
