import { DamagedError, MAX_RECORD } from './source.js';

/** What ends a field without quotation marks. */
const delimiter = /[,\r\n]/g;

/** Reads comma-separated values (RFC 4180) row by row. Fields in quotation marks may hold commas and line breaks. */
export async function* readCsv(
  chunks: AsyncIterable<string>,
): AsyncGenerator<{ readonly fields: readonly string[]; readonly line: number }> {
  let fields: string[] = [];
  let field = '';
  let isQuoted = false;
  /** Whether the last character was a quotation mark inside a quoted field: its end, or the first half of an escaped one. */
  let mayEnd = false;
  let line = 1;
  let start = 1;
  for await (const chunk of chunks) {
    for (let index = 0; index < chunk.length;) {
      if (isQuoted && !mayEnd) {
        const end = chunk.indexOf('"', index);
        mayEnd = end >= 0;
        const part = chunk.slice(index, mayEnd ? end : undefined);
        field += part;
        line += part.split('\n').length - 1;
        index += part.length + Number(mayEnd);
        continue;
      }
      const character = chunk[index]!;
      if (mayEnd && character === '"') {
        field += character;
        mayEnd = false;
        index += 1;
        continue;
      }
      if (mayEnd) isQuoted = mayEnd = false;
      if (character === '"' && field === '') isQuoted = true;
      else if (character === ',') {
        fields.push(field);
        field = '';
      } else if (character === '\n') {
        line += 1;
        yield { fields: [...fields, field], line: start };
        fields = [];
        field = '';
        start = line;
      } else if (character !== '\r') {
        delimiter.lastIndex = index;
        const end = delimiter.exec(chunk)?.index ?? chunk.length;
        field += chunk.slice(index, end);
        index = end;
        continue;
      }
      index += 1;
    }
    if (field.length > MAX_RECORD)
      throw new DamagedError(`line ${start} has a field that is longer than ${MAX_RECORD} characters`);
  }
  if (field || fields.length > 0) yield { fields: [...fields, field], line: start };
}
