/** How many columns a tab reaches at most. */
const tabStop = 4;

/** One line of Markdown, read from left to right. Indentation is counted in columns, as a tab may stand for one to four of them. */
export class Line {
  readonly #text: string;
  #offset = 0;
  #column = 0;
  /** Columns of a tab that are left when its first ones have been skipped. */
  #pad = 0;

  constructor(text: string) {
    this.#text = text;
  }

  /** The columns of white space ahead. */
  get indent(): number {
    return this.#ahead().columns;
  }

  get isBlank(): boolean {
    return this.#ahead().end === this.#text.length;
  }

  /** What has not been read, indentation included. */
  get rest(): string {
    return ' '.repeat(this.#pad) + this.#text.slice(this.#offset);
  }

  /** What has not been read, without indentation. */
  get content(): string {
    return this.#text.slice(this.#ahead().end);
  }

  /** Skips indentation: at most this many columns of it. */
  skip(columns: number): void {
    while (columns > 0) {
      if (this.#pad === 0) {
        const character = this.#text.charAt(this.#offset);
        if (character !== ' ' && character !== '\t') return;
        this.#pad = character === ' ' ? 1 : tabStop - (this.#column % tabStop);
        this.#offset++;
      }
      const skipped = Math.min(this.#pad, columns);
      this.#pad -= skipped;
      this.#column += skipped;
      columns -= skipped;
    }
  }

  /** Skips the indentation and a marker of this length. */
  skipMarker(length: number): void {
    this.skip(this.indent);
    this.#offset += length;
    this.#column += length;
  }

  #ahead(): { readonly columns: number; readonly end: number } {
    let column = this.#column + this.#pad;
    let end = this.#offset;
    for (; ; end++) {
      const character = this.#text.charAt(end);
      if (character === ' ') column++;
      else if (character === '\t') column += tabStop - (column % tabStop);
      else return { columns: column - this.#column, end };
    }
  }
}
