import { type ContentNode, element, type ElementNode, text, textOf } from './tree.js';

/**
 * A link in a comment. `href` must come from `safeUrl`.
 *
 * `dir` isolates the label, so a bidi control character before the link cannot reorder its letters.
 */
export function createLink(href: string, dir: 'auto' | 'ltr', label: ContentNode[]): ElementNode {
  return element('a', label, { href, rel: 'ugc nofollow noopener', dir });
}

/** A link with a label of the writer's, followed by its real target if the label names a different host. */
export function createLabelledLink(href: string, label: ContentNode[]): ElementNode {
  const shown = textOf(label).trim() ? label : [text(href)];
  const target = hiddenTarget(textOf(shown), href);
  return createLink(href, 'auto', target ? [...shown, text(target)] : shown);
}

/** A host name in running text and any path after it. The bounded repetitions keep the search linear. */
const hostNames = /(?:www\.)?((?:[\p{L}\p{N}-]{1,63}\.){1,9}\p{L}{2,63})(?:[/?#]\S*)?/gu;

/**
 * The real target of a link whose label names a different host, as in `[bank.example](https://evil.example)`: in brackets,
 * to follow the label. Empty if the label names no other host. `href` must come from `safeUrl`.
 *
 * The label stays: an honest one that only looks like a host name, such as "Node.js", merely gains a pair of brackets.
 * NFKC normalisation and the removal of invisible characters catch disguised host names.
 */
export function hiddenTarget(label: string, href: string): string {
  const { hostname, pathname } = new URL(href);
  const target = hostname || pathname;
  const visible = label.normalize('NFKC').replace(/\p{C}/gu, '').toLowerCase();
  const namedHosts = [...visible.matchAll(hostNames)].map((match) => `.${match[1]}`);
  if (namedHosts.every((host) => `.${target}`.replace('@', '.').endsWith(host))) return '';
  // The isolate keeps a bidi control character in the label from reordering the target.
  return ` (\u2066${target}\u2069)`;
}
