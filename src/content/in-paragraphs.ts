import { type ContentNode, element, textOf } from './tree.js';

const BLOCKS = ['p', 'pre', 'blockquote', 'ul', 'ol', 'li', 'hr'];

/** Nodes as paragraphs: blocks stay as they are, and what stands between them becomes one each. Those without text are left out. */
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
