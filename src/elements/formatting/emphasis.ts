import type { InputFormat } from './input-format.js';
import { type SelectedText, selectedWords, type TextChange } from './text-change.js';

export type Emphasis = 'bold' | 'italic';

/** What opens and closes an emphasis. */
type Marks = readonly [open: string, close: string];

/** The marks by format. The first are those that are written; the others are understood as well. */
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

/** Quote marks and list markers at the beginning of a line of Markdown, its words, and spaces. */
const LINE = /^(\s*(?:(?:>|[-+*]|\d{1,9}[.)])\s+)*)(.*?)(\s*)$/;

const OPENING = '[*_]+|(?:<(?:strong|b|em|i)>)+';
const CLOSING = '[*_]+|(?:</(?:strong|b|em|i)>)+';
const BEFORE = new RegExp(`(?:${OPENING})$`, 'i');
const AFTER = new RegExp(`^(?:${CLOSING})`, 'i');
const MARKED = new RegExp(`^(${OPENING})([^]+?)(${CLOSING})$`, 'i');

/** Emphasises what is selected, or the word around the cursor, and takes the marks away where they are. */
export function toggleEmphasis(selected: SelectedText, emphasis: Emphasis, format: InputFormat): TextChange {
  const words = selectedWords(selected);
  const candidates = MARKS[format][emphasis];
  return unmarkedAround(words, selected, candidates) ?? toggledWithin(words, selected, candidates);
}

/** Takes away the marks around the words; undefined where there are none. */
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

/** Which of the marks are around these words. `a** and **b` is between two bold texts, and not one. */
function marksAround(opening: string, words: string, closing: string, candidates: readonly Marks[]): Marks | undefined {
  return candidates.find(
    ([open, close]) => hasMark(opening, open) && hasMark(closing, close) && !words.includes(close),
  );
}

/** Whether marks that stand together contain this one. `***` is both, `**` only bold. */
function hasMark(marks: string, mark: string): boolean {
  const symbol = mark.charAt(0);
  if (symbol === '<') return marks.toLowerCase().includes(mark);
  const count = marks.split(symbol).length - 1;
  return mark.length === 2 ? count >= 2 : count === 1 || count >= 3;
}

function without(marks: string, mark: string): string {
  const place = marks.toLowerCase().indexOf(mark);
  return marks.slice(0, place) + marks.slice(place + mark.length);
}

/** Takes the marks off every line that is selected, or puts them on those that lack them: emphasis ends with its paragraph. */
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
      const isLeft = unmarked !== undefined || (words === '' && !isOnly);
      return prefix + (isLeft ? words : open + words + close) + suffix;
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

/** The words without these marks; undefined where the marks are not around all of them. */
function unmarked(words: string, candidates: readonly Marks[]): string | undefined {
  const [, opening = '', inner = '', closing = ''] = MARKED.exec(words) ?? [];
  const marks = marksAround(opening, inner, closing, candidates);
  return marks && without(opening, marks[0]) + inner + without(closing, marks[1]);
}
