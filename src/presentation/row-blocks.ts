/** Number of rows in a new block of a list. */
export const BLOCK_SIZE = 16;

/** A block with fewer rows takes rows from the next block. */
export const MIN_BLOCK_SIZE = 8;

/**
 * In a longer list, the browser lays out the blocks near the window only. Chromium exposes all text and buttons of the other blocks to
 * screen readers, but no paragraphs (`test/assistive`), so it skips those of a shorter list only until the first paint.
 */
const LONG_LIST = 128;

export function isLongList(rows: readonly unknown[]): boolean {
  return rows.length > LONG_LIST;
}
