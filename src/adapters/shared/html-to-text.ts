/** The named references that servers write into names and messages. */
const NAMED = new Map(Object.entries({ amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' }));

/**
 * Plain text from HTML: removes tags, and decodes character references once. For what the contract wants as plain text, such as names.
 * A body stays as it is, with the format `html`.
 */
export const htmlToText = (html: string): string =>
  html
    .replace(/<[^<>]*>/g, '')
    .replace(/&(?:#(\d{1,6})|#x([\da-f]{1,5})|(\w+));/gi, (reference, decimal?: string, hex?: string, name = '') =>
      decimal || hex
        ? String.fromCodePoint(decimal ? Number(decimal) : parseInt(hex!, 16))
        : (NAMED.get(name as string) ?? reference),
    );
