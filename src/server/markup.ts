import { toHtml } from 'hast-util-to-html';
import { type ContentNode, element, text } from '../content/tree.js';

/** Prefix of every class in the markup, which the page's style sheets reach, unlike the element's shadow root. */
const CLASS_PREFIX = 'ac-';

type Attributes = Readonly<Record<string, string | undefined>>;

/** Creates an element. `class` is given without its prefix. Attributes that are undefined or empty are omitted. */
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
 * Creates an invisible placeholder for a control that works only with the element. It has the size of the control's label, which the
 * style sheet reads from the attribute, so that the label is not part of the page's text. `short`: the label where there is little space.
 */
export function placeholder(label: string, classes = '', short?: string): ContentNode {
  return h('span', { class: `later ${classes}`.trim(), 'data-words': label, 'data-short': short });
}

/** Serialises nodes to HTML. Text and attributes are escaped. */
export function toMarkup(nodes: readonly ContentNode[]): string {
  return toHtml({ type: 'root', children: nodes.map(withFirstBreaks) });
}

/** Doubles a line break at the start of `<pre>`, because HTML parsers drop the first. */
function withFirstBreaks(node: ContentNode): ContentNode {
  if (node.type === 'text') return node;
  const children = node.children.map(withFirstBreaks);
  const [first] = children;
  const isDropped = node.tagName === 'pre' && first?.type === 'text' && first.value.startsWith('\n');
  return element(node.tagName, isDropped ? [text('\n'), ...children] : children, node.properties);
}
