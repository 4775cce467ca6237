import { AdapterError, type CommentsAdapter, type DiscussionRef } from '../../model/adapter.js';
import type { Client } from '../shared/client.js';
import type { UrlBuilder } from '../shared/urls.js';
import { MAX_COUNTED_DISCUSSIONS } from './limits.js';

const MAX_URL_LENGTH = 4_000;

/** The number of comments by discussion. Invalid numbers are omitted. */
export const decodeCounts = (value: unknown, place: string): ReadonlyMap<string, number> => {
  const { counts: found } = value as { readonly counts?: unknown };
  if (typeof found !== 'object' || found === null || Array.isArray(found))
    throw new AdapterError('bad-response', `${place} returned no object as "counts"`);
  return new Map(Object.entries(found).filter(([, number]) => Number.isSafeInteger(number) && number >= 0));
};

/**
 * Creates the method that reads the comment counts of many discussions, with as few requests as the length of their URLs allows, one after
 * the other. If one fails, so does the call: partial counts would look complete.
 */
export const createCounts = (client: Client, urlOf: UrlBuilder): Required<Pick<CommentsAdapter, 'counts'>> => ({
  async counts(discussions, call) {
    const found = new Map<string, number>();
    for (const discussion of batchesOf(discussions, urlOf))
      for (const [key, count] of await client.request({ path: '/counts', query: { discussion } }, call, decodeCounts))
        found.set(key, count);
    return found;
  },
});

/** The URL of one request for the counts of these discussions. Undefined if they are too many for one. */
export function countsUrl(keys: readonly string[], urlOf: UrlBuilder): string | undefined {
  const url = urlOf('/counts', { discussion: keys });
  return keys.length <= MAX_COUNTED_DISCUSSIONS && url.length <= MAX_URL_LENGTH ? url : undefined;
}

/** The keys of the discussions, without duplicates, as one list for each request. */
function batchesOf(discussions: readonly DiscussionRef[], urlOf: UrlBuilder): string[][] {
  const batches: string[][] = [];
  for (const key of new Set(discussions.map((discussion) => discussion.key))) {
    const last = batches.at(-1);
    if (last && countsUrl([...last, key], urlOf)) last.push(key);
    else batches.push([key]);
  }
  return batches;
}
