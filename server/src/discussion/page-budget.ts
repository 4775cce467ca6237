import type { CommentRow } from '../database/tables.js';

/**
 * The most text on one page, in bytes. In JSON it can become four times as long: quotation marks are escaped, and an author's own
 * comments contain the text twice. Adapters read up to 10 million characters.
 */
const maxPageBytes = 1_000_000;

const weightOf = ({ body, author, decision }: CommentRow): number =>
  Buffer.byteLength(body) + Buffer.byteLength(author ?? '') + Buffer.byteLength(decision ?? '');

/** Limits the size of a page, whatever the limits were when its comments were stored. */
export class PageBudget {
  #left = maxPageBytes;

  /** The first comments of a list for which there is room. `least`: how many are on the page even without. */
  take<Row extends CommentRow>(rows: readonly Row[], least = 0): readonly Row[] {
    const end = rows.findIndex((row, index) => {
      this.#left -= weightOf(row);
      return this.#left < 0 && index >= least;
    });
    return end < 0 ? rows : rows.slice(0, end);
  }
}
