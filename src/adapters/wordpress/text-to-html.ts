const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '\\': '&#092;',
  '&#': '&amp;&#035;',
};

/**
 * Escapes text for WordPress, which takes HTML: it would strip an unknown tag and decode an entity. Line breaks stay,
 * because WordPress turns them into paragraphs, as it turns URLs into links.
 *
 * Numeric entities have three digits, because WordPress pads shorter ones: the stored text would differ from the
 * text sent, and a duplicate would not be detected. Backslashes are escaped for the same reason.
 */
export const textToHtml = (text: string): string => text.replace(/&#|[&<>\\]/g, (match) => ESCAPES[match]!);
