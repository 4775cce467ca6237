/**
 * Brings an element into view whole, and moves the page no further than that takes. The page's `scroll-padding` and the element's
 * `scroll-margin` keep it from under a sticky header.
 */
export function reveal(element: Element | null | undefined): void {
  const isCalm = matchMedia('(prefers-reduced-motion: reduce)').matches;
  element?.scrollIntoView({ block: 'nearest', behavior: isCalm ? 'instant' : 'auto' });
}
