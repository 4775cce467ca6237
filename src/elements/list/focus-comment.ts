/** How a reader gets from one comment to another. */
import type { CommentId } from '../../model/adapter.js';
import { PREFIX } from '../permalink/permalink.js';

/** Marks a comment and brings it into view, if it is on the page. Whoever is writing goes on undisturbed. */
export function showComment(root: ParentNode, id: CommentId): void {
  const row = rowOf(root, id);
  unmark(root);
  // An attribute and no class: a row that is drawn again keeps it.
  row?.setAttribute('aria-current', 'true');
  if (isWriting()) return;
  row?.scrollIntoView({ block: 'center' });
  row?.focus({ preventScroll: true });
}

/** Brings into view what is said instead of a comment. */
export function showNotice(root: ParentNode): void {
  if (!isWriting()) root.querySelector('[part=notice]')?.scrollIntoView({ block: 'center' });
}

export function unmark(root: ParentNode): void {
  root.querySelector('[aria-current]')?.removeAttribute('aria-current');
}

export function rowOf(root: ParentNode, id: CommentId): HTMLElement | null {
  return root.querySelector(`#${CSS.escape(PREFIX + id)}`);
}

/** Whether somebody is typing, here or elsewhere on the page. */
function isWriting(): boolean {
  let at = document.activeElement;
  while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
  return Boolean(at?.matches('input, textarea, select, [contenteditable]'));
}

/**
 * Goes on at the first comment that a new page has brought; the button that asked for it has moved, given way to another,
 * or is gone.
 */
export function goOn(root: ParentNode, first: CommentId | undefined): void {
  const next =
    first === undefined
      ? (root.querySelector('[part=list] ~ button, [part=list] ~ [part=failure] button') ??
        root.querySelector('[part=list] > :last-child > :last-child'))
      : rowOf(root, first);
  if (next instanceof HTMLElement) next.focus({ preventScroll: true });
}
