import type { Call, DiscussionRef } from '../../model/adapter.js';
import type { Client } from '../shared/client.js';
import { pooled } from '../shared/tasks.js';
import type { UrlBuilder } from '../shared/urls.js';
import { count, type Decoder, lenient, object, record } from '../../model/contract/schema.js';
import { MAX_COUNTED_DISCUSSIONS } from './limits.js';

const MAX_URL_LENGTH = 4_000;

const CONCURRENT_REQUESTS = 3;

/** The number of comments by discussion. Invalid numbers are omitted. */
const counts: Decoder<ReadonlyMap<string, number>> = (value, place, reading) => {
  const totals = new Map<string, number>();
  for (const [key, number] of Object.entries(object({ counts: record })(value, place).counts)) {
    const total = lenient(count)(number, `${place} › ${key}`, reading);
    if (total !== undefined) totals.set(key, total);
  }
  return totals;
};

/**
 * Reads the comment counts of many discussions with as few requests as the length of their URLs allows. If one request
 * fails, the call fails and the other requests are aborted: partial counts would look complete.
 */
export async function readCounts(
  discussions: readonly DiscussionRef[],
  { client, urlOf, call }: { readonly client: Client; readonly urlOf: UrlBuilder; readonly call: Call },
): Promise<ReadonlyMap<string, number>> {
  const calls = batchesOf(discussions, urlOf).map(
    (discussion) =>
      ({ signal }: Call) =>
        client.request({ path: '/counts', query: { discussion } }, { ...call, signal }, counts),
  );
  return new Map((await pooled(calls, CONCURRENT_REQUESTS, call)).flatMap((found) => [...found]));
}

/** The keys of the discussions, without duplicates, as one list for each request. */
function batchesOf(discussions: readonly DiscussionRef[], urlOf: UrlBuilder): string[][] {
  const batches: string[][] = [];
  const fits = (keys: readonly string[]): boolean =>
    keys.length <= MAX_COUNTED_DISCUSSIONS && urlOf('/counts', { discussion: keys }).length <= MAX_URL_LENGTH;
  for (const key of new Set(discussions.map((discussion) => discussion.key))) {
    const last = batches.at(-1);
    if (last && fits([...last, key])) last.push(key);
    else batches.push([key]);
  }
  return batches;
}
