import type { Nodes } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { type ContentNode, element, text } from '../../src/content/tree.js';

const blocks = new Set(['blockquote', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'hr', 'li', 'ol', 'p', 'pre', 'ul']);

/** HTML as a tree of content. Attributes have their names in HTML. */
export function treeOf(html: string): ContentNode[] {
  return fromHtml(html, { fragment: true }).children.flatMap(contentOf);
}

function contentOf(node: Nodes): ContentNode[] {
  if (node.type === 'text') return [text(node.value)];
  if (node.type !== 'element') return [];
  const properties = Object.entries(node.properties).map(([name, value]) => [
    name === 'className' ? 'class' : name,
    Array.isArray(value) ? value.join(' ') : String(value),
  ]);
  return [
    element(node.tagName, node.children.flatMap(contentOf), Object.fromEntries(properties) as Record<string, string>),
  ];
}

const isBlock = (node: ContentNode | undefined): boolean => node?.type === 'element' && blocks.has(node.tagName);

/**
 * The same tree without what shows nowhere: line breaks between blocks and behind a `<br>`, how an address is escaped, and texts in
 * several pieces.
 */
export function normalised(nodes: readonly ContentNode[], isPreformatted = false): ContentNode[] {
  const joined: ContentNode[] = [];
  for (const node of nodes) {
    const last = joined.at(-1);
    if (node.type === 'text' && last?.type === 'text') joined[joined.length - 1] = text(last.value + node.value);
    else joined.push(node);
  }
  return joined.flatMap((node, index): ContentNode[] => {
    if (node.type === 'element') {
      const { tagName, children, properties } = node;
      return [element(tagName, normalised(children, tagName === 'pre' || isPreformatted), sorted(properties))];
    }
    let { value } = node;
    if (isPreformatted) return value ? [text(unescaped(value))] : [];
    if (value === '\n' && joined.length === 1) return [];
    const before = joined[index - 1];
    const isContainer = joined.some(isBlock);
    if (isBlock(before) || (isContainer && !before)) value = value.replace(/^\n/, '');
    if (before?.type === 'element' && before.tagName === 'br') value = value.replace(/^\n/, '');
    if (isBlock(joined[index + 1]) || (isContainer && index === joined.length - 1)) value = value.replace(/\n$/, '');
    return value ? [text(unescaped(value))] : [];
  });
}

function sorted(properties: Readonly<Record<string, string>>): Record<string, string> {
  const entries = Object.entries(properties).map(([name, value]) => [name, unescaped(value)] as const);
  return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** CommonMark leaves open which characters of an address are escaped. */
function unescaped(value: string): string {
  return value.replace(/(?:%[\da-f]{2})+/gi, (escapes) => {
    try {
      return decodeURIComponent(escapes);
    } catch {
      return escapes;
    }
  });
}
