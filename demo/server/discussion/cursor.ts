import type { Sort } from '../../../src/model/adapter.js';
import type { Secret } from '../database/secret.js';
import { Problem } from '../http/problem.js';

/** The list that a cursor belongs to. */
export interface ListPlace {
  readonly discussion: string;
  readonly sort: Sort;
  /** Empty for the top level. */
  readonly parent: string;
}

/** Where a page ended. */
export interface Position {
  /** The last comment that was handed out. */
  readonly number: number;
  /** Pinned comments that were handed out before their turn. */
  readonly early: readonly number[];
  /** By votes only: the score of the last one, and the event and the time (seconds) from which the order is. */
  readonly top?: { readonly score: number; readonly at: number; readonly time: number };
}

/** Signed, so that whatever comes back is what was handed out, and for this list. */
export function writeCursor(secret: Secret, place: ListPlace, position: Position): string {
  const content = Buffer.from(JSON.stringify(position)).toString('base64url');
  return `${content}.${sign(secret, place, content)}`;
}

export function readCursor(secret: Secret, place: ListPlace, cursor: string): Position {
  const [content = '', signature = ''] = cursor.split('.');
  if (!secret.isSigned(signature, 'cursor', place.discussion, place.sort, place.parent, content))
    throw new Problem('invalid', 'The parameter "cursor" does not belong to this list. Load the list anew.');
  return JSON.parse(Buffer.from(content, 'base64url').toString()) as Position;
}

const sign = (secret: Secret, { discussion, sort, parent }: ListPlace, content: string): string =>
  secret.sign('cursor', discussion, sort, parent, content);
