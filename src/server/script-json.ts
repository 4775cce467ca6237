/**
 * Serialises a value to JSON that is safe in a `<script>`: it cannot end the element or start a comment.
 *
 * @throws TypeError if `value` is not serialisable, such as `data` of a page after the first, which is undefined.
 * @example `<script type="application/ld+json">${scriptJson(jsonLd)}</script>`
 */
export function scriptJson(value: unknown): string {
  const json = JSON.stringify(value) as string | undefined;
  if (json === undefined)
    throw new TypeError(
      `scriptJson() got ${String(value)}, which cannot be serialised to JSON. Omit the script if there is no data.`,
    );
  return json.replaceAll('<', '\\u003c');
}
