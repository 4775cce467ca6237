/** The value of JSON text; undefined for what is none. */
export function parse(json = ''): unknown {
  try {
    return JSON.parse(json) as unknown;
  } catch {
    return undefined;
  }
}
