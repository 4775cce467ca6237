/**
 * JSON that may stand in a `<script>`: nothing in it ends the element or begins a comment.
 *
 * @example `<script type="application/ld+json">${scriptJson(jsonLd)}</script>`
 */
export function scriptJson(value: unknown): string {
  return JSON.stringify(value).replaceAll('<', '\\u003c');
}
