/** Brings over what a reader has done with the comments that a server rendered: where they are, what they focused and what they selected. */
import { PREFIX } from '../../presentation/comment-address.js';
import { holdInPlace } from '../scroll-position/hold-in-place.js';

/** The pieces whose text is the same in both. */
const PIECES = ['heading', 'policy', 'author', 'time', 'note', 'body', 'removed', 'closed', 'empty'];

/** A place in the text of one piece. */
interface TextPlace {
  /** The row's id; empty for a piece outside the list. */
  readonly row: string;
  readonly piece: string;
  readonly offset: number;
}

/**
 * Notes where the reader is in the served section `from`. Call the result when the element has drawn its own into `root`: it brings
 * them to the same place.
 */
export function keepReader(from: HTMLElement, root: ShadowRoot): () => void {
  const focus = focusedLink(from);
  const selection = selectedPlaces(from);
  const shown = firstRowInView(from);
  return () => {
    if (shown) hold(root, shown);
    if (focus) focusAgain(root, focus);
    if (selection) selectAgain(root, selection);
  };
}

interface ShownRow {
  readonly id: string;
  /** From the top of the window. */
  readonly top: number;
}

function firstRowInView(from: HTMLElement): ShownRow | undefined {
  for (const row of from.querySelectorAll<HTMLElement>(`[id^="${PREFIX}"]`)) {
    const { top, bottom } = row.getBoundingClientRect();
    if (bottom > 0) return top < innerHeight ? { id: row.id, top } : undefined;
  }
  return undefined;
}

/** The heights are the same, unless the page sets something for one and not for the other. Then the text being read stays where it is. */
function hold(root: ShadowRoot, { id, top }: ShownRow): void {
  const row = root.getElementById(id);
  if (row && Math.abs(row.getBoundingClientRect().top - top) > 1) holdInPlace(row, top, new AbortController().signal);
}

interface FocusedLink {
  readonly row: string;
  /** Its place among the links of the row or of the rest, and its address. */
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
  const place = row ? root.getElementById(row) : root.querySelector<HTMLElement>('section');
  if (!place) return;
  const links = linksIn(place);
  const same = links[index]?.href === href ? links[index] : links.find((link) => link.href === href);
  // "Load more" was a link to the next page.
  const button = row
    ? place.querySelector<HTMLElement>('article')
    : place.querySelector<HTMLElement>('button[part~=more]');
  (same ?? button)?.focus({ preventScroll: true });
}

/** The links of a row, or of a section apart from its rows. */
function linksIn(place: Element): HTMLAnchorElement[] {
  return [...place.querySelectorAll('a')].filter((link) => place.id.startsWith(PREFIX) || !rowOf(link));
}

function rowOf(element: Element): Element | null {
  return element.closest(`[id^="${PREFIX}"]`);
}

interface SelectedPlaces {
  readonly anchor: TextPlace;
  readonly focus: TextPlace;
}

function selectedPlaces(from: HTMLElement): SelectedPlaces | undefined {
  const selection = getSelection();
  if (!selection || selection.isCollapsed) return undefined;
  const anchor = placeIn(from, selection.anchorNode, selection.anchorOffset);
  const focus = placeIn(from, selection.focusNode, selection.focusOffset);
  return anchor && focus && { anchor, focus };
}

function placeIn(from: HTMLElement, node: Node | null, offset: number): TextPlace | undefined {
  if (!node || !from.contains(node)) return undefined;
  const element = node instanceof Element ? node : node.parentElement;
  const piece = element?.closest(PIECES.map((name) => `[part~="${name}"]`).join());
  if (!piece) return undefined;
  const before = document.createRange();
  before.setStart(piece, 0);
  before.setEnd(node, offset);
  const name = PIECES.find((one) => piece.part.contains(one)) ?? '';
  return { row: rowOf(piece)?.id ?? '', piece: name, offset: before.toString().length };
}

function selectAgain(root: ShadowRoot, { anchor, focus }: SelectedPlaces): void {
  const from = pointAt(root, anchor);
  const to = pointAt(root, focus);
  if (from && to) getSelection()?.setBaseAndExtent(from.node, from.offset, to.node, to.offset);
}

function pointAt(
  root: ShadowRoot,
  { row, piece, offset }: TextPlace,
): { readonly node: Node; readonly offset: number } | undefined {
  const place = row ? root.getElementById(row) : root;
  const element = place?.querySelector(`[part~="${piece}"]`);
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
