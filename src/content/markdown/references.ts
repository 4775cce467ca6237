import { readAddress, readAt, readLabel, skipBlanks, skipTitle } from './destinations.js';

/** Characters of addresses that a text may show by reference. Otherwise a short text could stand for megabytes of them. */
const maxExpansion = 100_000;

const lineEnd = /[ \t]*(?:\n|$)/y;

/** The addresses that a text defines on lines of their own, as in `[label]: https://example.com "title"`. */
export class References {
  readonly #addresses = new Map<string, string>();
  #expanded = 0;

  get isEmpty(): boolean {
    return this.#addresses.size === 0;
  }

  /** Takes the definitions from the start of a paragraph. Returns the rest of it. The first definition of a label counts. */
  take(paragraph: string): string {
    let start = 0;
    for (let end; (end = this.#define(paragraph, start)) !== undefined; start = end);
    return paragraph.slice(start);
  }

  /** The address, with its escapes. Undefined if there is none. */
  find(label: string): string | undefined {
    const address = this.#addresses.get(keyOf(label));
    if (address === undefined || (this.#expanded += address.length) > maxExpansion) return undefined;
    return address;
  }

  /** Reads one definition. Returns where the next line begins, or undefined if this is not a definition. */
  #define(source: string, start: number): number | undefined {
    const label = readLabel(source, start);
    if (!label || source.charAt(label.end) !== ':') return undefined;
    const address = readAddress(source, skipBlanks(source, label.end + 1));
    const key = keyOf(label.value);
    if (!address || !key || (address.value === '' && source.charAt(address.end - 1) !== '>')) return undefined;
    const titleStart = skipBlanks(source, address.end);
    const titleEnd = titleStart > address.end ? skipTitle(source, titleStart) : undefined;
    // What only looks like a title, on a line of its own, is text.
    const end = [titleEnd, address.end]
      .map((place) => (place === undefined ? null : readAt(lineEnd, source, place)))
      .find((match) => match !== null);
    if (!end) return undefined;
    if (!this.#addresses.has(key)) this.#addresses.set(key, address.value);
    return end.index + end[0].length;
  }
}

/** Labels are the same whatever their case and white space. */
function keyOf(label: string): string {
  return label.trim().replace(/\s+/g, ' ').toLowerCase().toUpperCase();
}
