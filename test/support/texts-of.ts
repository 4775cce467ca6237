/**
 * All texts of a locale by their place, those that are fetched later included. `values` stand in for names, counts and causes, in the
 * order of the parameters.
 */
export async function textsOf(
  words: unknown,
  values: readonly string[],
  place = '',
): Promise<readonly [place: string, text: string][]> {
  if (typeof words === 'string') return [[place, words]];
  if (typeof words === 'function') {
    const result = await (words as (...of: unknown[]) => string | Promise<{ default: object }>)(...values);
    return textsOf(typeof result === 'string' ? result : result.default, values, place);
  }
  const parts = Object.entries(words as object).map(([name, word]) => textsOf(word, values, `${place}.${name}`));
  return (await Promise.all(parts)).flat();
}
