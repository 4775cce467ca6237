import type { Body } from '../adapter.js';
import { decoded } from './plain-text.js';

/** A body as text to edit, for a backend that keeps only what it made of it: paragraphs, line breaks and addresses stay, markup goes. */
export function editableText({ format, value }: Body): string {
  if (format !== 'html') return value;
  const text = value
    .replace(/\s+/g, ' ')
    .replace(/<br\b[^<>]*>/gi, '\n')
    .replace(/<\/(?:p|div|blockquote|pre|ul|ol|h\d)>/gi, '\n\n')
    .replace(/<\/li>/gi, '\n')
    .replace(/<a\b[^<>]*? href="([^"<>]*)"[^<>]*>([^<>]*)<\/a>/gi, (_, href: string, label: string) =>
      label.includes(href) ? label : `${label} (${href})`,
    )
    .replace(/<[^<>]*>/g, '')
    .replace(/ *\n */g, '\n');
  return decoded(text, (unknown) => unknown)
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}
