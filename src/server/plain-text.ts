import type { ContentNode } from '../content/tree.js';

/** The elements that stand apart from what is around them. */
const BLOCKS = /^(?:p|blockquote|pre|ul|ol|hr)$/;

/** The words of a body without its markup: lines stay lines, and a blank line is between paragraphs. */
export function plainText(nodes: readonly ContentNode[]): string {
  return written(nodes)
    .replace(/\n(?:[ \t]*\n){2,}/g, '\n\n')
    .trim();
}

function written(nodes: readonly ContentNode[]): string {
  return nodes.map(writtenNode).join('');
}

function writtenNode(node: ContentNode): string {
  if (node.type === 'text') return node.value;
  if (node.tagName === 'br') return '\n';
  const inside = written(node.children);
  if (node.tagName === 'li') return `\n${inside}`;
  return BLOCKS.test(node.tagName) ? `\n\n${inside}\n\n` : inside;
}
