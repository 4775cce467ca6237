import { fetchText } from '../shared/fetch-text.js';
import { parseJson } from '../shared/parse-json.js';
import { withoutTrailingSlash } from '../shared/without-trailing-slash.js';
import { errorFrom } from './errors.js';
import type { WalineOptions } from './options.js';

export interface WalineRequest {
  /** Default `GET`. */
  readonly method?: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** Relative to `/api/`. */
  readonly path: string;
  /** A list becomes one parameter for each of its items. */
  readonly query?: Readonly<Record<string, string | number | readonly string[]>>;
  /** Sent as JSON. */
  readonly body?: object;
}

/** Sends requests to a Waline server. */
export class WalineClient {
  readonly #options: Pick<WalineOptions, 'src' | 'fetch' | 'token' | 'timeout'>;

  constructor(options: Pick<WalineOptions, 'src' | 'fetch' | 'token' | 'timeout'>) {
    this.#options = options;
  }

  /** Sends a request and resolves with the `data` of the response. */
  async request({ method = 'GET', path, query = {}, body }: WalineRequest, signal: AbortSignal): Promise<unknown> {
    const { src, fetch, token, timeout } = this.#options;
    // Some errors can only be told apart by their English messages.
    const parameters = new URLSearchParams({ lang: 'en-US' });
    for (const [name, value] of Object.entries(query))
      for (const item of [value].flat()) parameters.append(name, String(item));
    const init: RequestInit = {
      method,
      // The server allows every origin, which rules out cookies.
      credentials: 'omit',
      cache: 'no-cache',
      headers: {
        ...(body && { 'content-type': 'application/json' }),
        ...(token && { authorization: `Bearer ${token}` }),
      },
      ...(body && { body: JSON.stringify(body) }),
    };
    const response = await fetchText(`${withoutTrailingSlash(src)}/api/${path}?${parameters}`, init, {
      fetch,
      timeout,
      signal,
    });
    const { errno, data } = Object(parseJson(response.text)) as { readonly errno?: unknown; readonly data?: unknown };
    if (response.ok && errno === 0) return data;
    throw errorFrom(response, path);
  }
}

export const commentPath = (id: string): string => `comment/${encodeURIComponent(id)}`;
