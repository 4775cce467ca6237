import type { WalineClient } from './client.js';
import { unexpectedValue } from './errors.js';

/** The numbers of comments, by the keys of the discussions. */
export async function countComments(
  client: WalineClient,
  keys: readonly string[],
  signal: AbortSignal,
): Promise<ReadonlyMap<string, number>> {
  if (keys.length === 0) return new Map();
  // The server splits a single value at its commas, but not several values.
  const url = keys.length === 1 ? [...keys, ...keys] : keys;
  const counts = await client.request({ path: 'comment', query: { type: 'count', url } }, signal);
  if (!Array.isArray(counts)) throw unexpectedValue(counts, 'a list of counts');
  return new Map(
    keys.flatMap((key, index) => (typeof counts[index] === 'number' ? [[key, counts[index]] as const] : [])),
  );
}
