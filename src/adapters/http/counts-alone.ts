/**
 * The counts of a backend for pages that show nothing else of it: one `GET` needs a tenth of the adapter. Whatever more there is to do is
 * left to the adapter, which is loaded for it.
 */
import type { CountingAdapter } from '../../model/discussion/count-batch.js';
import type { Connection } from '../shared/connection.js';
import { READ_TIMEOUT } from '../shared/fetch-text.js';
import { withTimeout } from '../shared/tasks.js';
import { urlBuilder } from '../shared/urls.js';
import { countsUrl, decodeCounts } from './counts.js';
import { isJson, transportOf } from './transport.js';

/**
 * Creates an adapter for counts from the settings of an element. The whole adapter sends the requests if there is a token or more than one
 * request to send. If a request brings no numbers, it gets the response or the failure, and reports what is wrong.
 */
export async function connectCounts({ src = '', token }: Connection): Promise<CountingAdapter> {
  const urlOf = urlBuilder(src);
  const loadWhole = async (fetch?: typeof globalThis.fetch): Promise<CountingAdapter> =>
    (await import('../http.js')).httpAdapter({ src, token, fetch }) as CountingAdapter;
  return {
    async counts(discussions, call) {
      const keys = discussions.map(({ key }) => key);
      const url = countsUrl(keys, urlOf);
      if (!src || token || !url) return (await loadWhole()).counts(discussions, call);
      return withTimeout(READ_TIMEOUT, call.signal, async (signal) => {
        const response = fetch(url, { ...transportOf(), signal });
        const counts = await response.then(readCounts).catch(() => undefined);
        signal.throwIfAborted();
        return counts ?? (await loadWhole(() => response)).counts(discussions, { ...call, signal });
      });
    },
  };
}

/** Leaves the body to others. */
const readCounts = async (response: Response): Promise<ReadonlyMap<string, number> | undefined> =>
  response.ok && isJson(response) ? decodeCounts(await response.clone().json(), response.url) : undefined;
