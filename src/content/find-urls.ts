/** A URL in a text, and its index. */
export interface FoundUrl {
  readonly url: string;
  readonly index: number;
}

/** Returns the URLs in a text, in order. */
export function findUrls(value: string): readonly FoundUrl[] {
  // An underscore before a URL may open emphasis. The upper bound keeps this linear: the rest of a run after its URL is scanned again.
  const runs = /(?<![a-z\d])https?:\/\/\S{1,2000}/gi;
  const found: FoundUrl[] = [];
  for (let run; (run = runs.exec(value));) {
    const url = leadingUrl(run[0]);
    found.push({ url, index: run.index });
    runs.lastIndex = run.index + url.length;
  }
  return found;
}

/**
 * Returns the URL at the start of a run of non-space characters that begins with `http://` or `https://`.
 *
 * The URL ends before a quotation mark, an angle bracket or a closing bracket that it did not open. Trailing punctuation
 * belongs to the sentence.
 */
export function leadingUrl(run: string): string {
  let end = run.search(/[<>"«»\u2018-\u201f\u3000-\u303f\uff01-\uff1f]|$/);
  const expected: string[] = [];
  for (let i = 0; i < end; i++) {
    const character = run.charAt(i);
    const opened = '([{'.indexOf(character);
    if (opened >= 0) expected.push(')]}'.charAt(opened));
    else if (')]}'.includes(character) && expected.pop() !== character) end = i;
  }
  // A URL may end in a slash, a dash, an escape, an empty fragment or a closing bracket, which is balanced at this point.
  while (/[^\P{P}/\-%#&@)\]}]|[~`^|]/u.test(run.charAt(end - 1))) end--;
  return run.slice(0, end);
}
