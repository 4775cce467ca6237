/** Registers an element unless the page has one of that name: a second copy of the package, for one, must not throw. */
export function defineOnce(tag: string, element: CustomElementConstructor): void {
  if (!customElements.get(tag)) customElements.define(tag, element);
}
