/** What the search of the documentation looks through: the text below each heading, without Markdown. */
import { headingsIn } from './headings.mjs';

/**
 * @typedef {object} SearchEntry
 * @property {string} page The title of the page.
 * @property {string} heading Empty for the beginning of a page.
 * @property {string} address Of the heading, such as `/docs/theming/#parts`.
 * @property {string} text
 */

/**
 * The entries of all pages, in reading order within each.
 *
 * @param {ReadonlyMap<string, { readonly markdown: string }>} pages By address.
 * @returns {readonly SearchEntry[]}
 */
export function searchIndex(pages) {
  return [...pages].flatMap(([address, { markdown }]) => {
    const [{ text: title }, ...headings] = headingsIn(markdown);
    const page = plainText(title);
    let rest = markdown.slice(markdown.indexOf('\n'));
    const entries = [{ page, heading: '', address, text: '' }];
    for (const { level, text, anchor } of headings) {
      const line = `\n${'#'.repeat(level)} ${text}\n`;
      const start = rest.indexOf(line);
      entries.at(-1).text = plainText(rest.slice(0, start));
      rest = rest.slice(start + line.length - 1);
      entries.push({ page, heading: plainText(text), address: `${address}#${anchor}`, text: '' });
    }
    entries.at(-1).text = plainText(rest);
    return entries;
  });
}

/** The words of a Markdown text. The list of contents repeats the headings, and is left out. */
const plainText = (markdown) =>
  markdown
    .replaceAll(/<!-- contents -->[^]*?<!-- \/contents -->/g, ' ')
    .replaceAll(/<!--[^]*?-->/g, ' ')
    .replaceAll(/^```.*$/gm, ' ')
    .replaceAll(/!?\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replaceAll(/^[\s|:-]+$/gm, ' ')
    .replaceAll(/[`*]/g, '')
    .replaceAll(/(?<!\\)\||^\s*[#>-]+ /gm, ' ')
    .replaceAll(/\\(?=\|)/g, '')
    .replaceAll(/\s+/g, ' ')
    .trim();
