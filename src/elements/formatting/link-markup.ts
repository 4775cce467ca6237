import type { InputFormat } from './input-format.js';
import { type SelectedText, selectedWords, type TextChange } from './text-change.js';

/** Makes a link of what is selected, or of the word at the cursor; of the address itself where there is neither. */
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

/** Takes away the link around what is selected, or around the word at the cursor; undefined where there is none. */
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
