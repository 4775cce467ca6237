import { findUrls } from './find-urls.js';
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
  const nodes: ContentNode[] = [];
  let end = 0;
  for (const { url, index } of findUrls(value)) {
    if (index > end) nodes.push(text(value.slice(end, index)));
    nodes.push(autolink(url));
    end = index + url.length;
  }
  if (end < value.length) nodes.push(text(value.slice(end)));
  return nodes;
}
