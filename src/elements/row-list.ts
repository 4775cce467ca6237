import { render, type TemplateResult } from 'lit';

/** One row of a list. It is drawn again only when one of the values in `view` is another one. */
export interface Row {
  /** Becomes the row's id in the shadow root; tells rows apart from one drawing to the next. */
  readonly id: string;
  readonly className: string;
  /** What its look depends on. */
  readonly view: object;
  readonly draw: () => TemplateResult;
}

interface Drawn {
  readonly element: HTMLLIElement;
  readonly values: readonly unknown[];
}

/**
 * The rows of one list, each drawn by itself into an element of its own: a change in one costs the same with a thousand
 * others beside it, and a row that moves keeps its element, with the focus and the open forms in it.
 */
export class RowList {
  #drawn = new Map<string, Drawn>();

  update(list: Element, rows: readonly Row[]): void {
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

function draw({ id, className, view, draw }: Row, before: Drawn | undefined): Drawn {
  const element = before?.element ?? document.createElement('li');
  const values = Object.values(view);
  if (before && values.every((value, index) => value === before.values[index])) return before;
  element.id = id;
  element.tabIndex = -1;
  element.className = className;
  render(draw(), element);
  return { element, values };
}
