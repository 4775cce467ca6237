/** How a reader gets from one comment to another. */
import type { CommentId } from '../model/adapter.js';
import { PREFIX } from './page-address.js';

/** Brings a comment into view and marks it, if it is on the page. */
export function showComment(root: ParentNode, id: CommentId, { takesFocus = true } = {}): void {
  const row = root.querySelector<HTMLElement>(`#${CSS.escape(PREFIX + id)}`);
  root.querySelector('.marked')?.classList.remove('marked');
  row?.classList.add('marked');
  row?.scrollIntoView({ block: 'center' });
  if (takesFocus) row?.focus({ preventScroll: true });
}

/** Whether somebody is typing, here or elsewhere on the page. */
export function isWriting(root: ParentNode): boolean {
  return Boolean(
    document.activeElement?.matches('input, textarea, select, [contenteditable]') || root.querySelector(':is(textarea, input):focus'),
  );
}

/**
 * Goes on at the first comment that a new page has brought; the button that asked for it has moved, given way to another,
 * or is gone.
 */
export function goOn(root: ParentNode, first: CommentId | undefined): void {
  const next =
    first === undefined
      ? (root.querySelector('ol ~ button, ol ~ [part=failure] button') ?? root.querySelector('ol[part=list] > :last-child'))
      : root.querySelector(`#${CSS.escape(PREFIX + first)}`);
  if (next instanceof HTMLElement) next.focus({ preventScroll: true });
}
