/** Formats a value for a message: as JSON where possible, cut off after `length` characters. An error comes with its cause. */
export function inspect(value: unknown, length = value instanceof Error ? 800 : 400): string {
  const text = asText(value);
  return text.length > length ? `${text.slice(0, length)}… (${text.length} characters)` : text;
}

function asText(value: unknown): string {
  if (value === undefined) return 'undefined';
  if (typeof value === 'function') return 'a function';
  if (value instanceof Error) return errorText(value);
  if (value instanceof Map) return `Map ${asText(Object.fromEntries(value))}`;
  try {
    return JSON.stringify(value) ?? typeof value;
  } catch {
    // Circular structures and BigInts cannot be written as JSON.
    return Object.prototype.toString.call(value);
  }
}

function errorText(error: Error): string {
  const { kind, info } = error as { kind?: unknown; info?: { cause?: unknown } };
  if (kind === undefined) return `${error.name}: ${error.message}`;
  const { cause, ...rest } = info ?? {};
  const details = Object.keys(rest).length > 0 ? `, ${asText(rest)}` : '';
  const origin = cause instanceof Error ? `, because: ${cause.message}` : '';
  return `${error.name} of kind ${asText(kind)}, ${asText(error.message)}${details}${origin}`;
}
