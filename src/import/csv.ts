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
    for (const character of chunk) {
      if (character === '\n') line += 1;
      if (isQuoted && !mayEnd) {
        if (character === '"') mayEnd = true;
        else field += character;
        continue;
      }
      if (mayEnd && character === '"') {
        field += character;
        mayEnd = false;
        continue;
      }
      if (mayEnd) isQuoted = mayEnd = false;
      if (character === '"' && field === '') isQuoted = true;
      else if (character === ',') {
        fields.push(field);
        field = '';
      } else if (character === '\n') {
        yield { fields: [...fields, field], line: start };
        fields = [];
        field = '';
        start = line;
      } else if (character !== '\r') field += character;
    }
  }
  if (field || fields.length > 0) yield { fields: [...fields, field], line: start };
}
