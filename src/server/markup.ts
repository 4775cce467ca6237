import { toHtml } from 'hast-util-to-html';
import { type ContentNode, element, text } from '../content/tree.js';

/** Begins every class in the markup: unlike in the element's shadow root, the page's style sheets reach it. */
const CLASS_PREFIX = 'ac-';

type Attributes = Readonly<Record<string, string | undefined>>;

/** An element. `class` is given without its prefix. Attributes without a value are left out. */
export function h(
  tagName: string,
  attributes: Attributes,
  ...children: readonly (ContentNode | string)[]
): ContentNode {
  const given = Object.entries(attributes).filter((entry): entry is [string, string] => Boolean(entry[1]));
  const properties = given.map(([name, value]) => [name, name === 'class' ? prefixed(value) : value] as const);
  const nodes = children.map((child) => (typeof child === 'string' ? text(child) : child));
  return element(tagName, nodes, Object.fromEntries(properties));
}

function prefixed(classes: string): string {
  return classes
    .split(' ')
    .filter(Boolean)
    .map((name) => CLASS_PREFIX + name)
    .join(' ');
}

/**
 * The place of a control that works only with the element: as large as its words, and empty. The style sheet takes the words from the
 * attribute, so they are no text of the page.
 */
export function placeOf(words: string, classes: string): ContentNode {
  return h('span', { class: `later ${classes}`, 'data-words': words });
}

/** Writes markup out. Texts and attributes are escaped. */
export function toMarkup(nodes: readonly ContentNode[]): string {
  return toHtml({ type: 'root', children: nodes.map(withFirstBreaks) });
}

/** Who reads the markup drops a line break right after `<pre>`, so one more is needed to keep the first. */
function withFirstBreaks(node: ContentNode): ContentNode {
  if (node.type === 'text') return node;
  const children = node.children.map(withFirstBreaks);
  const [first] = children;
  const isDropped = node.tagName === 'pre' && first?.type === 'text' && first.value.startsWith('\n');
  return element(node.tagName, isDropped ? [text('\n'), ...children] : children, node.properties);
}
