import { decodeEntities } from './decode-entities.js';

/** What a reader of the page would see of these; their content is no text. */
const unseen = 'script|style|template|title|textarea|noscript|iframe|svg|math';

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
