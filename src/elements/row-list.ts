import { render, type TemplateResult } from 'lit';

/** One row of a list: what it is, what its look depends on, and how it is drawn. */
export interface Row {
  /** Becomes the row's id in the shadow root; tells rows apart from one drawing to the next. */
  readonly id: string;
  readonly className: string;
  /** Drawn again only when one of these is another value or object. */
  readonly depends: readonly unknown[];
  readonly draw: () => TemplateResult;
}

/**
 * The rows of one list, each drawn by itself into an element of its own: a change in one costs the same with a thousand
 * others beside it, and a row that moves keeps its element, with the focus and the open forms in it.
 */
export class RowList {
  readonly #drawn = new Map<string, { readonly element: HTMLLIElement; row: Row }>();

  update(list: Element, rows: readonly Row[]): void {
    const wanted = new Set(rows.map(({ id }) => id));
    for (const [id, { element }] of this.#drawn) {
      if (wanted.has(id) && element.parentNode === list) continue;
      element.remove();
      this.#drawn.delete(id);
    }
    const fresh = document.createDocumentFragment();
    let at = list.firstElementChild;
    for (const row of rows) {
      const element = this.#draw(row);
      if (element === at) at = element.nextElementSibling;
      // What comes last is inserted in one go.
      else if (at) list.insertBefore(element, at);
      else fresh.append(element);
    }
    list.append(fresh);
  }

  #draw(row: Row): HTMLLIElement {
    const before = this.#drawn.get(row.id);
    const element = before?.element ?? document.createElement('li');
    if (!before) {
      element.id = row.id;
      element.tabIndex = -1;
    }
    if (element.className !== row.className) element.className = row.className;
    if (!before || row.depends.some((value, index) => value !== before.row.depends[index])) render(row.draw(), element);
    this.#drawn.set(row.id, { element, row });
    return element;
  }
}
