/** Where the reader is on the page, and how to bring them to an element. */

/** The element with the focus, in whichever shadow root. */
export function activeElement(): Element | null {
  let active = document.activeElement;
  while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
  return active;
}

/** Whether the reader has moved on: the focus is on the page outside `element`, and not lost. */
export function hasGoneOn(element: Element): boolean {
  const active = activeElement();
  if (!active || active === document.body || element.contains(active)) return false;
  // Content that the page has slotted into a form is a child of the section, not of the form.
  return !(element.getRootNode() as Partial<ShadowRoot>).host?.contains(active);
}

/**
 * Scrolls an element into view, no further than necessary. The page's `scroll-padding` and the element's `scroll-margin` keep it clear
 * of a sticky header.
 */
export function reveal(element: Element | null | undefined): void {
  const isCalm = matchMedia('(prefers-reduced-motion: reduce)').matches;
  element?.scrollIntoView({ block: 'nearest', behavior: isCalm ? 'instant' : 'auto' });
}
