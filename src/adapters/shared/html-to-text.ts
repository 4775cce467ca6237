/** The named references that servers write into names and messages. */
const NAMED = new Map(Object.entries({ amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' }));

/**
 * Converts HTML to plain text: removes tags, and decodes character references once. For values that the contract requires as plain
 * text, such as names. Pass a body on unchanged, with the format `html`.
 */
export const htmlToText = (html: string): string =>
  html
    .replace(/<[^<>]*>/g, '')
    .replace(/&(?:#(\d{1,6})|#x([\da-f]{1,5})|(\w+));/gi, (reference, decimal?: string, hex?: string, name = '') =>
      decimal || hex
        ? String.fromCodePoint(decimal ? Number(decimal) : parseInt(hex!, 16))
        : (NAMED.get(name as string) ?? reference),
    );
