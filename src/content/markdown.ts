import { appendInline } from './markdown-inline.js';

/** Quotes and lists nest so deep; whatever is deeper is text. Each level of indentation takes away width from the text. */
const maxDepth = 8;

const fence = /^ *(`{3,}|~{3,})[^`]*$/;
const heading = /^ *#{1,6}(?: +|$)/;
const rule = /^ *([-*_])(?: *\1){2,} *$/;
const quote = /^ *> ?/;
const item = /^( *)([-+*]|(\d{1,9})[.)])(?: +|$)/;
const underline = /^ *(?:=+|--+) *$/;
/** What ends a paragraph without a blank line. An ordered list does so only from 1: a line may well begin with a year. */
const interruption = /^ *(?:#{1,6} |>|`{3}|~{3}|(?:[-+*]|1[.)]) +\S)/;

/**
 * The Markdown that people write in comments, straight to DOM nodes: paragraphs, line breaks, emphasis, code, quotes, lists,
 * links. HTML in it is text.
 *
 * It differs from CommonMark where a comment differs from a document. A heading is a paragraph in bold, since a comment may
 * not disturb the outline of the page; an image is a link; an indented line is no code; a line without `>` ends a quote,
 * since it is the answer to it. Every step is linear in the length of the text.
 */
export function renderMarkdown(value: string): DocumentFragment {
  const fragment = document.createDocumentFragment();
  const lines = value.replace(/\r\n?/g, '\n').split('\n');
  appendBlocks(
    fragment,
    lines.map((line) => line.replace(/^[ \t]+/, (indent) => indent.replaceAll('\t', '    '))),
    0,
  );
  return fragment;
}

function appendBlocks(parent: Node, lines: readonly string[], depth: number, tight = false): void {
  for (let i = 0; i < lines.length;) {
    const line = lines[i] ?? '';
    const fenced = fence.exec(line)?.[1];
    if (!line.trim()) i++;
    else if (fenced) i = appendCode(parent, lines, i + 1, fenced);
    else if (heading.test(line)) {
      const title = line.replace(heading, '').trim().replace(/ #+$/, '');
      appendInline(append(append(parent, 'p'), 'strong'), title);
      i++;
    } else if (rule.test(line)) {
      append(parent, 'hr');
      i++;
    } else if (depth < maxDepth && quote.test(line)) {
      const quoted: string[] = [];
      for (; quote.test(lines[i] ?? ''); i++) quoted.push((lines[i] ?? '').replace(quote, ''));
      appendBlocks(append(parent, 'blockquote'), quoted, depth + 1);
    } else if (depth < maxDepth && item.test(line)) i = appendList(parent, lines, i, depth);
    else i = appendParagraph(parent, lines, i, tight);
  }
}

function append<Name extends keyof HTMLElementTagNameMap>(parent: Node, name: Name): HTMLElementTagNameMap[Name] {
  return parent.appendChild(document.createElement(name));
}

function appendCode(parent: Node, lines: readonly string[], start: number, opening: string): number {
  const isClosing = (line: string) => line.startsWith(opening) && !line.replaceAll(opening.charAt(0), '');
  let end = start;
  while (end < lines.length && !isClosing((lines[end] ?? '').trim())) end++;
  append(append(parent, 'pre'), 'code').textContent = lines.slice(start, end).join('\n');
  return end + 1;
}

function appendParagraph(parent: Node, lines: readonly string[], start: number, tight: boolean): number {
  let text = '';
  let end = start;
  let isHeading: boolean;
  do {
    const line = lines[end] ?? '';
    // Two spaces at the end are a line break, as is a backslash.
    text += line.trim() + (line.endsWith('  ') ? '\\\n' : '\n');
    isHeading = underline.test(lines[++end] ?? '');
  } while (!isHeading && lines[end]?.trim() && !interruption.test(lines[end] ?? '') && !rule.test(lines[end] ?? ''));
  const paragraph = tight && parent instanceof Element ? parent : append(parent, 'p');
  appendInline(isHeading ? append(paragraph, 'strong') : paragraph, text.replace(/\\?\n$/, ''));
  return isHeading ? end + 1 : end;
}

function appendList(parent: Node, lines: readonly string[], start: number, depth: number): number {
  const [, , marker = '', number] = item.exec(lines[start] ?? '') ?? [];
  const kind = marker.slice(-1);
  const items: string[][] = [];
  let loose = false;
  let i = start;
  for (let match; (match = item.exec(lines[i] ?? '')) && match[2]?.endsWith(kind) && !rule.test(lines[i] ?? '');) {
    const [opening, indent = '', mark = ''] = match;
    const content = [(lines[i++] ?? '').slice(opening.length)];
    for (; i < lines.length; i++) {
      const line = lines[i] ?? '';
      const spaces = line.search(/\S|$/);
      const isBlank = spaces === line.length;
      // Two spaces make a line part of the item, however wide its marker is: that is what people type.
      const belongs = isBlank || spaces >= indent.length + 2;
      if (!belongs && (!content.at(-1)?.trim() || interruption.test(line) || item.test(line) || rule.test(line))) break;
      content.push(line.slice(Math.min(spaces, indent.length + mark.length + 1)));
    }
    const text = content.join('\n').trimEnd();
    const another = item.exec(lines[i] ?? '')?.[2]?.endsWith(kind);
    loose ||= /\n\s*\n/.test(text) || (!!another && !content.at(-1)?.trim());
    items.push(text.split('\n'));
  }
  const list = append(parent, number ? 'ol' : 'ul');
  if (number && Number(number) !== 1) list.setAttribute('start', String(Number(number)));
  for (const content of items) appendBlocks(append(list, 'li'), content, depth + 1, !loose);
  return i;
}
