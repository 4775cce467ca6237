/**
 * JSON that may stand in a `<script>`: nothing in it ends the element or begins a comment.
 *
 * @throws TypeError if `value` cannot be written as JSON, as `data` of a page that is not the first: it is undefined.
 * @example `<script type="application/ld+json">${scriptJson(jsonLd)}</script>`
 */
export function scriptJson(value: unknown): string {
  const json = JSON.stringify(value) as string | undefined;
  if (json === undefined)
    throw new TypeError(
      `scriptJson() got ${String(value)}, which is no JSON. Leave the script out where there is no data.`,
    );
  return json.replaceAll('<', '\\u003c');
}
