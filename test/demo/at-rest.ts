/** States that never come to rest, since their backend does not answer. */
const WAITING: ReadonlySet<string> = new Set(['loading', 'default-slot']);

/** Whether nothing loads or is sent any more. A button that waits for the end of a countdown is at rest, too. */
export function isAtRest(state: string, elements: readonly Element[]): boolean {
  return (
    WAITING.has(state) ||
    elements.every((element) => (element.localName === 'comment-quote' ? hasSettled(element) : isIdle(element)))
  );
}

/** The menus of the list take the place of one that is disabled. */
function isIdle({ shadowRoot }: Element): boolean {
  const busy = '[aria-busy=true], [aria-disabled=true], select:disabled';
  return (
    shadowRoot !== null && (!shadowRoot.querySelector(busy) || shadowRoot.querySelector('[part~=countdown]') !== null)
  );
}

/** Whether a quote shows its comment, or says that it is gone, or has failed and leaves what the page has printed. */
function hasSettled(quote: Element): boolean {
  return Boolean(quote.shadowRoot?.querySelector('[part=quote], [part=notice]')) || quote.hasAttribute('data-failed');
}
