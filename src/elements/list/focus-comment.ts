/** Moving the reader, and the focus, from one comment to another. */
import type { CommentId } from '../../model/adapter.js';
import { PREFIX } from '../../presentation/comment-address.js';
import { activeElement } from '../page/focus.js';

/** The list of all comments, or of a selection. */
const LIST = ':is([part=list], [part=filtered])';

/** The row of a comment, if it is drawn. */
export function rowOf(root: ParentNode, id: CommentId): HTMLElement | null {
  return root.querySelector(`#${CSS.escape(PREFIX + id)}`);
}

/** The comment in its row. It takes the focus, since it has a name, and the row has none. */
export function commentIn(row: Element | null | undefined): HTMLElement | null {
  return row?.querySelector<HTMLElement>('article') ?? null;
}

/** Marks a comment, brings it into view and focuses it. A reader who is typing keeps both focus and place. */
export function showRow(root: ParentNode, row: HTMLElement): void {
  markRow(root, row);
  if (isTyping()) return;
  row.scrollIntoView({ block: 'center' });
  commentIn(row)?.focus({ preventScroll: true });
}

/** Marks a comment. Nothing moves. */
export function markRow(root: ParentNode, row: HTMLElement): void {
  unmark(root);
  commentIn(row)?.setAttribute('aria-current', 'true');
}

/** Takes the mark off the comment that has it. */
export function unmark(root: ParentNode): void {
  root.querySelector('[aria-current]')?.removeAttribute('aria-current');
}

/** Brings the notice about a missing comment into view. */
export function showNotice(root: ParentNode): void {
  if (!isTyping()) root.querySelector('[part=notice]')?.scrollIntoView({ block: 'center' });
}

/** Focuses a comment whose button has gone. Nothing moves. */
export function focusRow(root: ParentNode, id: CommentId): void {
  commentIn(rowOf(root, id))?.focus({ preventScroll: true });
}

/** Focuses the button that opened a panel, or its comment when there is no such button any more. */
export function focusAction(root: ParentNode, id: CommentId, action: string): void {
  const row = rowOf(root, id);
  (row?.querySelector<HTMLElement>(`button[part~=${action}]`) ?? commentIn(row))?.focus();
}

/** Focuses the section's heading, when the button that was pressed goes away with what it stood for. */
export function focusHeading(root: ParentNode): void {
  root.querySelector<HTMLElement>('h2')?.focus();
}

/** After more comments were loaded: goes to the first of them; without one, to what is left to press, or the last comment. */
export function focusAfterLoading(root: ParentNode, first: CommentId | undefined): void {
  const next = first === undefined ? (buttonBelowList(root) ?? lastComment(root)) : commentIn(rowOf(root, first));
  next?.focus({ preventScroll: true });
}

/** Goes past the form, to the list, or past that, to what is left to press or to the words in its place. */
export function skipTo(root: ParentNode, place: 'list' | 'end'): void {
  const list = root.querySelector<HTMLElement>(LIST);
  (place === 'list' ? list : (buttonBelowList(root) ?? root.querySelector<HTMLElement>('[part=end]')))?.focus();
}

function buttonBelowList(root: ParentNode): HTMLElement | null {
  return root.querySelector(`${LIST} ~ button, ${LIST} ~ [part=failure] button`);
}

function lastComment(root: ParentNode): HTMLElement | undefined {
  return [...root.querySelectorAll<HTMLElement>(`${LIST} li:not([hidden]) > article`)].at(-1);
}

/** Whether the reader is typing, in the section or elsewhere on the page. */
function isTyping(): boolean {
  return Boolean(activeElement()?.matches('input, textarea, select, [contenteditable]'));
}
