/** The comments of the page that are not handled yet. */

/** @returns {HTMLElement[]} */
export const rows = () => [...document.querySelectorAll('.queue article:not([inert])')];

/** The one with the focus. @returns {HTMLElement | null} */
export const currentRow = () => document.activeElement?.closest('.queue article') ?? null;

/** The next comment after a place on the page. @param {Node} place */
export const rowAfter = (place) =>
  rows().find((row) => !row.contains(place) && place.compareDocumentPosition(row) & Node.DOCUMENT_POSITION_FOLLOWING);

/** The comment before it. @param {Node} place */
export const rowBefore = (place) =>
  rows().findLast(
    (row) => !row.contains(place) && place.compareDocumentPosition(row) & Node.DOCUMENT_POSITION_PRECEDING,
  );

/** @param {HTMLElement | undefined} element */
export function focusOn(element) {
  element?.focus({ preventScroll: true });
  element?.scrollIntoView({ block: 'nearest' });
}

/** The first comment or, if the page has none, what it says instead. */
export function focusFirst() {
  const [first] = rows();
  const element = first ?? document.querySelector('.nothing, .found');
  if (element instanceof HTMLElement && !first) element.tabIndex = -1;
  focusOn(element);
}
