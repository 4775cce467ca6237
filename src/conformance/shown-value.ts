/** A value as a developer reads it in a message: JSON where it can be, cut short, with what JSON would leave out. */
export function shown(value: unknown, length = 400): string {
  const text = asText(value);
  return text.length > length ? `${text.slice(0, length)}… (${text.length} characters)` : text;
}

function asText(value: unknown): string {
  if (value === undefined) return 'undefined';
  if (typeof value === 'function') return 'a function';
  if (value instanceof Error) return shownError(value);
  if (value instanceof Map) return `Map ${asText(Object.fromEntries(value))}`;
  try {
    return JSON.stringify(value) ?? typeof value;
  } catch {
    // Circles and big numbers have no JSON.
    return Object.prototype.toString.call(value);
  }
}

function shownError(error: Error): string {
  const { kind, info } = error as { kind?: unknown; info?: { cause?: unknown } };
  if (kind === undefined) return `${error.name}: ${error.message}`;
  const { cause: _cause, ...rest } = info ?? {};
  return `${error.name} of the kind ${asText(kind)}, ${asText(error.message)}${Object.keys(rest).length > 0 ? `, ${asText(rest)}` : ''}`;
}
