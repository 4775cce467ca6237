import { createLink } from './link.js';
import { safeUrl } from './safe-url.js';
import { type ContentNode, text } from './tree.js';

/**
 * Turns a URL found in the text into a link, or returns the text unchanged if the URL is not safe to link.
 *
 * The label is the URL as typed, provided that shows where the link leads. If the host contains look-alike letters or the
 * URL contains invisible characters, the label is the normalised URL, with the host in Punycode.
 */
export function autolink(typed: string): ContentNode {
  const href = safeUrl(typed);
  if (!href) return text(typed);
  const { origin } = new URL(href);
  const isHonest = typed.slice(0, origin.length).toLowerCase() === origin && !/\p{C}/u.test(typed);
  return createLink(href, 'ltr', [text(isHonest ? typed : href)]);
}

/** A text whose URLs have become links. */
export function autolinked(value: string): ContentNode[] {
  // The upper bound keeps this linear: the rest of a run after its URL is scanned again.
  const runs = /\bhttps?:\/\/\S{1,2000}/gi;
  const nodes: ContentNode[] = [];
  let end = 0;
  for (let run; (run = runs.exec(value)); runs.lastIndex = end) {
    const url = leadingUrl(run[0]);
    if (run.index > end) nodes.push(text(value.slice(end, run.index)));
    nodes.push(autolink(url));
    end = run.index + url.length;
  }
  if (end < value.length) nodes.push(text(value.slice(end)));
  return nodes;
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
  // A URL may end in a slash, a dash, an escape, an empty fragment or a closing bracket (known to be balanced by now).
  while (/[^\P{P}/\-%#&@)\]}]|[~`^|]/u.test(run.charAt(end - 1))) end--;
  return run.slice(0, end);
}
