/** The rules that change what a text means before it becomes a tree: applied to the source, so that CommonMark's parser shows the result. */
import { HtmlRenderer, type Node, Parser } from 'commonmark';

/** Stands for a `<` that would begin a block of HTML: another punctuation mark, which is in no example. */
export const lessThan = '‽';

/** The names of characters in the examples that have none here. */
const foreignNames = ['ClockwiseContourIntegral', 'Dcaron', 'DifferentialD', 'HilbertSpace', 'ngE'];

type SourceRule = 'html' | 'quote' | 'entity';

/** CommonMark's own parser, which takes HTML in a paragraph for text. */
function parse(markdown: string): Node {
  const parser = new Parser() as Parser & { inlineParser: { parseHtmlTag: () => boolean } };
  parser.inlineParser.parseHtmlTag = () => false;
  return parser.parse(markdown);
}

export const toHtml = (markdown: string): string => new HtmlRenderer().render(parse(markdown));

/** What CommonMark's parser makes of an example, HTML included. */
export const toReferenceHtml = (markdown: string): string => new HtmlRenderer().render(new Parser().parse(markdown));

/** The source that means in CommonMark what the example means here. */
export function plainSource(markdown: string, note: (rule: SourceRule) => void): string {
  let source = markdown.replace(/&([a-z]\w*);/gi, (reference, name: string) => {
    const isForeign = foreignNames.includes(name);
    if (isForeign) note('entity');
    return isForeign ? `\\${reference}` : reference;
  });
  if (nodesOf(new Parser().parse(source)).some(({ type }) => type.startsWith('html_'))) note('html');
  for (let place; (place = findHtmlBlock(source));) source = replaceAt(source, place, '<', lessThan);
  for (let line; (line = findLazyQuote(source)) !== undefined;) {
    note('quote');
    source = endQuoteBefore(source, line);
  }
  return source;
}

function nodesOf(root: Node): Node[] {
  const nodes: Node[] = [];
  const walker = root.walker();
  for (let event; (event = walker.next());) if (event.entering) nodes.push(event.node);
  return nodes;
}

function findHtmlBlock(source: string): readonly [line: number, column: number] | undefined {
  return nodesOf(parse(source)).find(({ type }) => type === 'html_block')?.sourcepos[0];
}

function replaceAt(source: string, [line, column]: readonly [number, number], from: string, to: string): string {
  const lines = source.split('\n');
  const text = lines[line - 1] ?? '';
  const index = text.indexOf(from, column - 1);
  if (index < 0) throw new Error(`No "${from}" in line ${line}, from column ${column}: ${text}`);
  lines[line - 1] = text.slice(0, index) + to + text.slice(index + from.length);
  return lines.join('\n');
}

const quoteMarks = /^[ \t>]*/;
const countMarks = (line: string): number => (quoteMarks.exec(line)?.[0].match(/>/g) ?? []).length;

/** The first line that CommonMark takes for more of a quoted paragraph though it lacks a `>`. Lines count from 1. */
function findLazyQuote(source: string): number | undefined {
  const lines = source.split('\n');
  for (const node of nodesOf(parse(source)).filter(({ type }) => type === 'paragraph')) {
    let depth = 0;
    for (let outer = node.parent; outer; outer = outer.parent) if (outer.type === 'block_quote') depth++;
    const [[start], [end]] = node.sourcepos;
    for (let line = start + 1; line <= end; line++) if (countMarks(lines[line - 1] ?? '') < depth) return line;
  }
  return undefined;
}

/** Puts a blank line before a line, in the quotes that the line itself is in. */
function endQuoteBefore(source: string, line: number): string {
  const lines = source.split('\n');
  lines.splice(line - 1, 0, '>'.repeat(countMarks(lines[line - 1] ?? '')));
  return lines.join('\n');
}
