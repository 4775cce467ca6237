import type { ContentNode } from '../content/tree.js';

const BLOCKS: readonly string[] = ['p', 'blockquote', 'pre', 'ul', 'ol', 'hr'];

/** The words of a body as plain text: a blank line between its blocks, a line for each item of a list. */
export function wordsOf(nodes: readonly ContentNode[]): string {
  return spaced(nodes)
    .replace(/\n(?:[ \t]*\n)+/g, '\n\n')
    .trim();
}

function spaced(nodes: readonly ContentNode[]): string {
  return nodes
    .map((node) => {
      if (node.type === 'text') return node.value;
      if (node.tagName === 'br') return '\n';
      const words = spaced(node.children);
      if (node.tagName === 'li') return `${words}\n`;
      return BLOCKS.includes(node.tagName) ? `\n\n${words}\n\n` : words;
    })
    .join('');
}
