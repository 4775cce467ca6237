import type { Body } from '../adapter.js';

/**
 * What a body says, for telling whether two of them say the same; never for showing. Backends turn text into HTML, quotes
 * into typographic ones and smileys into pictures, so only letters and digits count where there are any.
 */
export function plainText({ format, value }: Body): string {
  const text =
    format === 'html' ? decoded(value.replace(/<[^<>]*>/g, ' ')) : format === 'markdown' ? value.replace(/\]\([^()]*\)/g, ' ') : value;
  return text.normalize('NFKC').replace(/[^\p{L}\p{M}\p{N}]/gu, '') || text.replace(/\s+/g, '');
}

/** Text out of HTML's escapes; of what this file has no character for, `unknown` makes something. */
export function decoded(html: string, unknown: (entity: string) => string = () => ' '): string {
  return html.replace(/&(?:#(\d+)|#x([\da-f]+)|([a-z]+));/gi, (entity, decimal?: string, hex?: string, name?: string) => {
    if (name !== undefined) return ENTITIES[name] ?? unknown(entity);
    const code = decimal === undefined ? parseInt(hex ?? '', 16) : Number(decimal);
    return code <= 0x10ffff ? String.fromCodePoint(code) : ' ';
  });
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' };
