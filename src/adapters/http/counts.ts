import type { DiscussionRef } from '../../model/adapter.js';
import type { AddressOf } from './address.js';
import { counts } from './later-answers.js';
import type { Requests } from './request.js';

/** Most keys, and longest address in characters, of one request. */
const MOST = 100;
const LONGEST = 4_000;

/** Requests that are under way at once. */
const AT_ONCE = 3;

/**
 * The numbers of comments of many discussions, in as few requests as their addresses allow. One that fails makes the whole
 * fail, and ends the others: half of the numbers would look like all that the backend knows.
 */
export async function countsOf(
  discussions: readonly DiscussionRef[],
  { requests, addressOf, signal }: { readonly requests: Requests; readonly addressOf: AddressOf; readonly signal: AbortSignal },
): Promise<ReadonlyMap<string, number>> {
  const address = (discussion: readonly string[]): string => addressOf('/counts', { discussion });
  const batches: string[][] = [];
  for (const key of new Set(discussions.map((one) => one.key))) {
    const last = batches.at(-1);
    if (last && last.length < MOST && address([...last, key]).length <= LONGEST) last.push(key);
    else batches.push([key]);
  }
  const found = new Map<string, number>();
  const work = new AbortController();
  const leave = (): void => work.abort(signal.reason);
  signal.addEventListener('abort', leave);
  const worker = async (): Promise<void> => {
    for (let batch = batches.shift(); batch; batch = batches.shift()) {
      const answer = await requests.ask({ path: '/counts', query: { discussion: batch } }, work.signal, counts);
      for (const [key, total] of answer) found.set(key, total);
    }
  };
  try {
    signal.throwIfAborted();
    await Promise.all(Array.from({ length: AT_ONCE }, worker));
    return found;
  } finally {
    signal.removeEventListener('abort', leave);
    work.abort();
  }
}
