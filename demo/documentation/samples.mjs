/** The samples in a Markdown page: its fenced code. Words behind the language tell what to do with one: see CONTRIBUTING.md. */

/**
 * @typedef {object} Sample
 * @property {string} language
 * @property {readonly string[]} words Behind the language, such as `fragment` or `live`.
 * @property {string} code
 * @property {number} line Of the opening fence, from 1.
 */

/**
 * @param {string} markdown
 * @returns {readonly Sample[]}
 */
export function samplesIn(markdown) {
  return [...markdown.matchAll(/^```([^\n`]*)\n([^]*?)^```$/gm)].map(({ 1: info, 2: code, index }) => {
    const [language = '', ...words] = info.trim().split(/\s+/);
    return { language, words, code, line: markdown.slice(0, index).split('\n').length };
  });
}
