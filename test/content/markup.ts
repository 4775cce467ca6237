/**
 * What a renderer made, as markup to compare. `rel` and `dir` stand at every link and are tested once, so they are left out.
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
