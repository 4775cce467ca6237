/**
 * Serialises a rendered fragment for comparison. Drops `rel` and `dir`, which every link has and separate tests cover.
 */
export function markup(fragment: DocumentFragment): string {
  const host = document.createElement('div');
  host.append(fragment);
  for (const link of host.querySelectorAll('a')) {
    link.removeAttribute('rel');
    link.removeAttribute('dir');
  }
  return host.innerHTML;
}
