import type { Body } from '../adapter.js';
import { decodeEntities } from './html-entities.js';

/**
 * The words of a body, for comparing two bodies. Never for display. Backends turn text into HTML, straight quotes into
 * typographic ones and smileys into images, so only letters and digits count, if there are any. Of somebody mentioned as
 * `@name@server`, they may show the name alone.
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
