import { type ContentNode, element, textOf } from './tree.js';

const BLOCKS = ['p', 'pre', 'blockquote', 'ul', 'ol', 'li', 'hr'];

/**
 * Groups nodes into paragraphs: blocks stay as they are, and each run of other nodes between them becomes a paragraph, unless it has no
 * text.
 */
export function inParagraphs(nodes: readonly ContentNode[]): ContentNode[] {
  const paragraphs: ContentNode[] = [];
  let line: ContentNode[] = [];
  const endLine = (): void => {
    if (textOf(line).trim()) paragraphs.push(element('p', line));
    line = [];
  };
  for (const node of nodes) {
    if (!hasBlock(node)) {
      line.push(node);
      continue;
    }
    endLine();
    paragraphs.push(node);
  }
  endLine();
  return paragraphs;
}

/** Whether a node is a block, or has one in it: a paragraph can hold neither. */
function hasBlock(node: ContentNode): boolean {
  return node.type === 'element' && (BLOCKS.includes(node.tagName) || node.children.some(hasBlock));
}
