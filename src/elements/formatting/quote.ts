import type { InputFormat } from './input-format.js';
import { type SelectedText, selectedLines, type TextChange } from './text-change.js';

/** Quotes the lines that are selected, and ends that where they are quoted. */
export function toggleQuote(selected: SelectedText, format: InputFormat): TextChange {
  return format === 'markdown' ? quoteLines(selected) : quoteBlock(selected);
}

function quoteLines(selected: SelectedText): TextChange {
  const { text, start, end } = selectedLines(selected);
  const lines = text.slice(start, end).split('\n');
  const isQuoted = lines.every((line) => line.trim() === '' || line.startsWith('>')) && lines.join('').includes('>');
  const changed = lines.map((line) => (isQuoted ? line.replace(/^> ?/, '') : `> ${line}`.trimEnd() || '>'));
  // An empty line to write in keeps the space before its first word.
  if (changed.length === 1 && changed[0] === '>') changed[0] = '> ';
  const quote = changed.join('\n');
  // Markdown takes a line that follows at once for one of the quote.
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
