const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '\\': '&#092;', '&#': '&amp;&#035;' };

/**
 * Text as the HTML that WordPress takes for a comment. Unescaped, what stands between `<` and `>` would be filtered out as an
 * unknown tag, and what looks like a numbered entity would become one. A backslash makes WordPress blind for duplicates, and
 * so does a number of less than three digits, which it fills up before it keeps it. Line breaks stay as they are: WordPress
 * makes paragraphs and breaks of them when it shows a comment, and links of addresses.
 */
export const escapeText = (text: string): string => text.replace(/&#|[&<>\\]/g, (found) => ESCAPES[found]!);
