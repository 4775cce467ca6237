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
} from './block-starts.js';
import { Line } from './line.js';
import type { References } from './references.js';

/** Levels of quotes and lists. Deeper ones stay text: each level of indentation narrows the text. */
const maxDepth = 8;
/** Columns that make a line code. */
const codeIndent = 4;

/** Reads the blocks of a text, line by line. Puts the addresses that it defines into `references`. */
export function parseBlocks(source: string, references: References): Block[] {
  const parser = new BlockParser(references);
  for (const line of source.split('\n')) parser.add(new Line(line));
  return parser.finish();
}

/**
 * Keeps the blocks that the next line may go on with: the open containers, outermost first, and the paragraph or code in the
 * innermost one. As few can be open, a line costs no more than its length.
 */
class BlockParser {
  readonly #references: References;
  readonly #root: Root = { type: 'root', children: [], start: 0, end: 0 };
  readonly #open: Container[] = [this.#root];
  #leaf: Paragraph | Code | undefined;
  /** The number of the line. */
  #now = 0;

  constructor(references: References) {
    this.#references = references;
  }

  add(line: Line): void {
    this.#now++;
    let matched = this.#match(line);
    const isWhole = matched === this.#open.length;
    if (isWhole && this.#leaf?.type === 'code' && this.#continueCode(this.#leaf, line)) return;
    // Text goes on with a paragraph even where it lacks the indentation of the items around it.
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
    return { start: this.#now, end: this.#now };
  }

  /** How many of the open containers the line belongs to. Skips what says so. */
  #match(line: Line): number {
    let matched = 1;
    for (const container of this.#open.slice(1)) {
      if (container.type === 'quote') {
        if (!isQuoteStart(line)) break;
        skipQuoteMarker(line);
        // `>` alone is no blank line to what is around the quote.
        this.#extend(matched + 1);
      } else if (container.type === 'item') {
        // An item may begin with one blank line, not with two.
        if (line.isBlank ? container.children.length === 0 : line.indent < container.indent) break;
        line.skip(container.indent);
      }
      matched++;
    }
    return matched;
  }

  /** A line without `>` ends a quote, because it is the reply to it. CommonMark takes it for more of the quoted paragraph. */
  #endsQuote(matched: number): boolean {
    return this.#open.slice(matched).some(({ type }) => type === 'quote');
  }

  /** Whether the line belongs to the code before it. */
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

  /** Makes a heading of a paragraph that is underlined. One that only defines addresses has no text to underline. */
  #underline(paragraph: Paragraph, line: Line): boolean {
    if (line.indent >= codeIndent || !isUnderline(line.content)) return false;
    const source = this.#references.take(paragraph.lines.join('\n'));
    paragraph.lines.splice(0, Infinity, ...(source ? source.split('\n') : []));
    if (!source) return false;
    this.#leaf = undefined;
    this.#extend();
    this.#open.at(-1)?.children.pop();
    this.#append({ type: 'heading', source, start: paragraph.start, end: this.#now });
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
    // A line may well begin with a year or with a dash.
    if (!marker || (interrupts && ((marker.number ?? 1) !== 1 || !content.slice(marker.text.length).trim())))
      return false;
    this.#close(matched);
    this.#addItem(line, marker);
    return true;
  }

  #addItem(line: Line, { text, number }: Marker): void {
    const before = line.indent;
    line.skipMarker(text.length);
    // More spaces than code is indented by belong to code in the item.
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

  /** Adds a heading, a rule or the beginning of code. */
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

  /** Adds a block to the innermost container. A list whose item has ended takes nothing but items. */
  #append<Added extends Block>(block: Added): Added {
    if (this.#open.at(-1)?.type === 'list') this.#open.pop();
    const container = this.#open.at(-1);
    if (container && container.type !== 'list') container.children.push(block);
    this.#extend();
    return block;
  }

  /** Notes that the outer containers, or all of them, have content on this line, and the leaf with them. */
  #extend(count = this.#open.length): void {
    for (const container of this.#open.slice(0, count)) container.end = this.#now;
    if (this.#leaf && count === this.#open.length) this.#leaf.end = this.#now;
  }

  /** Closes the leaf, and all containers but the outer ones. */
  #close(remaining: number): void {
    // An address can only be defined where a paragraph begins with its label.
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

/** Skips `>` and the space behind it. */
function skipQuoteMarker(line: Line): void {
  line.skipMarker(1);
  line.skip(1);
}
