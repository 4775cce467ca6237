/** One event of a stream, as the HTML standard's section 9.2 reads it. */
export interface ServerEvent {
  readonly event: string;
  readonly data: string;
  /** The last id that the stream has named so far. */
  readonly id: string | undefined;
}

/** Longest event that is kept, in UTF-16 code units. */
const LONGEST = 5_000_000;

/** Reads server-sent events from text that comes in any pieces. `EventSource` would do it, but can send no token. */
export class EventStream {
  /** Milliseconds to wait before connecting again, where the stream has said so. */
  retry: number | undefined;
  #rest = '';
  /** True after a carriage return, of which a line feed that follows is a part. */
  #isAfterReturn = false;
  #event = '';
  #data: string[] = [];
  #id: string | undefined;

  /** The events that end in this piece. Throws a `RangeError` for an event without an end. */
  push(piece: string): readonly ServerEvent[] {
    if (piece === '') return [];
    const lines = (this.#rest + (this.#isAfterReturn ? piece.replace(/^\n/, '') : piece)).split(/\r\n|\r|\n/);
    this.#isAfterReturn = piece.endsWith('\r');
    this.#rest = lines.pop()!;
    const events = lines.flatMap((line) => this.#take(line));
    if (this.#rest.length + this.#data.reduce((sum, { length }) => sum + length, 0) > LONGEST)
      throw new RangeError('An event of the stream does not end.');
    return events;
  }

  #take(line: string): readonly ServerEvent[] {
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
