/** Number of rows in a new block of a list. */
export const BLOCK_SIZE = 32;

/** A block with fewer rows takes rows from the next block. */
export const MIN_BLOCK_SIZE = 8;

/**
 * The browser lays out a longer list only near the viewport. Chromium exposes all text and buttons of the other blocks to screen readers,
 * but no paragraphs (`test/assistive`), so shorter lists are laid out completely.
 *
 * With 100 comments, complete layout adds about 0.4 times the time of a hand-written page until they are visible (`npm run bench`: 1.45
 * to 1.7 times, 1.25 if rows outside the viewport are skipped).
 */
const LONG_LIST = 128;

export function isLongList(rows: readonly unknown[]): boolean {
  return rows.length > LONG_LIST;
}

/** Returns the class from which the style sheet estimates the height of a block. Inline styles are not used. */
export function blockClass(rows: readonly unknown[]): string {
  return `block rows-${Math.ceil(rows.length / MIN_BLOCK_SIZE) * MIN_BLOCK_SIZE}`;
}
