import type { ActionItem } from '../../presentation/comment-actions.js';
import type { Section } from '../section.js';

/**
 * Updates the actions below a comment. An action keeps its element, and so the focus, for as long as it is offered. Without templates:
 * with a lit template for each of five buttons, 100 comments took twice as long as a hand-written page to be visible (aim 1.15; so
 * 1.1), with 48 nodes for each comment instead of 29. `npm run bench` measures both.
 */
export function drawActions(parent: Element, actions: readonly ActionItem[], section: Section): void {
  const unused = new Map([...parent.children].map((child) => [child.localName + child.className, child]));
  actions.forEach((action, index) => {
    const key = TAGS[action.type] + classOf(action);
    const element = unused.get(key) ?? createElement(action);
    unused.delete(key);
    update(element as HTMLElement, action, section);
    if (parent.children[index] !== element) parent.insertBefore(element, parent.children[index] ?? null);
  });
  for (const element of unused.values()) {
    // The action is no longer possible. The focus stays in the comment.
    if (element.matches(':focus')) parent.closest('article')?.focus({ preventScroll: true });
    element.remove();
  }
}

const TAGS = { button: 'button', link: 'a', count: 'span' } as const;

const classOf = ({ type, name }: ActionItem): string => (type === 'count' ? `votes ${name}` : `action ${name}`);

function createElement(action: ActionItem): HTMLElement {
  const element = document.createElement(TAGS[action.type]);
  element.className = classOf(action);
  element.setAttribute('part', action.type === 'count' ? 'votes' : element.className);
  return element;
}

function update(element: HTMLElement, action: ActionItem, section: Section): void {
  const { text, short } = action;
  if (element.textContent !== text) {
    const label = document.createElement('span');
    label.textContent = text;
    element.replaceChildren(short ? label : text);
  }
  setAttribute(element, 'data-short', short);
  if (action.type === 'count') return;
  setAttribute(element, 'aria-label', action.label);
  if (action.type === 'link') return setAttribute(element, 'href', action.href);
  setAttribute(element, 'aria-expanded', action.expanded);
  setAttribute(element, 'aria-pressed', action.pressed);
  element.onclick = section.on(action.command);
}

function setAttribute(element: Element, name: string, value: string | boolean | undefined): void {
  if (value === undefined) element.removeAttribute(name);
  else if (element.getAttribute(name) !== String(value)) element.setAttribute(name, String(value));
}
