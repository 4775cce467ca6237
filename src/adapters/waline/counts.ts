import type { Call } from '../../model/adapter.js';
import type { Client } from '../shared/client.js';

/** The numbers of comments, by the keys of the discussions. */
export async function countComments(
  client: Client,
  keys: readonly string[],
  call: Call,
): Promise<ReadonlyMap<string, number>> {
  if (keys.length === 0) return new Map();
  // The server splits a single value at its commas, but not several values.
  const url = keys.length === 1 ? [...keys, ...keys] : keys;
  return client.request(
    { path: '/comment', query: { type: 'count', url } },
    call,
    (counts) =>
      new Map(
        (counts as readonly unknown[]).flatMap((count, index) =>
          typeof count === 'number' ? [[url[index]!, count] as const] : [],
        ),
      ),
  );
}
