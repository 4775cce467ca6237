/** The address of a heading within its page, as GitHub makes it. */
export function anchorOf(heading) {
  return heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\- _]/gu, '')
    .replaceAll(' ', '-');
}

/**
 * The headings of a page, those in fenced code left out.
 *
 * @param {string} markdown
 * @returns {readonly { level: number, text: string, anchor: string }[]} `text` is Markdown.
 */
export function headingsIn(markdown) {
  const lines = markdown.replace(/^```[^]*?^```$/gm, '').matchAll(/^(#+) (.+)$/gm);
  return [...lines].map(([, { length: level }, text]) => ({ level, text, anchor: anchorOf(text) }));
}
