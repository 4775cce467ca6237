/** A host name in running text, and what follows it in an address. The bounds keep the search linear. */
const hostNames = /(?:www\.)?((?:[\p{L}\p{N}-]{1,63}\.){1,9}\p{L}{2,63})(?:[/?#]\S*)?/gu;

/**
 * Adds the real target to a link whose label names another one.
 *
 * Whoever writes `[bank.example](https://evil.example)` means to deceive. Adding the target, rather than replacing the
 * label, costs an honest label that merely looks like a host ("Node.js") nothing but a pair of brackets. Compatibility
 * forms of letters and dots, and characters that nobody sees, do not hide a host name.
 */
export function discloseTarget(link: HTMLAnchorElement): void {
  const target = link.hostname || link.pathname;
  if (!link.textContent?.trim()) link.textContent = link.href;
  const label = link.textContent.normalize('NFKC').replace(/\p{C}/gu, '').toLowerCase();
  const named = [...label.matchAll(hostNames)].map((match) => `.${match[1]}`);
  if (named.every((host) => `.${target}`.replace('@', '.').endsWith(host))) return;
  // Isolated, so that a bidi control in the label cannot turn the target round.
  const shown = document.createElement('bdi');
  shown.dir = 'ltr';
  shown.textContent = `(${target})`;
  link.append(' ', shown);
}
