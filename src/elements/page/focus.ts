/** The focus on the page, and scrolling to an element. */

/** The element with the focus, also in a shadow root. */
export function activeElement(): Element | null {
  let active = document.activeElement;
  while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
  return active;
}

/** Whether the focus has moved to another element of the page outside `element`. */
export function hasGoneOn(element: Element): boolean {
  const active = activeElement();
  if (!active || active === document.body || element.contains(active)) return false;
  // Content that the page has slotted into a form is a child of the host, not of the form.
  return !(element.getRootNode() as Partial<ShadowRoot>).host?.contains(active);
}

/**
 * Scrolls an element into view, no further than necessary. Takes account of the page's `scroll-padding` and the element's
 * `scroll-margin`, for sticky headers.
 */
export function reveal(element: Element | null | undefined): void {
  const isCalm = matchMedia('(prefers-reduced-motion: reduce)').matches;
  element?.scrollIntoView({ block: 'nearest', behavior: isCalm ? 'instant' : 'auto' });
}
