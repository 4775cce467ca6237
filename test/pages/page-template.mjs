/** Writes a publisher's page from its description, as the table in `pages.mjs` gives it. */

/**
 * @typedef {object} PageDescription
 * @property {string} title
 * @property {string} [policy] The content security policy. None by default.
 * @property {readonly string[]} scripts The script tags after that of `watch.js`, in their order.
 * @property {string} [nonce] Given to all script tags.
 * @property {string} body
 */

/** Runs first, so that it sees everything that goes wrong on the page. */
const WATCH = '<script src="watch.js"></script>';

/** Only `</` can end the script element, and JSON may write it as `<\/`. */
const json = (value) => JSON.stringify(value, null, 2).replaceAll('</', '<\\/');

/** @param {PageDescription} description */
export function renderPage({ title, policy, scripts, nonce, body }) {
  const head = [
    '<meta charset="utf-8" />',
    ...(policy === undefined ? [] : [`<meta http-equiv="Content-Security-Policy" content="${policy}" />`]),
    `<title>${title}</title>`,
    ...[WATCH, ...scripts].map((tag) => (nonce ? tag.replace('<script', `<script nonce="${nonce}"`) : tag)),
  ];
  return `<!doctype html>
<html lang="en">
  <head>
    ${head.join('\n    ')}
  </head>
  <body>
    ${body}
  </body>
</html>
`;
}

const dataScript = (content) =>
  content === undefined ? '' : `\n      <script type="application/json">${json(content)}</script>`;

/** An `<article-comments>` with text for readers without JavaScript and, for adapters that read them from the page, comments. */
export function articleComments(backend, discussion, content) {
  return `<article-comments backend="${backend}" discussion="${discussion}">
      <p>Comments need JavaScript.</p>${dataScript(content)}
    </article-comments>`;
}

/** A `<comment-quote>` of a comment, with words in its place until it has come. */
export function commentQuote(backend, discussion, comment, content) {
  return `<comment-quote backend="${backend}" discussion="${discussion}" comment="${comment}" href="/articles/42">
      <blockquote>As printed.</blockquote>${dataScript(content)}
    </comment-quote>`;
}
