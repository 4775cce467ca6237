import { AdapterError, type Cursor } from '../../model/adapter.js';

/** Where a page begins. */
export interface Position {
  /** How many come before it. */
  readonly offset: number;
  /** How many there were in all when the last page was read: what has come or gone since moves all that follows. */
  readonly total: number;
  /** The last ones of the page before: the new page begins behind the last of them that is still there. */
  readonly last: readonly string[];
  /** Replies in the whole discussion, where they are too many to be asked for at once. */
  readonly replies?: number;
}

/** So many of a page are looked for in the next one. */
export const OVERLAP = 5;

export const START: Position = { offset: 0, total: 0, last: [] };

export const cursorOf = ({ offset, total, last, replies }: Position): Cursor => JSON.stringify([offset, total, last, replies]);

export function positionOf(cursor: Cursor | undefined): Position {
  if (cursor === undefined) return START;
  try {
    const [offset, total, last, replies] = JSON.parse(cursor) as [number, number, string[], number | undefined];
    if (Number.isInteger(offset) && Number.isInteger(total) && Array.isArray(last))
      return { offset, total, last, ...(Number.isInteger(replies) && { replies }) };
  } catch {
    // Told below, together with what is JSON and yet no position.
  }
  throw new AdapterError('invalid', `"${cursor}" is no cursor of this adapter: use the one that the last page came with.`);
}
