import type { Filter, Sort, SortOption } from 'article-comments/rules.js';
import type { Signer } from '../database/signer.js';
import { Problem } from '../rules/problem.js';

/** The list that a cursor is valid for. */
export interface CursorScope {
  readonly discussion: string;
  readonly sort: Order;
  readonly filter?: Filter | undefined;
  /** Empty for the top level. */
  readonly parent: string;
}

/** Where a page ended. */
export interface CursorPosition {
  /** Number of the last comment on the page. */
  readonly number: number;
  /** Numbers of pinned comments that the first page has already shown. */
  readonly early: readonly number[];
  /** For `top` only: score of the last comment, and the event and time (seconds) at which the list started. */
  readonly top?: { readonly score: number; readonly at: number; readonly time: number };
  /** For `replies` only: the number of replies to the last comment. */
  readonly replies?: number;
}

/** Writes a signed cursor, valid for this list only. */
export function writeCursor(signer: Signer, scope: CursorScope, position: CursorPosition): string {
  const content = Buffer.from(JSON.stringify(position)).toString('base64url');
  return `${content}.${sign(signer, scope, content)}`;
}

export function readCursor(signer: Signer, scope: CursorScope, cursor: string): CursorPosition {
  const [content = '', signature = ''] = cursor.split('.');
  if (!signer.verify(signature, 'cursor', ...partsOf(scope), content))
    throw new Problem('invalid', 'The cursor does not belong to this list. Reload the list.');
  return JSON.parse(Buffer.from(content, 'base64url').toString()) as CursorPosition;
}

const sign = (signer: Signer, scope: CursorScope, content: string): string =>
  signer.sign('cursor', ...partsOf(scope), content);

const partsOf = ({ discussion, sort, filter, parent }: CursorScope): readonly string[] => [
  discussion,
  sort,
  filter ?? '',
  parent,
];

/** An order of the top level. `replies`: by the number of direct replies, an order of this server's own. */
export type Order = Sort | 'replies';

/** What the server offers, the default one first. */
export const orders: readonly (Sort | SortOption)[] = [
  'oldest',
  'newest',
  'top',
  { id: 'replies', label: 'Most replies' },
];

const ids: readonly Order[] = ['oldest', 'newest', 'top', 'replies'];

/** The order that a request asks for. The first request is sent before the page knows what is offered. */
export function orderOf(wanted: string | undefined): Order {
  return ids.find((id) => id === wanted) ?? 'oldest';
}
