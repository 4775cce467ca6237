/** The element's own or inherited language as a BCP 47 tag, through shadow roots. English where nobody says. */
export function languageOf(element: HTMLElement): string {
  for (let at: Node | undefined | null = element; at; at = at.parentNode ?? (at as Partial<ShadowRoot>).host) {
    const lang = (at as Partial<Element>).getAttribute?.('lang');
    if (lang) return lang;
  }
  return 'en';
}

/** The language of a tag without its region: `de` of `de-CH`. */
export function baseOf(tag: string): string {
  return tag.toLowerCase().split('-')[0] ?? '';
}
