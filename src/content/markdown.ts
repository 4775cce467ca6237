import { type Block, isLoose, type Item, type List, type Paragraph } from './markdown/blocks.js';
import { parseBlocks } from './markdown/block-parser.js';
import { parseInline } from './markdown/inline.js';
import { trimBlanksAtEnd } from './markdown/line.js';
import { References } from './markdown/references.js';
import { parseText } from './text.js';
import { type ContentNode, element, text } from './tree.js';

/** What elements begin with: emphasis, code, links, quotes, list items and lines; and what URLs contain. */
const MARKUP = /[-+.)]\s|[\n<>[*_~`]|:\/\//;

/** Maximum number of those. A browser lays out as many elements in 50 ms, and no text written by hand comes near it. */
const MAX_MARKUP = 1000;

/** Parses Markdown. A body that could create so many elements that the page stands still is shown as it was typed. */
export function parseMarkdown(value: string): ContentNode[] {
  return value.split(MARKUP).length > MAX_MARKUP ? parseText(value) : parseCommonMark(value);
}

/**
 * Parses Markdown as CommonMark defines it, except for constructs that could harm the page or its readers. docs/content.md lists the
 * differences. Every step is linear in the length of the text.
 */
export function parseCommonMark(value: string): ContentNode[] {
  const references = new References();
  const source = value.replace(/\r\n?/g, '\n').replace(/\n$/, '').replaceAll('\0', '\ufffd');
  const blocks = parseBlocks(source, references);
  return new MarkdownTree(references).blocks(blocks);
}

/** Converts blocks to content nodes. Requires all link references of the text to be known. */
class MarkdownTree {
  readonly #references: References;

  constructor(references: References) {
    this.#references = references;
  }

  /** Converts blocks. In a tight list (one without blank lines), paragraphs get no `<p>`. */
  blocks(blocks: readonly Block[], isTight = false): ContentNode[] {
    const nodes: ContentNode[] = [];
    for (const block of blocks) {
      if (block.type === 'paragraph') for (const node of this.#paragraph(block, isTight)) nodes.push(node);
      else nodes.push(this.#block(block));
    }
    return nodes;
  }

  #block(block: Exclude<Block, Paragraph>): ContentNode {
    switch (block.type) {
      case 'heading':
        // A comment must not disturb the outline of the page.
        return element('p', [element('strong', this.#inline(block.source))]);
      case 'code':
        return element('pre', [element('code', [text(codeOf(block.lines, block.fence !== undefined))])]);
      case 'rule':
        return element('hr');
      case 'quote':
        return element('blockquote', this.blocks(block.children));
      case 'list':
        return this.#list(block);
    }
  }

  /** Returns nothing for a paragraph that contained only link reference definitions. */
  #paragraph({ lines }: Paragraph, isTight: boolean): ContentNode[] {
    const source = lines.join('\n');
    const content = this.#inline(source);
    return isTight || !source ? content : [element('p', content)];
  }

  #list(list: List): ContentNode {
    const isTight = !isLoose(list);
    const item = ({ children }: Item): ContentNode => element('li', this.blocks(children, isTight));
    const { first } = list;
    const properties: Record<string, string> = first === undefined || first === 1 ? {} : { start: `${first}` };
    return element(first === undefined ? 'ul' : 'ol', list.children.map(item), properties);
  }

  #inline(source: string): ContentNode[] {
    return parseInline(trimBlanksAtEnd(source), this.#references);
  }
}

/** Joins the lines of a code block. Blank lines at the end belong to it only inside a fence. */
function codeOf(lines: readonly string[], isFenced: boolean): string {
  const end = isFenced ? lines.length : lines.findLastIndex((line) => line.trim()) + 1;
  return [...lines.slice(0, end), ''].join('\n');
}
