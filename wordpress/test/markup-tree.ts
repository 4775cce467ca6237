import type { Element, ElementContent, Nodes } from 'hast';
import { fromHtml } from 'hast-util-from-html';

/**
 * The section in a page as lines, one for each tag and text, to compare what two servers have rendered. Not compared are the order of
 * attributes, the characters that are written as references, how many spaces stand for one, and the spelling of an address:
 * `https://example.com` leads to where `https://example.com/` does.
 */
export function tree(html: string, base: string): readonly string[] {
  const section = find(fromHtml(html));
  if (!section) throw new Error(`There is no section in ${html}`);
  return linesOf(section, { base, indent: '', isPreformatted: false });
}

function find(node: Nodes): Element | undefined {
  if (node.type === 'element' && String(node.properties.part) === 'section') return node;
  for (const child of 'children' in node ? node.children : []) {
    const found = find(child);
    if (found) return found;
  }
  return undefined;
}

interface Place {
  readonly base: string;
  readonly indent: string;
  readonly isPreformatted: boolean;
}

function linesOf(node: ElementContent, { base, indent, isPreformatted }: Place): readonly string[] {
  if (node.type === 'text') return [`${indent}"${isPreformatted ? node.value : node.value.replace(/ +/g, ' ')}"`];
  if (node.type !== 'element') return [`${indent}${node.type}`];
  const attributes = Object.entries(node.properties)
    .map(([name, value]) => `${name}="${name === 'href' ? new URL(String(value), base).href : String(value)}"`)
    .toSorted();
  const inside = { base, indent: `${indent}  `, isPreformatted: isPreformatted || node.tagName === 'pre' };
  return [
    `${indent}<${[node.tagName, ...attributes].join(' ')}>`,
    ...node.children.flatMap((child) => linesOf(child, inside)),
  ];
}
