import { type ClientRequest, responseError } from '../shared/response.js';
import { type Client, createClient } from '../shared/client.js';
import { errorDetails } from './errors.js';
import type { WalineOptions } from './options.js';

/** A request to the path below `/api/`. */
export type WalineRequest = Pick<ClientRequest, 'method' | 'path' | 'query' | 'body'>;

/** Sends requests to a Waline server. */
export class WalineClient {
  readonly #client: Client;

  constructor({ src, fetch, token, timeout }: Pick<WalineOptions, 'src' | 'fetch' | 'token' | 'timeout'>) {
    this.#client = createClient({
      src,
      fetch,
      timeout,
      // The server allows every origin, which rules out cookies.
      credentials: 'omit',
      cache: 'no-cache',
      ...(token && { headers: { authorization: `Bearer ${token}` } }),
      errors: errorDetails,
    });
  }

  /** Sends a request and resolves with the `data` of the response. */
  request({ path, query, ...request }: WalineRequest, signal: AbortSignal): Promise<unknown> {
    return this.#client.request(
      // Some errors can only be distinguished by their English messages.
      { ...request, path: `/api/${path}`, query: { lang: 'en-US', ...query } },
      { signal },
      (value, _place, response) => {
        const { errno, data } = Object(value) as { readonly errno?: unknown; readonly data?: unknown };
        if (errno === 0) return data;
        // The server sends most errors with the status 200.
        throw responseError(response, errorDetails(response));
      },
    );
  }
}

export const commentPath = (id: string): string => `comment/${encodeURIComponent(id)}`;
