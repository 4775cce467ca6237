/** The element's own or inherited language as a BCP 47 tag, also through shadow roots. Default `en`. */
export function languageOf(element: HTMLElement): string {
  for (let at: Node | undefined | null = element; at; at = at.parentNode ?? (at as Partial<ShadowRoot>).host) {
    const lang = (at as Partial<Element>).getAttribute?.('lang');
    if (lang) return lang;
  }
  return 'en';
}
