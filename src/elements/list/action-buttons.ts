/** Something that can be done with a comment, or is only to be read beside that. */
export interface Action {
  readonly name: string;
  readonly text: string;
  /** Whether what it opens is open; absent: it opens nothing. */
  readonly expanded?: boolean;
  /** Whether it has been chosen; absent: it is nothing to choose. */
  readonly pressed?: boolean;
  /** True: there is nothing to press. */
  readonly isText?: boolean;
  /** Where it is done, if not here. */
  readonly href?: string;
}

/**
 * Brings the buttons below a comment up to date. Each keeps its element, with the focus on it, for as long as it is there.
 * They are made by hand, because a template for each of them costs a browser as much as all the rest of a comment.
 */
export function drawActions(parent: Element, actions: readonly Action[]): void {
  const left = new Map([...parent.children].map((child) => [child.localName + child.className, child]));
  actions.forEach((action, index) => {
    const { name, text, expanded, pressed, isText, href } = action;
    const kind = href ? 'a' : isText ? 'span' : 'button';
    const className = isText ? `votes ${name}` : `action ${name}`;
    const element = left.get(kind + className) ?? create(kind, { name, className });
    left.delete(kind + className);
    if (element.textContent !== text) element.textContent = text;
    set(element, 'aria-expanded', expanded);
    set(element, 'aria-pressed', pressed);
    set(element, 'href', href);
    if (parent.children[index] !== element) parent.insertBefore(element, parent.children[index] ?? null);
  });
  for (const element of left.values()) element.remove();
}

function create(kind: string, { name, className }: { readonly name: string; readonly className: string }): Element {
  const element = document.createElement(kind);
  element.className = className;
  element.setAttribute('part', kind === 'span' ? 'votes' : className);
  if (kind === 'button') {
    element.setAttribute('type', 'button');
    element.dataset.action = name;
  }
  return element;
}

function set(element: Element, name: string, value: string | boolean | undefined): void {
  if (value === undefined) element.removeAttribute(name);
  else if (element.getAttribute(name) !== String(value)) element.setAttribute(name, String(value));
}
