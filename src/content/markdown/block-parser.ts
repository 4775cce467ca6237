import type { Block, Code, Container, Item, Paragraph, Root } from './blocks.js';
import {
  findFence,
  findHeading,
  findMarker,
  isClosingFence,
  isRule,
  isUnderline,
  mayStartBlock,
  type Marker,
  Line,
} from './line.js';
import type { References } from './references.js';

/** Maximum nesting of quotes and lists, each of which narrows the text. Deeper markers stay text. */
const maxDepth = 8;
/** Columns of indentation that make a line code. */
const codeIndent = 4;

/** Parses a text into blocks, line by line. Adds its link reference definitions to `references`. */
export function parseBlocks(source: string, references: References): Block[] {
  const parser = new BlockParser(references);
  for (const line of source.split('\n')) parser.add(new Line(line));
  return parser.finish();
}

/**
 * Holds the blocks that the next line may continue: the open containers, outermost first, and the paragraph or code in the
 * innermost one. Nesting is limited, so the time for a line depends only on its length.
 */
class BlockParser {
  readonly #references: References;
  readonly #root: Root = { type: 'root', children: [], start: 0, end: 0 };
  readonly #open: Container[] = [this.#root];
  #leaf: Paragraph | Code | undefined;
  #lineNumber = 0;

  constructor(references: References) {
    this.#references = references;
  }

  add(line: Line): void {
    this.#lineNumber++;
    let matched = this.#match(line);
    const isWhole = matched === this.#open.length;
    if (isWhole && this.#leaf?.type === 'code' && this.#continueCode(this.#leaf, line)) return;
    // Text continues a paragraph even without the indentation of the list items around it (CommonMark's lazy continuation).
    let paragraph = this.#leaf?.type === 'paragraph' && !this.#endsQuote(matched) ? this.#leaf : undefined;
    if (line.indent >= codeIndent || mayStartBlock(line.first)) {
      if (isWhole && paragraph && this.#underline(paragraph, line)) return;
      while (this.#startContainer(line, matched, isWhole && paragraph !== undefined)) {
        matched = this.#open.length;
        paragraph = undefined;
      }
      if (this.#startLeaf(line, matched, paragraph)) return;
    }
    if (paragraph && !line.isBlank) {
      paragraph.lines.push(line.content);
      this.#extend();
      return;
    }
    this.#close(matched);
    if (!line.isBlank) this.#leaf = this.#append({ type: 'paragraph', lines: [line.content], ...this.#extent });
  }

  finish(): Block[] {
    this.#close(1);
    return this.#root.children;
  }

  get #extent(): { start: number; end: number } {
    return { start: this.#lineNumber, end: this.#lineNumber };
  }

  /** Returns how many of the open containers the line belongs to. Skips their markers and indentation. */
  #match(line: Line): number {
    let matched = 1;
    for (const container of this.#open.slice(1)) {
      if (container.type === 'quote') {
        if (!isQuoteStart(line)) break;
        skipQuoteMarker(line);
        // A line with only `>` is not a blank line for the containers around the quote.
        this.#extend(matched + 1);
      } else if (container.type === 'item') {
        // An item may start with at most one blank line.
        if (line.isBlank ? container.children.length === 0 : line.indent < container.indent) break;
        line.skip(container.indent);
      }
      matched++;
    }
    return matched;
  }

  /** Whether the line ends a quote. A line without `>` does, as it is usually the reply; CommonMark continues the quoted paragraph. */
  #endsQuote(matched: number): boolean {
    return this.#open.slice(matched).some(({ type }) => type === 'quote');
  }

  /** Adds the line to the open code block. Returns false if it does not belong to it. */
  #continueCode(code: Code, line: Line): boolean {
    const { fence } = code;
    const { isBlank } = line;
    if (!fence && line.indent < codeIndent && !isBlank) return false;
    if (fence && line.indent < codeIndent && isClosingFence(line.content, fence.marker)) this.#leaf = undefined;
    else {
      line.skip(fence?.indent ?? codeIndent);
      code.lines.push(line.rest);
    }
    if (fence || !isBlank) this.#extend();
    return true;
  }

  /** Turns an underlined paragraph into a heading, unless it contains only link reference definitions. */
  #underline(paragraph: Paragraph, line: Line): boolean {
    if (line.indent >= codeIndent || !isUnderline(line.content)) return false;
    const source = this.#references.take(paragraph.lines.join('\n'));
    if (!source) {
      paragraph.lines.length = 0;
      return false;
    }
    this.#leaf = undefined;
    this.#extend();
    this.#open.at(-1)?.children.pop();
    this.#append({ type: 'heading', source, start: paragraph.start, end: this.#lineNumber });
    return true;
  }

  /** Opens a quote or a list item. */
  #startContainer(line: Line, matched: number, interrupts: boolean): boolean {
    const depth = this.#open.slice(0, matched).filter(({ type }) => type === 'quote' || type === 'item').length;
    if (line.indent >= codeIndent || depth >= maxDepth) return false;
    if (isQuoteStart(line)) {
      this.#close(matched);
      skipQuoteMarker(line);
      this.#open.push(this.#append({ type: 'quote', children: [], ...this.#extent }));
      return true;
    }
    const { content } = line;
    const marker = isRule(content) ? undefined : findMarker(content);
    // Lines of a paragraph may start with a year or with a dash.
    if (!marker || (interrupts && ((marker.number ?? 1) !== 1 || !content.slice(marker.text.length).trim())))
      return false;
    this.#close(matched);
    this.#addItem(line, marker);
    return true;
  }

  #addItem(line: Line, { text, number }: Marker): void {
    const before = line.indent;
    line.skipMarker(text.length);
    // If there are more spaces than the indentation of code, they belong to code in the item.
    const after = line.isBlank || line.indent > codeIndent ? 1 : line.indent;
    line.skip(after);
    const item: Item = { type: 'item', children: [], indent: before + text.length + after, ...this.#extent };
    const delimiter = text.slice(-1);
    const last = this.#open.at(-1);
    if (last?.type === 'list' && last.delimiter === delimiter) {
      last.children.push(item);
      this.#extend();
    } else this.#open.push(this.#append({ type: 'list', children: [item], delimiter, first: number, ...this.#extent }));
    this.#open.push(item);
  }

  /** Adds a heading or a rule, or starts code. */
  #startLeaf(line: Line, matched: number, paragraph: Paragraph | undefined): boolean {
    const { indent, content } = line;
    if (indent >= codeIndent) {
      if (paragraph || line.isBlank) return false;
      this.#close(matched);
      line.skip(codeIndent);
      this.#leaf = this.#append({ type: 'code', lines: [line.rest], fence: undefined, ...this.#extent });
      return true;
    }
    const source = findHeading(content);
    const marker = findFence(content);
    if (source === undefined && marker === undefined && !isRule(content)) return false;
    this.#close(matched);
    if (source !== undefined) this.#append({ type: 'heading', source, ...this.#extent });
    else if (marker === undefined) this.#append({ type: 'rule', ...this.#extent });
    else this.#leaf = this.#append({ type: 'code', lines: [], fence: { marker, indent }, ...this.#extent });
    return true;
  }

  /** Adds a block to the innermost container. Closes a list whose item has ended, because a list contains only items. */
  #append<Added extends Block>(block: Added): Added {
    if (this.#open.at(-1)?.type === 'list') this.#open.pop();
    const container = this.#open.at(-1);
    if (container && container.type !== 'list') container.children.push(block);
    this.#extend();
    return block;
  }

  /** Extends the outer containers to this line. With all containers, extends the leaf too. */
  #extend(count = this.#open.length): void {
    for (const container of this.#open.slice(0, count)) container.end = this.#lineNumber;
    if (this.#leaf && count === this.#open.length) this.#leaf.end = this.#lineNumber;
  }

  /** Closes the leaf and all but the outermost containers. */
  #close(remaining: number): void {
    // A link reference definition can only stand at the start of a paragraph.
    if (this.#leaf?.type === 'paragraph' && this.#leaf.lines[0]?.startsWith('[')) {
      const { lines } = this.#leaf;
      lines.splice(0, Infinity, this.#references.take(lines.join('\n')));
    }
    this.#leaf = undefined;
    this.#open.length = remaining;
  }
}

function isQuoteStart(line: Line): boolean {
  return line.indent < codeIndent && line.content.startsWith('>');
}

/** Skips `>` and the space after it. */
function skipQuoteMarker(line: Line): void {
  line.skipMarker(1);
  line.skip(1);
}
