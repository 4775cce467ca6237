/** One server-sent event, as defined by section 9.2 of the HTML standard. */
export interface ServerEvent {
  readonly event: string;
  readonly data: string;
  /** The last id that the stream has sent so far. */
  readonly id: string | undefined;
}

/** Longest event, in UTF-16 code units. */
const MAX_LENGTH = 5_000_000;

export interface EventStreamParser {
  /** Milliseconds to wait before reconnecting, if the stream has set them. */
  retry: number | undefined;
  /** The events that end in this piece. Throws a `RangeError` for an event that is too long. */
  push(piece: string): readonly ServerEvent[];
}

/** Parses server-sent events from text that arrives in pieces. `EventSource` cannot send a token. */
export function eventStreamParser(): EventStreamParser {
  /** The line that has not ended. */
  let rest = '';
  /** True after a carriage return, in case a line feed follows in the next piece. */
  let isAfterReturn = false;
  let event = '';
  /** The data of the event that has not ended, with a line feed after each line. */
  let data = '';
  let id: string | undefined;
  const parser: EventStreamParser = {
    retry: undefined,
    push(piece) {
      if (piece === '') return [];
      const lines = (rest + (isAfterReturn ? piece.replace(/^\n/, '') : piece)).split(/\r\n?|\n/);
      isAfterReturn = piece.endsWith('\r');
      rest = lines.pop()!;
      const events: ServerEvent[] = [];
      for (const line of lines) {
        const [, name, value = ''] = /^([^:]*)(?:: ?(.*))?$/s.exec(line)!;
        if (name === 'event') event = value;
        else if (name === 'data') data += `${value}\n`;
        else if (name === 'id' && !value.includes('\0')) id = value;
        else if (name === 'retry' && /^\d+$/.test(value)) parser.retry = Number(value);
        else if (line === '') {
          // An event without data has no effect.
          if (data) events.push({ event: event || 'message', data: data.slice(0, -1), id });
          event = data = '';
        }
      }
      if (rest.length + data.length > MAX_LENGTH) throw new RangeError();
      return events;
    },
  };
  return parser;
}
