/** Rows in a new block of a list. */
export const BLOCK_SIZE = 32;

/** A block with fewer rows takes some of the next. */
export const MIN_BLOCK_SIZE = 8;

/**
 * A list with more rows than this is long: the browser lays out only the blocks near the viewport. Of the others Chromium tells screen
 * readers all words and buttons, but no paragraphs (`test/assistive`).
 * Up to here all rows are laid out, so that screen readers get them whole. With 100 comments that costs about 0.4 times the time of a
 * hand-written page until they are visible (`npm run bench`: 1.45 to 1.7 times, 1.25 with rows that were skipped out of sight).
 */
const LONG_LIST = 128;

export function isLongList(rows: readonly unknown[]): boolean {
  return rows.length > LONG_LIST;
}

/** The style sheet estimates a block's height by its class: nothing in the section has a style of its own. */
export function blockClass(rows: readonly unknown[]): string {
  return `block rows-${Math.ceil(rows.length / MIN_BLOCK_SIZE) * MIN_BLOCK_SIZE}`;
}
