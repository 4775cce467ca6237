/** Preserves scroll position, focus and selection when the element replaces the comments that a server rendered. */
import { PREFIX } from '../../presentation/comment-address.js';
import { holdInPlace } from '../scroll-position/hold-in-place.js';

/** The parts whose text is the same in both sections. */
const PARTS = ['heading', 'policy', 'author', 'time', 'note', 'body', 'removed', 'closed', 'empty'];

/** A position in the text of a part. */
interface TextPosition {
  /** The row's id; empty for a part outside the list. */
  readonly row: string;
  readonly part: string;
  readonly offset: number;
}

/**
 * Captures scroll position, focus and selection in the served section `from`. The function returned restores them in `root`; call it
 * once the element has rendered its own section there.
 */
export function captureReader(from: HTMLElement, root: ShadowRoot): () => void {
  const focus = focusedLink(from);
  const selection = selectedRange(from);
  const shown = firstRowInView(from);
  return () => {
    if (shown) hold(root, shown);
    if (focus) focusAgain(root, focus);
    if (selection) selectAgain(root, selection);
  };
}

interface ShownRow {
  readonly id: string;
  /** Distance from the top of the window, in pixels. */
  readonly top: number;
}

function firstRowInView(from: HTMLElement): ShownRow | undefined {
  for (const row of from.querySelectorAll<HTMLElement>(`[id^="${PREFIX}"]`)) {
    const { top, bottom } = row.getBoundingClientRect();
    if (bottom > 0) return top < innerHeight ? { id: row.id, top } : undefined;
  }
  return undefined;
}

/** Holds the row where it was: the page's styles may give the two sections different heights. */
function hold(root: ShadowRoot, { id, top }: ShownRow): void {
  const row = root.getElementById(id);
  if (row && Math.abs(row.getBoundingClientRect().top - top) > 1) holdInPlace(row, top, new AbortController().signal);
}

interface FocusedLink {
  readonly row: string;
  /** Its index among the links of the row, or of the section outside the rows. */
  readonly index: number;
  readonly href: string;
}

function focusedLink(from: HTMLElement): FocusedLink | undefined {
  const link = document.activeElement?.closest('a');
  if (!link || !from.contains(link)) return undefined;
  const row = rowOf(link);
  return { row: row?.id ?? '', index: linksIn(row ?? from).indexOf(link), href: link.href };
}

function focusAgain(root: ShadowRoot, { row, index, href }: FocusedLink): void {
  const container = row ? root.getElementById(row) : root.querySelector<HTMLElement>('section');
  if (!container) return;
  const links = linksIn(container);
  const same = links[index]?.href === href ? links[index] : links.find((link) => link.href === href);
  // "Load more" is a link to the next page in the served section.
  const button = row
    ? container.querySelector<HTMLElement>('article')
    : container.querySelector<HTMLElement>('button[part~=more]');
  (same ?? button)?.focus({ preventScroll: true });
}

/** The links of a row, or of a section outside its rows. */
function linksIn(container: Element): HTMLAnchorElement[] {
  return [...container.querySelectorAll('a')].filter((link) => container.id.startsWith(PREFIX) || !rowOf(link));
}

function rowOf(element: Element): Element | null {
  return element.closest(`[id^="${PREFIX}"]`);
}

interface SelectedRange {
  readonly anchor: TextPosition;
  readonly focus: TextPosition;
}

function selectedRange(from: HTMLElement): SelectedRange | undefined {
  const selection = getSelection();
  if (!selection || selection.isCollapsed) return undefined;
  const anchor = positionIn(from, selection.anchorNode, selection.anchorOffset);
  const focus = positionIn(from, selection.focusNode, selection.focusOffset);
  return anchor && focus && { anchor, focus };
}

function positionIn(from: HTMLElement, node: Node | null, offset: number): TextPosition | undefined {
  if (!node || !from.contains(node)) return undefined;
  const element = node instanceof Element ? node : node.parentElement;
  const container = element?.closest(PARTS.map((name) => `[part~="${name}"]`).join());
  if (!container) return undefined;
  const before = document.createRange();
  before.setStart(container, 0);
  before.setEnd(node, offset);
  const part = PARTS.find((name) => container.part.contains(name)) ?? '';
  return { row: rowOf(container)?.id ?? '', part, offset: before.toString().length };
}

function selectAgain(root: ShadowRoot, { anchor, focus }: SelectedRange): void {
  const from = pointAt(root, anchor);
  const to = pointAt(root, focus);
  if (from && to) getSelection()?.setBaseAndExtent(from.node, from.offset, to.node, to.offset);
}

function pointAt(
  root: ShadowRoot,
  { row, part, offset }: TextPosition,
): { readonly node: Node; readonly offset: number } | undefined {
  const container = row ? root.getElementById(row) : root;
  const element = container?.querySelector(`[part~="${part}"]`);
  if (!element) return undefined;
  const texts = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  let rest = offset;
  for (let node = texts.nextNode(); node; node = texts.nextNode()) {
    const { length } = node as Text;
    if (rest <= length) return { node, offset: rest };
    rest -= length;
  }
  return undefined;
}
