import { findUrls } from './find-urls.js';
import { safeUrl } from './safe-url.js';
import { type ContentNode, element, type ElementNode, text, textOf } from './tree.js';

/**
 * Creates a link in a comment. `href` must come from `safeUrl`.
 *
 * `dir` isolates the label, so a bidi control character before the link cannot reorder its letters.
 */
export function createLink(href: string, dir: 'auto' | 'ltr', label: ContentNode[]): ElementNode {
  return element('a', label, { href, rel: 'ugc nofollow noopener', dir });
}

/**
 * The host names in a normalised label, each with the path after it: all between `//` and a path, a dotted name, an IPv4 address, also as
 * one number that is the whole label, or what a character that looks like a slash introduces. The bounded repetitions keep the search
 * linear.
 */
const hostNames =
  /((?<=\/\/)[^\s/?#]*[\p{L}\p{N}\]]|(?:[\p{L}\p{N}-]{1,63}\.){1,9}\p{L}{2,63}|(?:\d{1,3}\.){3}\d+|^(?:\d{8,10}|0x[\da-f]{7,8})(?![^:/?#])|[⁄∕╱⟋⧸][^\s\d])(?:[:/?#]\S*)?/gu;

/**
 * Returns the real target of a link whose label names a different host, as in `[bank.example](https://evil.example)`.
 * The target is in brackets, to be appended to the label; empty if the label names no other host. `href` must come from `safeUrl`.
 *
 * The label is not changed: an honest label that resembles a host name, such as "Node.js", only gains a pair of brackets.
 * A name must equal the host that the URL parser finds, letter by letter, after the label has lost what is easily overlooked:
 * compatibility forms, invisible characters and marks, spaces on both sides of a dot, and ideographic full stops, which are dots unless a
 * sentence follows. Characters that look like a slash are never a part of a host or its path.
 */
export function hiddenTarget(label: string, href: string): string {
  const { host, pathname } = new URL(href);
  const target = host || pathname;
  const visible = label
    .normalize('NFKC')
    .replace(/[\p{C}\p{M}\p{DI}]/gu, '')
    .replace(/(?<!\s)\s+[.。]\s+|(?<!\p{Lo})。|。(?!\p{Lo})/gu, '.')
    .toLowerCase()
    .trim();
  // Of a mail address, only the host counts. A label may have `www.` where the target has none.
  const accepted = `.www.${target.replace('@', '.')}`;
  if ([...visible.matchAll(hostNames)].every((match) => accepted.endsWith(`.${match[1]}`))) return '';
  // The isolate keeps a bidi control character in the label from reordering the target.
  return ` (\u2066${target}\u2069)`;
}

/** Creates a link with the writer's label, followed by the real target if the label names a different host. */
export function createLabelledLink(href: string, label: ContentNode[]): ElementNode {
  const shown = textOf(label).trim() ? label : [text(href)];
  const target = hiddenTarget(textOf(shown), href);
  return createLink(href, 'auto', target ? [...shown, text(target)] : shown);
}

/**
 * Turns a URL found in the text into a link, or returns the text unchanged if the URL is not safe to link.
 *
 * The label is the URL as typed, provided that shows where the link leads. If the host contains look-alike letters or the
 * URL contains invisible characters, the label is the normalised URL, with the host in Punycode.
 */
export function autolink(typed: string): ContentNode {
  const href = safeUrl(typed);
  if (!href) return text(typed);
  return createLink(href, 'ltr', [text(/\p{C}/u.test(typed) || hiddenTarget(typed, href) ? href : typed)]);
}

/** Turns the URLs in a text into links. */
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
