import type { ContentNode } from '../content/tree.js';

/** Elements that a blank line separates from their surroundings. */
const BLOCKS = /^(?:p|blockquote|pre|ul|ol|hr)$/;

/** Returns the text of a body without its markup. Line breaks are kept, and a blank line separates paragraphs. */
export function plainText(nodes: readonly ContentNode[]): string {
  return textOf(nodes)
    .replace(/\n(?:[ \t]*\n){2,}/g, '\n\n')
    .trim();
}

function textOf(nodes: readonly ContentNode[]): string {
  return nodes.map(textOfNode).join('');
}

function textOfNode(node: ContentNode): string {
  if (node.type === 'text') return node.value;
  if (node.tagName === 'br') return '\n';
  const inside = textOf(node.children);
  if (node.tagName === 'li') return `\n${inside}`;
  return BLOCKS.test(node.tagName) ? `\n\n${inside}\n\n` : inside;
}
