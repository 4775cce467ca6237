/** Levels of parentheses in an address. */
const maxParentheses = 32;

/** What was read, and where the text goes on. */
export interface Reading {
  readonly value: string;
  readonly end: number;
}

/** The bounded repetitions keep a text that looks like many links linear. */
const pointyAddress = /<((?:[^<>\n\\]|\\.|\\(?=\n)){0,2000})>/y;
const plainAddress = /[^ \p{Cc}]{1,2000}/uy;
const label = /\[((?:[^[\]\\]|\\[^]){0,999})\]/y;
const title = /"(?:[^"\\]|\\[^]){0,500}"|'(?:[^'\\]|\\[^]){0,500}'|\((?:[^()\\]|\\[^]){0,500}\)/y;
const blanks = /[ \t]*\n?[ \t]*/y;

/** Reads what a sticky pattern finds at this place. */
export function readAt(pattern: RegExp, source: string, start: number): RegExpExecArray | null {
  pattern.lastIndex = start;
  return pattern.exec(source);
}

/** Where the text goes on behind white space with at most one line break. */
export function skipBlanks(source: string, start: number): number {
  return start + (readAt(blanks, source, start)?.[0].length ?? 0);
}

/** Reads `[label]`. White space alone is no label. */
export function readLabel(source: string, start: number): Reading | undefined {
  const match = readAt(label, source, start);
  return match && !/^\s+$/.test(match[1] ?? '') ? { value: match[1] ?? '', end: start + match[0].length } : undefined;
}

/** Reads an address, in angle brackets or with balanced parentheses. Escapes are still in it. */
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

/** Where a title that starts here ends. Its text is of no use: a tooltip could claim any target. */
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
