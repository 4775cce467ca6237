/**
 * Creates the element for a link in a comment. `href` must come from `safeUrl`.
 *
 * `dir` isolates the label, so a bidi control character before the link cannot reorder its letters.
 */
export function createLink(href: string, dir: 'auto' | 'ltr'): HTMLAnchorElement {
  const link = document.createElement('a');
  link.href = href;
  link.rel = 'ugc nofollow noopener';
  link.dir = dir;
  return link;
}

/** A host name in running text and any path after it. The bounded repetitions keep the search linear. */
const hostNames = /(?:www\.)?((?:[\p{L}\p{N}-]{1,63}\.){1,9}\p{L}{2,63})(?:[/?#]\S*)?/gu;

/**
 * Appends the real target to a link whose label names a different host, as in `[bank.example](https://evil.example)`.
 *
 * The label stays: an honest one that only looks like a host name, such as "Node.js", merely gains a pair of brackets.
 * NFKC normalisation and the removal of invisible characters catch disguised host names.
 */
export function discloseTarget(link: HTMLAnchorElement): void {
  const target = link.hostname || link.pathname;
  if (!link.textContent?.trim()) link.textContent = link.href;
  const label = link.textContent.normalize('NFKC').replace(/\p{C}/gu, '').toLowerCase();
  const namedHosts = [...label.matchAll(hostNames)].map((match) => `.${match[1]}`);
  if (namedHosts.every((host) => `.${target}`.replace('@', '.').endsWith(host))) return;
  // The `<bdi>` keeps a bidi control character in the label from reordering the target.
  const note = document.createElement('bdi');
  note.dir = 'ltr';
  note.textContent = `(${target})`;
  link.append(' ', note);
}
