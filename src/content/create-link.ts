/**
 * A link that another person wrote. `href` comes from `safeUrl`.
 *
 * The `dir` isolates the label, so that a bidi control before the link cannot turn its letters round.
 */
export function createLink(href: string, dir: 'auto' | 'ltr'): HTMLAnchorElement {
  const link = document.createElement('a');
  link.href = href;
  link.rel = 'ugc nofollow noopener';
  link.dir = dir;
  return link;
}
