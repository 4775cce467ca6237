/** Columns between tab stops. */
const tabStop = 4;

/** One line of Markdown, read from left to right. Indentation is counted in columns, because a tab spans one to four of them. */
export class Line {
  readonly #text: string;
  /** Start of the unread indentation: the start of the line, or the end of the last marker. */
  #start = 0;
  #startColumn = 0;
  /** End of the unread indentation. */
  #contentStart = 0;
  #contentColumn = 0;
  /** The column up to which the line has been read. It may be in the middle of a tab. */
  #column = 0;

  constructor(text: string) {
    this.#text = text;
    this.#findContent();
  }

  /** Columns of unread white space before the content. */
  get indent(): number {
    return this.#contentColumn - this.#column;
  }

  get isBlank(): boolean {
    return this.#contentStart === this.#text.length;
  }

  /** The unread part, with its indentation. */
  get rest(): string {
    let offset = this.#start;
    let column = this.#startColumn;
    for (; column < this.#column; offset++) column = columnAfter(this.#text.charAt(offset), column);
    return ' '.repeat(column - this.#column) + this.#text.slice(offset);
  }

  /** The unread part, without its indentation. */
  get content(): string {
    return this.#text.slice(this.#contentStart);
  }

  /** The first character of `content`. Empty if the line is blank. */
  get first(): string {
    return this.#text.charAt(this.#contentStart);
  }

  /** Skips at most this many columns of indentation. */
  skip(columns: number): void {
    this.#column = Math.min(this.#column + columns, this.#contentColumn);
  }

  /** Skips the indentation and a marker of this length. */
  skipMarker(length: number): void {
    this.#start = this.#contentStart + length;
    this.#startColumn = this.#contentColumn + length;
    this.#findContent();
  }

  #findContent(): void {
    this.#contentStart = this.#start;
    this.#column = this.#contentColumn = this.#startColumn;
    for (let character; (character = this.first) === ' ' || character === '\t'; this.#contentStart++)
      this.#contentColumn = columnAfter(character, this.#contentColumn);
  }
}

/** Returns the column after a space or a tab. */
function columnAfter(blank: string, column: number): number {
  return blank === '\t' ? column + tabStop - (column % tabStop) : column + 1;
}

// Patterns for the start of each kind of block. They apply to a line without its indentation and are linear in its length.
const rule = /^(?:(?:\*[ \t]*){3,}|(?:_[ \t]*){3,}|(?:-[ \t]*){3,})$/;
const fence = /^(?:`{3,}(?=[^`]*$)|~{3,})/;
const marker = /^(?:[-+*]|(\d{1,9})[.)])(?=[ \t]|$)/;

/** Whether a line that starts with this character may be other than text. Most lines are text, and this check is cheap. */
export const mayStartBlock = (character: string): boolean => /[-+*_=`~#>\d]/.test(character);

export const isRule = (content: string): boolean => rule.test(content);

/** Whether the line is an underline that turns the paragraph before it into a heading. */
export const isUnderline = (content: string): boolean => /^(?:=+|-+)[ \t]*$/.test(content);

/** Returns the backticks or tildes that open a code block. */
export const findFence = (content: string): string | undefined => fence.exec(content)?.[0];

/** Whether the line consists of at least as many fence characters as opened the block. */
export function isClosingFence(content: string, opening: string): boolean {
  const closing = trimBlanksAtEnd(content);
  return closing.startsWith(opening) && !closing.replaceAll(opening.charAt(0), '');
}

/** Returns the text of a heading without the number signs around it. Undefined if the line is not a heading. */
export function findHeading(content: string): string | undefined {
  const [opening] = /^#{1,6}(?=[ \t]|$)/.exec(content) ?? [];
  if (opening === undefined) return undefined;
  const text = trimBlanksAtEnd(content.slice(opening.length));
  let end = text.length;
  while (text.charAt(end - 1) === '#') end--;
  return (/^[ \t]?$/.test(text.charAt(end - 1)) ? text.slice(0, end) : text).trim();
}

export interface Marker {
  readonly text: string;
  readonly number: number | undefined;
}

/** Returns the marker of a list item. Undefined if the line does not start with one. */
export function findMarker(content: string): Marker | undefined {
  const [text, digits] = marker.exec(content) ?? [];
  return text ? { text, number: digits ? Number(digits) : undefined } : undefined;
}

/** Removes spaces and tabs at the end. Unlike `trimEnd`, keeps other white space, which Markdown treats as text. */
export function trimBlanksAtEnd(text: string): string {
  let end = text.length;
  while (' \t'.includes(text.charAt(end - 1)) && end > 0) end--;
  return text.slice(0, end);
}
