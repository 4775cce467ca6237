import type { Bearer } from '../shared/bearer.js';
import { type Client, createClient } from '../shared/client.js';
import { responseError } from '../shared/response.js';
import { errorDetails } from './errors.js';
import type { WalineOptions } from './options.js';

/** Creates a client for the paths below `/api` of a Waline server. It decodes the `data` of a response. */
export function createWalineClient({ src, fetch, timeout }: WalineOptions, { authorize }: Bearer): Client {
  const client = createClient({
    src,
    fetch: authorize(fetch),
    timeout,
    // The server allows every origin, which rules out cookies.
    credentials: 'omit',
    cache: 'no-cache',
    errors: errorDetails,
  });
  return {
    request: ({ path, query, ...request }, call, decode) =>
      client.request(
        // Some errors can only be distinguished by their English messages.
        { ...request, path: `/api${path}`, query: { lang: 'en-US', ...query } },
        call,
        (value, place, response) => {
          const { errno, data } = Object(value) as { readonly errno?: unknown; readonly data?: unknown };
          if (errno === 0) return decode?.(data, place, response) as never;
          // The server sends most errors with the status 200.
          throw responseError(response, errorDetails(response));
        },
      ),
  };
}

export const commentPath = (id: string): string => `/comment/${encodeURIComponent(id)}`;
