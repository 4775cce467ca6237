/** Maximum nesting of parentheses in an address. */
const maxParentheses = 32;

/** The value that was read, and the index after it. */
export interface Reading {
  readonly value: string;
  readonly end: number;
}

/** The bounded repetitions keep a text that resembles many links linear. */
const pointyAddress = /<((?:[^<>\n\\]|\\.|\\(?=\n)){0,2000})>/y;
const plainAddress = /[^ \p{Cc}]{1,2000}/uy;
const label = /\[((?:[^[\]\\]|\\[^]){0,999})\]/y;
const title = /"(?:[^"\\]|\\[^]){0,500}"|'(?:[^'\\]|\\[^]){0,500}'|\((?:[^()\\]|\\[^]){0,500}\)/y;
const blanks = /[ \t]*\n?[ \t]*/y;

/** Matches a sticky pattern at an index. */
export function readAt(pattern: RegExp, source: string, start: number): RegExpExecArray | null {
  pattern.lastIndex = start;
  return pattern.exec(source);
}

/** Returns the index after white space with at most one line break. */
export function skipBlanks(source: string, start: number): number {
  return start + (readAt(blanks, source, start)?.[0].length ?? 0);
}

/** Reads `[label]`. A label needs more than white space. */
export function readLabel(source: string, start: number): Reading | undefined {
  const match = readAt(label, source, start);
  return match && !/^\s+$/.test(match[1] ?? '') ? { value: match[1] ?? '', end: start + match[0].length } : undefined;
}

/** Reads an address, in angle brackets or with balanced parentheses. Its escapes are not resolved. */
export function readAddress(source: string, start: number): Reading | undefined {
  if (source.charAt(start) === '<') {
    const match = readAt(pointyAddress, source, start);
    return match ? { value: match[1] ?? '', end: start + match[0].length } : undefined;
  }
  const run = readAt(plainAddress, source, start)?.[0] ?? '';
  let depth = 0;
  let end = 0;
  for (; end < run.length; end++) {
    const character = run.charAt(end);
    if (character === '\\') end++;
    else if (character === '(') depth++;
    else if (character === ')' && --depth < 0) break;
    if (depth > maxParentheses) return undefined;
  }
  end = Math.min(end, run.length);
  return depth > 0 ? undefined : { value: run.slice(0, end), end: start + end };
}

/** Returns the index after a title. Its text is ignored, because a tooltip could claim any target. */
export function skipTitle(source: string, start: number): number | undefined {
  const match = readAt(title, source, start);
  return match ? start + match[0].length : undefined;
}

/** Reads `(address "title")`. */
export function readInlineTarget(source: string, start: number): Reading | undefined {
  if (source.charAt(start) !== '(') return undefined;
  const address = readAddress(source, skipBlanks(source, start + 1));
  if (!address) return undefined;
  let end = skipBlanks(source, address.end);
  const titleEnd = end > address.end ? skipTitle(source, end) : undefined;
  if (titleEnd !== undefined) end = skipBlanks(source, titleEnd);
  return source.charAt(end) === ')' ? { value: address.value, end: end + 1 } : undefined;
}

/** Maximum number of characters of addresses that a text may use by reference. Without a limit, a short text could expand to megabytes. */
const maxExpansion = 100_000;

const lineEnd = /[ \t]*(?:\n|$)/y;

/** The link reference definitions of a text, such as `[label]: https://example.com "title"`. */
export class References {
  readonly #addresses = new Map<string, string>();
  #expanded = 0;

  /** Reads the definitions at the start of a paragraph. Returns the rest of it. The first definition of a label wins. */
  take(paragraph: string): string {
    let start = 0;
    for (let end; (end = this.#define(paragraph, start)) !== undefined; start = end);
    return paragraph.slice(start);
  }

  /** Returns the address with its escapes. Undefined if the label is not defined. */
  find(label: string): string | undefined {
    const address = this.#addresses.get(keyOf(label));
    if (address === undefined || (this.#expanded += address.length) > maxExpansion) return undefined;
    return address;
  }

  /** Reads one definition. Returns the index of the next line, or undefined if this is not a definition. */
  #define(source: string, start: number): number | undefined {
    const label = readLabel(source, start);
    if (!label || source.charAt(label.end) !== ':') return undefined;
    const address = readAddress(source, skipBlanks(source, label.end + 1));
    const key = keyOf(label.value);
    if (!address || !key || (address.value === '' && source.charAt(address.end - 1) !== '>')) return undefined;
    const titleStart = skipBlanks(source, address.end);
    const titleEnd = titleStart > address.end ? skipTitle(source, titleStart) : undefined;
    // A title that does not reach the end of its line is text of the paragraph.
    const end = [titleEnd, address.end]
      .map((index) => (index === undefined ? null : readAt(lineEnd, source, index)))
      .find((match) => match !== null);
    if (!end) return undefined;
    if (!this.#addresses.has(key)) this.#addresses.set(key, address.value);
    return end.index + end[0].length;
  }
}

/** Returns a key that is the same for labels that differ only in case and white space. */
function keyOf(label: string): string {
  return label.trim().replace(/\s+/g, ' ').toLowerCase().toUpperCase();
}
