/** The element's own or inherited language as a BCP 47 tag, through shadow roots. English where nobody says. */
export function languageOf(element: HTMLElement): string {
  for (let at: Element | null = element; at;) {
    const holder: Element | null = at.closest('[lang]');
    const lang = holder?.getAttribute('lang');
    if (lang) return lang;
    const root = (holder?.parentElement ?? at).getRootNode();
    at = holder?.parentElement ?? (root instanceof ShadowRoot ? root.host : null);
  }
  return 'en';
}

/** The language of a tag without its region: `de` of `de-CH`. */
export function baseOf(tag: string): string {
  return tag.toLowerCase().split('-')[0] ?? '';
}
