import { render } from 'lit';
import { BLOCK_SIZE, blockClass, isLongList, MIN_BLOCK_SIZE } from '../../presentation/row-blocks.js';
import type { Row } from '../section.js';

interface DrawnRow {
  readonly row: Row;
  readonly element: HTMLLIElement;
}

/**
 * The rows of a long list, each drawn by itself into an element of its own. A change in one row costs the same with a thousand
 * others beside it, and a row that moves keeps its element, with the focus and the open forms in it.
 *
 * The rows of a long list lie in blocks with `content-visibility: auto`, so that for each frame the browser looks at thirty blocks
 * and not at a thousand rows. lit's own `repeat`, over rows without blocks, misses the aims: 1,000 comments were visible after 2.5 times
 * the time of a hand-written page (aim 0.9; with blocks 0.3), and a live event cost 1.7 to 1.9 times as much among 1,000
 * comments as among 100 (aim 1.25; with blocks 1.1). `npm run bench` measures both.
 */
export class RowList {
  readonly #drawn = new Map<string, DrawnRow>();
  #rows: readonly Row[] = [];

  /** Brings the list on the page up to date. */
  update(list: Element, rows: readonly Row[]): void {
    const before = this.#rows;
    let isSameOrder = list.hasChildNodes() && rows.length === before.length;
    this.#rows = rows;
    rows.forEach((row, index) => {
      if (row === before[index]) return;
      isSameOrder &&= row.id === before[index]?.id;
      this.#drawn.set(row.id, drawRow(row, this.#drawn.get(row.id)));
    });
    if (isSameOrder) return;
    list.classList.toggle('long', isLongList(rows));
    const ids = new Set(rows.map(({ id }) => id));
    for (const [id, { element }] of this.#drawn) if (!ids.has(id) && this.#drawn.delete(id)) element.remove();
    const focused = list.querySelector<HTMLElement>(':focus');
    const elements = rows.flatMap(({ id }) => this.#drawn.get(id)?.element ?? []);
    arrangeInBlocks(list, elements);
    // Browsers take the focus from an element that is moved.
    focused?.focus({ preventScroll: true });
  }
}

function drawRow(row: Row, before: DrawnRow | undefined): DrawnRow {
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
  // The block between the list and the row has no role.
  element.role = 'listitem';
  return element;
}

/** Puts the rows into blocks, and the blocks into the list. A row stays in its block as far as order and size allow. */
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
    block.className = blockClass(own);
  }
  for (const block of [...list.children]) if (!blocks.has(block)) block.remove();
  arrange(list, [...blocks.keys()]);
}

/** Moves as few children as possible: what stays in place keeps its focus, its scroll position and its measured size. */
function arrange(parent: Element, children: readonly Element[]): void {
  let next = parent.firstElementChild;
  for (const child of children) {
    if (child === next) next = next.nextElementSibling;
    else parent.insertBefore(child, next);
  }
}
