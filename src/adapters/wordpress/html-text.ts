const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '\\': '&#092;',
  '&#': '&amp;&#035;',
};

/** The named entities in authors' names, and in the comment sources that the companion plugin sends. */
const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"' };

/**
 * Escapes text for WordPress, which takes HTML: it would strip an unknown tag and decode an entity. Line breaks stay,
 * because WordPress turns them into paragraphs, as it turns URLs into links.
 *
 * Numeric entities have three digits, because WordPress pads shorter ones: the stored text would differ from the
 * text sent, and a duplicate would not be detected. Backslashes are escaped for the same reason.
 */
export const textToHtml = (text: string): string => text.replace(/&#|[&<>\\]/g, (match) => ESCAPES[match]!);

/** Removes tags and decodes entities. */
export const htmlToText = (html: string): string =>
  html
    .replace(/<[^<>]*>/g, '')
    .replace(/&(?:#(\d{1,6})|(\w+));/g, (entity, code?: string, name = '') =>
      code ? String.fromCodePoint(Number(code)) : (ENTITIES[name as string] ?? entity),
    );
