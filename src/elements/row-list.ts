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

/**
 * The rows of one list, each drawn by itself into an element of its own: a change in one costs the same with a thousand
 * others beside it, and a row that moves keeps its element, with the focus and the open forms in it.
 */
export class RowList {
  #drawn = new Map<string, Drawn>();
  #rows: readonly Row[] = [];

  update(list: Element, rows: readonly Row[]): void {
    if (rows === this.#rows && list.childElementCount === rows.length) return;
    this.#rows = rows;
    const before = this.#drawn;
    const drawn = new Map<string, Drawn>();
    for (const row of rows) drawn.set(row.id, draw(row, before.get(row.id)));
    for (const [id, { element }] of before) if (!drawn.has(id)) element.remove();
    // What comes last is inserted in one go.
    const fresh = document.createDocumentFragment();
    let at = list.firstElementChild;
    for (const { element } of drawn.values()) {
      if (element === at) at = at.nextElementSibling;
      else if (at) list.insertBefore(element, at);
      else fresh.append(element);
    }
    list.append(fresh);
    this.#drawn = drawn;
  }
}

function draw(row: Row, before: Drawn | undefined): Drawn {
  if (before?.row === row) return before;
  const element = before?.element ?? document.createElement('li');
  element.id = row.id;
  element.tabIndex = -1;
  element.className = row.depth > 0 ? `row answer d${row.depth} ${row.className}` : `row ${row.className}`;
  render(row.draw(), element);
  row.finish?.(element);
  return { element, row };
}
