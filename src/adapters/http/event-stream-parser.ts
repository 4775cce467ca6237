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
  /** The line that has not ended. */
  #rest = '';
  /** True after a carriage return, in case a line feed follows in the next piece. */
  #isAfterReturn = false;
  #event = '';
  /** The data of the event that has not ended, with a line feed after each line. */
  #data = '';
  #id: string | undefined;

  /** The events that end in this piece. Throws a `RangeError` for an event that is too long. */
  push(piece: string): readonly ServerEvent[] {
    if (piece === '') return [];
    const lines = (this.#rest + (this.#isAfterReturn ? piece.replace(/^\n/, '') : piece)).split(/\r\n?|\n/);
    this.#isAfterReturn = piece.endsWith('\r');
    this.#rest = lines.pop()!;
    const events: ServerEvent[] = [];
    for (const line of lines) {
      const [, name, value = ''] = /^([^:]*)(?:: ?(.*))?$/s.exec(line)!;
      if (name === 'event') this.#event = value;
      else if (name === 'data') this.#data += `${value}\n`;
      else if (name === 'id' && !value.includes('\0')) this.#id = value;
      else if (name === 'retry' && /^\d+$/.test(value)) this.retry = Number(value);
      else if (line === '') {
        // An event without data has no effect.
        if (this.#data) events.push({ event: this.#event || 'message', data: this.#data.slice(0, -1), id: this.#id });
        this.#event = this.#data = '';
      }
    }
    if (this.#rest.length + this.#data.length > MAX_LENGTH) throw new RangeError('An event of the stream is too long.');
    return events;
  }
}
