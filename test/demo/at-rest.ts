import type { ArticleComments } from '../../src/index.js';

/** States that never come to rest, since their backend does not answer. */
const WAITING: ReadonlySet<string> = new Set(['loading', 'default-slot']);

/** Whether nothing loads or is sent any more. A button that waits for the end of a countdown is at rest, too. */
export function isAtRest(state: string, sections: readonly ArticleComments[]): boolean {
  const busy = '[aria-busy=true], [aria-disabled=true]';
  return (
    WAITING.has(state) ||
    sections.every(
      ({ shadowRoot }) =>
        shadowRoot && (!shadowRoot.querySelector(busy) || shadowRoot.querySelector('[part~=countdown]') !== null),
    )
  );
}
