/** How many columns a tab reaches at most. */
const tabStop = 4;

/** One line of Markdown, read from left to right. Indentation is counted in columns, as a tab may stand for one to four of them. */
export class Line {
  readonly #text: string;
  /** Where the unread indentation began: at the start of the line, or behind the last marker. */
  #start = 0;
  #startColumn = 0;
  /** Where it ends. */
  #contentStart = 0;
  #contentColumn = 0;
  /** How much of the line has been read. A tab may have been read in part. */
  #column = 0;

  constructor(text: string) {
    this.#text = text;
    this.#findContent();
  }

  /** The columns of white space ahead. */
  get indent(): number {
    return this.#contentColumn - this.#column;
  }

  get isBlank(): boolean {
    return this.#contentStart === this.#text.length;
  }

  /** What has not been read, indentation included. */
  get rest(): string {
    let offset = this.#start;
    let column = this.#startColumn;
    for (; column < this.#column; offset++) column = columnBehind(this.#text.charAt(offset), column);
    return ' '.repeat(column - this.#column) + this.#text.slice(offset);
  }

  /** What has not been read, without indentation. */
  get content(): string {
    return this.#text.slice(this.#contentStart);
  }

  /** The first character of `content`. Empty in a blank line. */
  get first(): string {
    return this.#text.charAt(this.#contentStart);
  }

  /** Skips indentation: at most this many columns of it. */
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
      this.#contentColumn = columnBehind(character, this.#contentColumn);
  }
}

/** The column behind a space or a tab. */
function columnBehind(blank: string, column: number): number {
  return blank === '\t' ? column + tabStop - (column % tabStop) : column + 1;
}
