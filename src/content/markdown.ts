import { parseInline } from './markdown-inline.js';
import { type ContentNode, element, text } from './tree.js';

/** Levels of quotes and lists. Deeper ones stay text: each level of indentation narrows the text. */
const maxDepth = 8;

const fence = /^ *(`{3,}|~{3,})[^`]*$/;
const heading = /^ *#{1,6}(?: +|$)/;
const rule = /^ *([-*_])(?: *\1){2,} *$/;
const quote = /^ *> ?/;
/** The start of a list item, unless the line is a rule. */
const item = /^(?! *([-*_])(?: *\1){2,} *$)( *)([-+*]|(\d{1,9})[.)])(?: +|$)/;
const underline = /^ *(?:=+|--+) *$/;
/** Ends a paragraph without a blank line. An ordered list does so only from 1, as a line may well begin with a year. */
const interruption = /^ *(?:#{1,6} |>|`{3}|~{3}|(?:[-+*]|1[.)]) +\S|([-*_])(?: *\1){2,} *$)/;

/**
 * Reads the Markdown people write in comments: paragraphs, line breaks, emphasis, code, quotes, lists and links. Raw HTML
 * is shown as text.
 *
 * Differs from CommonMark where comments differ from documents. A heading becomes a bold paragraph, since a comment must not
 * disturb the outline of the page. An image becomes a link. An indented line is not code. A line without `>` ends a quote,
 * because it is the reply to it. Every step is linear in the length of the text.
 */
export function parseMarkdown(value: string): ContentNode[] {
  const source = value.replace(/\r\n?/g, '\n').replace(/^[ \t]+/gm, (indent) => indent.replaceAll('\t', '    '));
  return parseBlocks(source, { depth: 0, isTight: false });
}

/** The lines left to parse. Stored in reverse, as removing from the end of an array is cheap. */
class LineQueue {
  readonly #lines: string[];

  constructor(text: string) {
    this.#lines = text.split('\n').reverse();
  }

  get isEmpty(): boolean {
    return this.#lines.length === 0;
  }

  /** The next line, or '' at the end. */
  get next(): string {
    return this.#lines.at(-1) ?? '';
  }

  take(): string {
    return this.#lines.pop() ?? '';
  }
}

interface BlockContext {
  /** Quotes and lists around these blocks. */
  readonly depth: number;
  /** True in an item of a list without blank lines, whose text gets no `<p>`. */
  readonly isTight: boolean;
}

function parseBlocks(source: string, { depth, isTight }: BlockContext): ContentNode[] {
  const lines = new LineQueue(source);
  const blocks: ContentNode[] = [];
  while (!lines.isEmpty) {
    const line = lines.next;
    if (depth < maxDepth && item.test(line)) blocks.push(parseList(lines, depth));
    else if (fence.test(line)) blocks.push(parseCode(lines));
    else if (heading.test(line)) blocks.push(parseHeading(lines.take()));
    else if (rule.test(line)) {
      lines.take();
      blocks.push(element('hr'));
    } else if (depth < maxDepth && quote.test(line)) blocks.push(parseQuote(lines, depth));
    else if (line.trim()) {
      const content = parseParagraph(lines);
      blocks.push(...(isTight ? content : [element('p', content)]));
    } else lines.take();
  }
  return blocks;
}

function parseList(lines: LineQueue, depth: number): ContentNode {
  const [, , , marker = '', number] = item.exec(lines.next) ?? [];
  const isSibling = (): boolean => !!item.exec(lines.next)?.[3]?.endsWith(marker.slice(-1));
  const items: string[] = [];
  let isLoose = false;
  do {
    const { content, endsBlank } = takeItem(lines);
    items.push(content);
    isLoose ||= /\n\n/.test(content) || (endsBlank && isSibling());
  } while (isSibling());
  const entries = items.map((content) => element('li', parseBlocks(content, { depth: depth + 1, isTight: !isLoose })));
  return element(number ? 'ol' : 'ul', entries, Number(number) > 1 ? { start: `${number}` } : {});
}

/** Takes the lines of one list item, without their indentation. */
function takeItem(lines: LineQueue): { readonly content: string; readonly endsBlank: boolean } {
  const [opening = '', , indent = '', marker = ''] = item.exec(lines.next) ?? [];
  let content = lines.take().slice(opening.length);
  let endsBlank = false;
  while (!lines.isEmpty) {
    const line = lines.next;
    const spaces = line.search(/\S|$/);
    const isBlank = !line.trim();
    // Two spaces continue an item, however wide its marker is: that is what people type.
    if (!isBlank && spaces < indent.length + 2 && (endsBlank || interruption.test(line) || item.test(line))) break;
    content += '\n' + lines.take().slice(Math.min(spaces, indent.length + marker.length + 1));
    endsBlank = isBlank;
  }
  return { content: content.trimEnd(), endsBlank };
}

function parseCode(lines: LineQueue): ContentNode {
  const opening = fence.exec(lines.take())?.[1] ?? '';
  // The closing line holds only fence characters, at least as many as the opening one.
  const isClosing = (line: string): boolean => line.startsWith(opening) && !line.replaceAll(opening.charAt(0), '');
  let code = '';
  while (!lines.isEmpty && !isClosing(lines.next.trim())) code += lines.take() + '\n';
  lines.take();
  return element('pre', [element('code', [text(code)])]);
}

function parseHeading(line: string): ContentNode {
  const content = parseInline(line.replace(heading, '').trim().replace(/ #+$/, ''));
  return element('p', [element('strong', content)]);
}

function parseQuote(lines: LineQueue, depth: number): ContentNode {
  let source = lines.take().replace(quote, '');
  while (quote.test(lines.next)) source += '\n' + lines.take().replace(quote, '');
  return element('blockquote', parseBlocks(source, { depth: depth + 1, isTight: false }));
}

function parseParagraph(lines: LineQueue): ContentNode[] {
  let line = lines.take();
  let source = line.trim();
  while (lines.next.trim() && !underline.test(lines.next) && !interruption.test(lines.next)) {
    // Two spaces at the end of a line break it, as does a backslash.
    source += line.endsWith('  ') ? '\\\n' : '\n';
    line = lines.take();
    source += line.trim();
  }
  const isHeading = underline.test(lines.next);
  if (isHeading) lines.take();
  return isHeading ? [element('strong', parseInline(source))] : parseInline(source);
}
