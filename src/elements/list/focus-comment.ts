/** Moves the focus and the scroll position to a comment, or to another part of the section. Finds the comment where the reader is. */
import type { CommentId } from '../../model/adapter.js';
import { PREFIX } from '../../presentation/comment-address.js';
import { activeElement } from '../page/focus.js';
import type { ListPosition } from '../page/saved-position.js';
import { layOutAround } from './row-list.js';

/** The list of all comments, or of a selection. */
const LIST = ':is([part=list], [part=filtered])';

/** The row of a comment, if it is rendered. */
export function rowOf(root: ParentNode, id: CommentId): HTMLElement | null {
  return root.querySelector(`#${CSS.escape(PREFIX + id)}`);
}

/** The comment in a row. It takes the focus because it has an accessible name; the row has none. */
export function commentIn(row: Element | null | undefined): HTMLElement | null {
  return row?.querySelector<HTMLElement>('article') ?? null;
}

/** Marks a comment, scrolls it into view and focuses it. While the reader is typing, it is only marked. */
export function showRow(root: ParentNode, row: HTMLElement): void {
  markRow(root, row);
  if (isTyping()) return;
  layOutAround(row);
  row.scrollIntoView({ block: 'center' });
  commentIn(row)?.focus({ preventScroll: true });
}

/** Marks a comment, without scrolling. */
export function markRow(root: ParentNode, row: HTMLElement): void {
  unmark(root);
  commentIn(row)?.setAttribute('aria-current', 'true');
}

/** Removes the mark from the marked comment. */
export function unmark(root: ParentNode): void {
  root.querySelector('[aria-current]')?.removeAttribute('aria-current');
}

/** Scrolls the notice about a missing comment into view. */
export function showNotice(root: ParentNode): void {
  if (!isTyping()) root.querySelector('[part=notice]')?.scrollIntoView({ block: 'center' });
}

/** Focuses a comment whose button was removed, without scrolling. */
export function focusRow(root: ParentNode, id: CommentId): void {
  commentIn(rowOf(root, id))?.focus({ preventScroll: true });
}

/** Focuses the button that opened a panel, or the comment if that button no longer exists. */
export function focusAction(root: ParentNode, id: CommentId, action: string): void {
  const row = rowOf(root, id);
  (row?.querySelector<HTMLElement>(`button[part~=${action}]`) ?? commentIn(row))?.focus();
}

/** Focuses the first comment that was loaded; without one, the button below the list, or the last comment. */
export function focusAfterLoading(root: ParentNode, first: CommentId | undefined): void {
  const next = first === undefined ? (buttonBelowList(root) ?? lastComment(root)) : commentIn(rowOf(root, first));
  next?.focus({ preventScroll: true });
}

/** Focuses the list, or its end: the button below it, or the text that replaces the button. */
export function skipTo(root: ParentNode, to: 'list' | 'end'): void {
  const list = root.querySelector<HTMLElement>(LIST);
  (to === 'list' ? list : (buttonBelowList(root) ?? root.querySelector<HTMLElement>('[part=end]')))?.focus();
}

function buttonBelowList(root: ParentNode): HTMLElement | null {
  return root.querySelector(`${LIST} ~ button, ${LIST} ~ [part=failure] button`);
}

function lastComment(root: ParentNode): HTMLElement | undefined {
  return [...root.querySelectorAll<HTMLElement>(`${LIST} li:not([hidden]) > article`)].at(-1);
}

/** The topmost comment in view, or the section if there is none near the top. Undefined if the reader is outside of the section. */
export function topInView(section: DOMRect, list: Element): ListPosition | undefined {
  const middle = innerHeight / 2;
  if (section.top > middle || section.bottom < 0) return undefined;
  const isInView = (element: Element): boolean => element.getBoundingClientRect().bottom > 0;
  // Blocks first: measuring the rows of a skipped block would lay it out.
  const block = [...list.children].find(isInView) ?? list.lastElementChild;
  const rows = [...(block?.children ?? [])].filter(({ id }) => id.startsWith(PREFIX));
  const row = rows.find(isInView) ?? rows.at(-1);
  const { top = Infinity } = row?.getBoundingClientRect() ?? {};
  return row && top <= middle ? { id: row.id.slice(PREFIX.length), offset: top } : { id: null, offset: section.top };
}

/** Whether the reader is typing, in the section or elsewhere on the page. */
function isTyping(): boolean {
  return Boolean(activeElement()?.matches('input, textarea, select, [contenteditable]'));
}
