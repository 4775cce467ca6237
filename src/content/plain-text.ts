/** What a reader of the page would see of these; their content is no text. */
const unseen = 'script|style|template|title|textarea|noscript|iframe|svg|math';

/** The names that comment systems use when they escape text; for the rest they use numbers. */
const entities = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
  ['nbsp', '\u00a0'],
]);

/**
 * The readable text of a piece of HTML, found in one linear pass and without any HTML parser.
 *
 * It stands in for the sanitised HTML until the sanitiser has arrived, and tells whether two comments say the same. The
 * answer is text and is only ever shown as text: nothing here has to be safe as HTML.
 */
export function htmlToPlainText(html: string): string {
  const markup = new RegExp(
    `<!--[^]*?(?:-->|$)|<(${unseen})(?![\\w-])[^]*?(?:</\\1[^>]*(?:>|$)|$)|<[/!?]*([a-z][\\w-]*)[^>]*(?:>|$)|\\s+`,
    'gi',
  );
  const text = html.replace(markup, (source, _unseen?: string, tag?: string) => {
    if (/^\s/.test(source)) return ' ';
    if (!tag) return '';
    if (/^br$/i.test(tag)) return '\n';
    return /^(?:p|div|blockquote|pre|[uo]l|li|h[1-6r])$/i.test(tag) ? '\n\n' : '';
  });
  return decodeEntities(text.replace(/ ?\n ?/g, '\n').replace(/\n{3,}/g, '\n\n')).trim();
}

/** Replaces the common character references by what they stand for. An unknown one stays as it is written. */
export function decodeEntities(text: string): string {
  return text.replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|(\w{2,6}));/gi, (source, decimal?: string, hex?: string, name?: string) => {
    const code = decimal ? Number(decimal) : Number.parseInt(hex ?? '0', 16);
    if (name) return entities.get(name) ?? source;
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : source;
  });
}
