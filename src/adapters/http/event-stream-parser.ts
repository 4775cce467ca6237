/** One server-sent event, as defined by section 9.2 of the HTML standard. */
export interface ServerEvent {
  readonly event: string;
  readonly data: string;
  /** The last id that the stream has sent so far. */
  readonly id: string | undefined;
}

/** Longest event, in UTF-16 code units. */
const MAX_LENGTH = 5_000_000;

/** Parses server-sent events from text that arrives in pieces. `EventSource` cannot send a token. */
export class EventStreamParser {
  /** Milliseconds to wait before reconnecting, if the stream has set them. */
  retry: number | undefined;
  #rest = '';
  /** True after a carriage return, in case a line feed follows in the next piece. */
  #isAfterReturn = false;
  #event = '';
  #data: string[] = [];
  #id: string | undefined;

  /** The events that end in this piece. Throws a `RangeError` for an event that is too long. */
  push(piece: string): readonly ServerEvent[] {
    if (piece === '') return [];
    const lines = (this.#rest + (this.#isAfterReturn ? piece.replace(/^\n/, '') : piece)).split(/\r\n|\r|\n/);
    this.#isAfterReturn = piece.endsWith('\r');
    this.#rest = lines.pop()!;
    const events = lines.flatMap((line) => this.#processLine(line));
    if (this.#rest.length + this.#data.reduce((sum, { length }) => sum + length, 0) > MAX_LENGTH)
      throw new RangeError('An event of the stream is too long.');
    return events;
  }

  #processLine(line: string): readonly ServerEvent[] {
    if (line === '') return this.#dispatch();
    const [, name, value = ''] = /^([^:]*)(?:: ?(.*))?$/s.exec(line)!;
    if (name === 'event') this.#event = value;
    else if (name === 'data') this.#data.push(value);
    else if (name === 'id' && !value.includes('\0')) this.#id = value;
    else if (name === 'retry' && /^\d+$/.test(value)) this.retry = Number(value);
    return [];
  }

  #dispatch(): readonly ServerEvent[] {
    const [event, data] = [this.#event || 'message', this.#data];
    this.#event = '';
    this.#data = [];
    return data.length > 0 ? [{ event, data: data.join('\n'), id: this.#id }] : [];
  }
}
