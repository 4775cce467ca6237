/** The marks that the toolbar writes around a selection, in Markdown and HTML. */
import type { InputFormat } from './input-format.js';

/** A text and its selection. Offsets count UTF-16 code units, as in a text box. */
export interface SelectedText {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** Replaces the range from `from` to `to` with `insert`, then selects the range from `start` to `end`. */
export interface TextChange {
  readonly from: number;
  readonly to: number;
  readonly insert: string;
  readonly start: number;
  readonly end: number;
}

/** The selection without spaces at its ends; if it is empty, the word around the cursor. */
function selectedWords({ text, start, end }: SelectedText): SelectedText {
  if (start === end) {
    const [before = ''] = /[\p{L}\p{M}\p{N}’'-]*$/u.exec(text.slice(0, start)) ?? [];
    const [after = ''] = /^[\p{L}\p{M}\p{N}’'-]*/u.exec(text.slice(end)) ?? [];
    return { text, start: start - before.length, end: end + after.length };
  }
  const selected = text.slice(start, end);
  const leading = selected.length - selected.trimStart().length;
  const length = selected.trim().length;
  return { text, start: start + leading, end: start + leading + length };
}

/** The whole lines that are selected or contain the cursor. */
function selectedLines({ text, start, end }: SelectedText): SelectedText {
  const last = end > start && text[end - 1] === '\n' ? end - 1 : end;
  const lineEnd = text.indexOf('\n', last);
  return { text, start: text.lastIndexOf('\n', start - 1) + 1, end: lineEnd < 0 ? text.length : lineEnd };
}

export type Emphasis = 'bold' | 'italic';

/** The marks that open and close an emphasis. */
type Marks = readonly [open: string, close: string];

/** The marks by format. The first pair is written; the second is recognised as well. */
const MARKS: Readonly<Record<InputFormat, Readonly<Record<Emphasis, readonly [Marks, Marks]>>>> = {
  markdown: {
    bold: [
      ['**', '**'],
      ['__', '__'],
    ],
    italic: [
      ['*', '*'],
      ['_', '_'],
    ],
  },
  html: {
    bold: [
      ['<strong>', '</strong>'],
      ['<b>', '</b>'],
    ],
    italic: [
      ['<em>', '</em>'],
      ['<i>', '</i>'],
    ],
  },
};

/** A line of Markdown: quote marks and list markers, its words, and trailing spaces. */
const LINE = /^(\s*(?:(?:>|[-+*]|\d{1,9}[.)])\s+)*)(.*?)(\s*)$/;

const OPENING = '[*_]+|(?:<(?:strong|b|em|i)>)+';
const CLOSING = '[*_]+|(?:</(?:strong|b|em|i)>)+';
const BEFORE = new RegExp(`(?:${OPENING})$`, 'i');
const AFTER = new RegExp(`^(?:${CLOSING})`, 'i');
const MARKED = new RegExp(`^(${OPENING})([^]+?)(${CLOSING})$`, 'i');

/** Emphasises the selection, or the word around the cursor. Removes the marks if it is emphasised. */
export function toggleEmphasis(selected: SelectedText, emphasis: Emphasis, format: InputFormat): TextChange {
  const words = selectedWords(selected);
  const candidates = MARKS[format][emphasis];
  return unmarkedAround(words, selected, candidates) ?? toggledWithin(words, selected, candidates);
}

/** Removes the marks around the words. Undefined if there are none. */
function unmarkedAround(
  { text, start, end }: SelectedText,
  before: SelectedText,
  candidates: readonly Marks[],
): TextChange | undefined {
  const words = text.slice(start, end);
  const opening = BEFORE.exec(text.slice(0, start))?.[0] ?? '';
  const closing = AFTER.exec(text.slice(end))?.[0] ?? '';
  const marks = marksAround(opening, words, closing, candidates);
  if (!marks) return undefined;
  const [open, close] = marks;
  const insert = without(opening, open) + words + without(closing, close);
  const cursor = before.start === before.end ? before.start - open.length : undefined;
  const from = start - opening.length;
  const first = start - open.length;
  return {
    from,
    to: end + closing.length,
    insert,
    start: cursor ?? first,
    end: cursor ?? first + words.length,
  };
}

/** The marks around these words. `a** and **b` lies between two bold texts and has none. */
function marksAround(opening: string, words: string, closing: string, candidates: readonly Marks[]): Marks | undefined {
  return candidates.find(
    ([open, close]) => hasMark(opening, open) && hasMark(closing, close) && !words.includes(close),
  );
}

/** Whether a run of marks contains this one. `***` contains both, `**` only bold. */
function hasMark(marks: string, mark: string): boolean {
  const symbol = mark.charAt(0);
  if (symbol === '<') return marks.toLowerCase().includes(mark);
  const count = marks.split(symbol).length - 1;
  return mark.length === 2 ? count >= 2 : count === 1 || count >= 3;
}

function without(marks: string, mark: string): string {
  const index = marks.toLowerCase().indexOf(mark);
  return marks.slice(0, index) + marks.slice(index + mark.length);
}

/** Removes the marks from every selected line, or adds them to the lines without: emphasis ends with its paragraph. */
function toggledWithin(
  { text, start, end }: SelectedText,
  before: SelectedText,
  candidates: readonly [Marks, Marks],
): TextChange {
  const lines = text
    .slice(start, end)
    .split('\n')
    .map((line) => {
      const [, prefix = '', words = '', suffix = ''] = LINE.exec(line) ?? [];
      return { prefix, words, suffix, unmarked: unmarked(words, candidates) };
    });
  const [open, close] = candidates[0];
  const isOnly = lines.length === 1;
  const isMarked = lines.every(({ words, unmarked }) => unmarked !== undefined || (words === '' && !isOnly));
  const insert = lines
    .map(({ prefix, words, suffix, unmarked }) => {
      if (isMarked) return prefix + (unmarked ?? '') + suffix;
      const isKept = unmarked !== undefined || (words === '' && !isOnly);
      return prefix + (isKept ? words : open + words + close) + suffix;
    })
    .join('\n');
  const change = { from: start, to: end, insert };
  const [line] = lines;
  if (before.start === before.end) {
    const cursor = before.start + (isMarked ? 0 : open.length);
    return { ...change, start: cursor, end: cursor };
  }
  if (!isOnly || !line || isMarked) return { ...change, start, end: start + insert.length };
  const first = start + line.prefix.length + open.length;
  return { ...change, start: first, end: first + line.words.length };
}

/** The words without these marks. Undefined if the marks do not enclose all of them. */
function unmarked(words: string, candidates: readonly Marks[]): string | undefined {
  const [, opening = '', inner = '', closing = ''] = MARKED.exec(words) ?? [];
  const marks = marksAround(opening, inner, closing, candidates);
  return marks && without(opening, marks[0]) + inner + without(closing, marks[1]);
}

/** Quotes the selected lines. Removes the marks if they are quoted. */
export function toggleQuote(selected: SelectedText, format: InputFormat): TextChange {
  return format === 'markdown' ? quoteLines(selected) : quoteBlock(selected);
}

function quoteLines(selected: SelectedText): TextChange {
  const { text, start, end } = selectedLines(selected);
  const lines = text.slice(start, end).split('\n');
  const isQuoted = lines.every((line) => line.trim() === '' || line.startsWith('>')) && lines.join('').includes('>');
  const changed = lines.map((line) => (isQuoted ? line.replace(/^> ?/, '') : `> ${line}`.trimEnd() || '>'));
  // An empty quote gets a space, ready for its first word.
  if (changed.length === 1 && changed[0] === '>') changed[0] = '> ';
  const quote = changed.join('\n');
  // Without an empty line, Markdown continues the quote in the next line.
  const isFollowed = !isQuoted && /^\n[^\n]/.test(text.slice(end));
  const change = { from: start, to: end, insert: quote + (isFollowed ? '\n' : '') };
  if (selected.start !== selected.end) return { ...change, start, end: start + quote.length };
  const cursor = Math.max(start, selected.start + quote.length - (end - start));
  return { ...change, start: cursor, end: cursor };
}

function quoteBlock(selected: SelectedText): TextChange {
  const { text, start, end } = selectedLines(selected);
  const words = text.slice(start, end);
  const quoted = /^\s*<blockquote>([^]*)<\/blockquote>\s*$/i.exec(words)?.[1];
  const open = '<blockquote>';
  const insert = quoted ?? `${open}${words}</blockquote>`;
  const first = quoted === undefined ? start + open.length : start;
  const length = (quoted ?? words).length;
  const change = { from: start, to: end, insert };
  if (selected.start !== selected.end) return { ...change, start: first, end: first + length };
  return { ...change, start: first + length, end: first + length };
}

/** Makes a link of the selection or the word at the cursor; without either, of the address itself. */
export function addLink(selected: SelectedText, url: string, format: InputFormat): TextChange {
  const { text, start, end } = selectedWords(selected);
  const label = text.slice(start, end);
  const link = format === 'markdown' ? markdownLink(label, url) : htmlLink(label, url);
  const first = start + link.indexOf(label);
  const after = start + link.length;
  return {
    from: start,
    to: end,
    insert: link,
    start: label === '' ? after : first,
    end: label === '' ? after : first + label.length,
  };
}

function markdownLink(label: string, url: string): string {
  if (label === '') return `<${url}>`;
  const target = url.replaceAll('(', '%28').replaceAll(')', '%29');
  // A link ends with its paragraph.
  return `[${label.replace(/\n\s*\n/g, '\n')}](${target})`;
}

function htmlLink(label: string, url: string): string {
  const target = url.replaceAll('&', '&amp;').replaceAll('"', '%22');
  return `<a href="${target}">${label || target}</a>`;
}

/** Removes the link around the selection or the word at the cursor. Undefined if there is none. */
export function removeLink(selected: SelectedText, format: InputFormat): TextChange | undefined {
  const { text, start, end } = selectedWords(selected);
  const label = text.slice(start, end);
  const isMarkdown = format === 'markdown';
  const inside = (isMarkdown ? /^\[([^[\]]*)\]\([^\s()]*\)$/ : /^<a href="[^"<>]*">([^<>]*)<\/a>$/i).exec(label)?.[1];
  const opening = (isMarkdown ? /\[$/ : /<a href="[^"<>]*">$/i).exec(text.slice(0, start))?.[0];
  const closing = (isMarkdown ? /^\]\([^\s()]*\)/ : /^<\/a>/i).exec(text.slice(end))?.[0];
  if (inside !== undefined) return replaced(start, end, inside);
  if (opening === undefined || closing === undefined) return undefined;
  return replaced(start - opening.length, end + closing.length, label);
}

function replaced(from: number, to: number, insert: string): TextChange {
  return { from, to, insert, start: from, end: from + insert.length };
}
