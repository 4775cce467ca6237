/** Registers an element unless the tag is taken, so that a second copy of the package does not throw. */
export function defineOnce(tag: string, element: CustomElementConstructor): void {
  if (!customElements.get(tag)) customElements.define(tag, element);
}
