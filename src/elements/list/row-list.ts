import { render } from 'lit';

/** One row of a list. It is drawn again when another object stands for it. */
export interface Row {
  /** Becomes the row's id in the shadow root; tells rows apart from one drawing to the next. */
  readonly id: string;
  /** What else it is, besides a row of its depth. */
  readonly className: string;
  /** How deep it is indented; 0: not at all. */
  readonly depth: number;
  readonly draw: () => unknown;
  /** What is done by hand with the row once it is drawn. */
  readonly finish?: (row: Element) => void;
}

interface Drawn {
  readonly element: HTMLLIElement;
  readonly row: Row;
}

/** Rows that a block begins with, if there are so many; and so few it may be left with before it takes some of the next. */
const FULL = 32;
const SHORT = 8;

/**
 * The rows of one list, each drawn by itself into an element of its own: a change in one costs the same with a thousand
 * others beside it, and a row that moves keeps its element, with the focus and the open forms in it.
 *
 * They lie in blocks, which the browser leaves out of its work as long as they are out of sight: with each frame it looks
 * at thirty blocks then, and not at a thousand rows.
 */
export class RowList {
  readonly #drawn = new Map<string, Drawn>();
  #rows: readonly Row[] = [];

  update(list: Element, rows: readonly Row[]): void {
    const before = this.#rows;
    let isInPlace = list.hasChildNodes() && rows.length === before.length;
    this.#rows = rows;
    rows.forEach((row, index) => {
      if (row === before[index]) return;
      isInPlace &&= row.id === before[index]?.id;
      this.#drawn.set(row.id, draw(row, this.#drawn.get(row.id)));
    });
    // Most of what happens is in rows, and not in their order.
    if (isInPlace) return;
    const ids = new Set(rows.map(({ id }) => id));
    for (const [id, { element }] of this.#drawn) if (!ids.has(id) && this.#drawn.delete(id)) element.remove();
    const focused = list.querySelector<HTMLElement>(':focus');
    layOut(
      list,
      rows.map(({ id }) => this.#drawn.get(id)!.element),
    );
    // Browsers take the focus from whatever is put elsewhere.
    focused?.focus({ preventScroll: true });
  }
}

/** Puts rows in blocks, and those in the list. A row stays in its block, as far as the order and the room allow it. */
function layOut(list: Element, rows: readonly Element[]): void {
  const parts = new Map<Element, Element[]>();
  let part: Element[] | undefined;
  for (const row of rows) {
    const block = row.parentElement;
    const isNext = block && !parts.has(block);
    if (!part || part.length >= (isNext ? SHORT : FULL)) parts.set(isNext ? block : newBlock(), (part = []));
    part.push(row);
  }
  for (const [block, own] of parts) {
    place(block, own);
    // Only of a full one is it known how high it probably is; a style of its own is what no element may have.
    block.className = own.length < FULL ? 'block' : 'block full';
  }
  for (const block of [...list.children]) if (!parts.has(block)) block.remove();
  place(list, [...parts.keys()]);
}

function newBlock(): Element {
  return document.createElement('div');
}

/** Moves as little as it can: what stays where it is keeps what the browser knows of it. */
function place(parent: Element, children: readonly Element[]): void {
  let at = parent.firstElementChild;
  for (const child of children) {
    if (child === at) at = at.nextElementSibling;
    else parent.insertBefore(child, at);
  }
}

function draw(row: Row, before: Drawn | undefined): Drawn {
  if (before?.row === row) return before;
  const element = before?.element ?? document.createElement('li');
  element.id = row.id;
  element.tabIndex = -1;
  // The block between the list and the row means nothing.
  element.role = 'listitem';
  element.className = row.depth > 0 ? `row answer d${row.depth} ${row.className}` : `row ${row.className}`;
  render(row.draw(), element);
  row.finish?.(element);
  return { element, row };
}
