/** A URL in a text, and its index. */
export interface FoundUrl {
  readonly url: string;
  readonly index: number;
}

/** Returns the URLs in a text, in order. */
export function findUrls(value: string): readonly FoundUrl[] {
  // An underscore before a URL may open emphasis.
  const starts = /(?<![a-z\d])https?:\/\/(?=\S)/gi;
  const found: FoundUrl[] = [];
  for (let start; (start = starts.exec(value));) {
    const url = leadingUrl(value.slice(start.index));
    found.push({ url, index: start.index });
    starts.lastIndex = start.index + url.length;
  }
  return found;
}

/**
 * Returns the URL at the start of a text that begins with `http://` or `https://`, of at most 2,000 characters.
 *
 * The URL ends before a space, a quotation mark, an angle bracket or a closing bracket that it did not open. Trailing punctuation
 * belongs to the sentence. What comes after the URL is not read, so that many of them in a text are found in linear time.
 */
export function leadingUrl(value: string): string {
  const longest = value.slice(0, 2000);
  // A bracket, or a run of what is neither a bracket nor the end.
  const pieces = /[()[\]{}]|[^()[\]{}\s<>"«»\u2018-\u201f\u3000-\u303f\uff01-\uff1f]+/y;
  const expected: string[] = [];
  let end = 0;
  for (let match; (match = pieces.exec(longest)); end = pieces.lastIndex) {
    const [piece] = match;
    const opened = '([{'.indexOf(piece);
    if (opened >= 0) expected.push(')]}'.charAt(opened));
    else if (')]}'.includes(piece) && expected.pop() !== piece) break;
  }
  // A URL may end in a slash, a dash, an escape, an empty fragment or a closing bracket, which is balanced at this point.
  while (/[^\P{P}/\-%#&@)\]}]|[~`^|]/u.test(longest.charAt(end - 1))) end--;
  return longest.slice(0, end);
}
