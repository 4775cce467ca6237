import { render } from 'lit';
import { BLOCK_SIZE, isLongList, MIN_BLOCK_SIZE } from '../../presentation/row-blocks.js';
import { whenIdle } from '../lazy-module.js';
import type { Row } from '../section.js';

/** Longest wait for the browser to be idle before screen readers get the paragraphs outside the window, in milliseconds. */
const LAYOUT_TIMEOUT = 200;

interface RenderedRow {
  readonly row: Row;
  readonly element: HTMLLIElement;
}

/**
 * Renders each row of a list separately, into an element of its own. The cost of a change in one row does not depend on the number of
 * rows. A row that moves keeps its element, with the focus and the open forms in it.
 *
 * The rows are grouped in blocks, which the browser skips outside the window (`content-visibility: auto`): those of a long list always,
 * those of a shorter one until the first paint. It checks sixty blocks for each frame instead of a thousand rows. lit's `repeat`, over rows
 * without blocks, misses the aims: 1,000 comments were visible after 2.5 times the time of a hand-written page (aim 0.9; with blocks 0.3),
 * and a live event cost 1.7 to 1.9 times as much among 1,000 comments as among 100 (aim 1.25; with blocks 1.1). `npm run bench` measures
 * both.
 */
export class RowList {
  readonly #rendered = new Map<string, RenderedRow>();
  #rows: readonly Row[] = [];

  /** Updates the rows in `list`. `signal`: of the discussion. */
  update(list: Element, rows: readonly Row[], signal: AbortSignal | undefined): void {
    const before = this.#rows;
    const isNew = !list.hasChildNodes();
    let isSameOrder = !isNew && rows.length === before.length;
    this.#rows = rows;
    rows.forEach((row, index) => {
      if (row === before[index]) return;
      isSameOrder &&= row.id === before[index]?.id;
      this.#rendered.set(row.id, renderRow(row, this.#rendered.get(row.id)));
    });
    if (isSameOrder) return;
    // To skip the only block would move what is below the list.
    list.className = isLongList(rows) ? 'long' : isNew && rows.length > BLOCK_SIZE ? 'fresh' : '';
    const ids = new Set(rows.map(({ id }) => id));
    for (const [id, { element }] of this.#rendered) if (!ids.has(id) && this.#rendered.delete(id)) element.remove();
    const focused = list.querySelector<HTMLElement>(':focus');
    const elements = rows.flatMap(({ id }) => this.#rendered.get(id)?.element ?? []);
    arrangeInBlocks(list, elements);
    if (isNew) layOutAfterPaint(list, signal);
    // An element that is moved loses the focus.
    focused?.focus({ preventScroll: true });
  }
}

function renderRow(row: Row, before: RenderedRow | undefined): RenderedRow {
  if (before?.row === row) return before;
  const element = before?.element ?? createRow(row.id);
  if (row.isFolded) element.setAttribute('hidden', 'until-found');
  else element.removeAttribute('hidden');
  const { className, template, drawRest } = row.draw(element);
  element.className = `row ${className}`;
  render(template, element);
  drawRest?.();
  return { row, element };
}

function createRow(id: string): HTMLLIElement {
  const element = document.createElement('li');
  element.id = id;
  // The list is not the parent of its rows: blocks, which have no role, lie between.
  element.role = 'listitem';
  return element;
}

/**
 * Lays out the blocks outside the window when those in it are painted and the browser is idle. All at once: one after the other, styles and
 * layout of 100 rows take 1.25 times as long, and the longest task after the first paint is as long. A key does not wait: End would lead to
 * where the end of the list is estimated.
 */
function layOutAfterPaint(list: Element, signal: AbortSignal | undefined): void {
  const layOut = (): void => layOutAround(list);
  addEventListener('keydown', layOut, { signal });
  requestAnimationFrame(() => whenIdle(layOut, LAYOUT_TIMEOUT));
}

/** Lays out the list that contains an element, unless it is long, so that the element stays where it is scrolled to. */
export function layOutAround(element: Element): void {
  element.closest('.fresh')?.classList.remove('fresh');
}

/** Puts the rows into blocks, and the blocks into the list. A row stays in its block if order and size allow it. */
function arrangeInBlocks(list: Element, rows: readonly Element[]): void {
  const blocks = new Map<Element, Element[]>();
  let current: Element[] | undefined;
  for (const row of rows) {
    const block = row.parentElement;
    const isNextBlock = block && !blocks.has(block);
    if (!current || current.length >= (isNextBlock ? MIN_BLOCK_SIZE : BLOCK_SIZE)) {
      current = [];
      blocks.set(isNextBlock ? block : document.createElement('div'), current);
    }
    current.push(row);
  }
  for (const [block, own] of blocks) {
    arrange(block, own);
    block.className = 'block';
  }
  for (const block of [...list.children]) if (!blocks.has(block)) block.remove();
  arrange(list, [...blocks.keys()]);
}

/** Moves as few children as possible: an element that is not moved keeps its focus, scroll position and measured size. */
function arrange(parent: Element, children: readonly Element[]): void {
  let next = parent.firstElementChild;
  for (const child of children) {
    if (child === next) next = next.nextElementSibling;
    else parent.insertBefore(child, next);
  }
}
