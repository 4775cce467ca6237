import { AdapterError } from '../../model/adapter.js';
import type { Bearer } from '../shared/bearer.js';
import type { ClientRequest } from '../shared/response.js';
import { createClient, notJson, type ResponseDecoder } from '../shared/client.js';
import { isRead, type TimeLimits } from '../shared/fetch-text.js';
import type { UrlBuilder } from '../shared/urls.js';
import { errorDetails } from './errors.js';

export type HttpRequest = Pick<ClientRequest, 'method' | 'path' | 'query' | 'body'>;

export interface ClientOptions {
  readonly urlOf: UrlBuilder;
  readonly fetch: typeof fetch;
  readonly credentials: RequestCredentials;
  readonly authorize: Bearer['authorize'];
  readonly timeout: TimeLimits | undefined;
}

/** Sends requests to the backend. */
export class HttpClient {
  readonly #options: ClientOptions;

  constructor(options: ClientOptions) {
    this.#options = options;
  }

  /**
   * Sends a request and decodes the response; without `decode`, the response needs no body. Rejects with the reason of
   * `signal`, or with an `AdapterError`, which for a write states whether anything may have been stored.
   */
  async request<T = void>(request: HttpRequest, signal: AbortSignal, decode?: ResponseDecoder<T>): Promise<T> {
    const { urlOf, fetch, authorize, credentials, timeout } = this.#options;
    /** Whether the backend may have carried out the request. */
    let isSent = false;
    const client = createClient({
      src: urlOf,
      fetch: authorize(async (...args) => {
        isSent = true;
        const response = await fetch(...args);
        isSent = response.status !== 401;
        return response;
      }),
      timeout,
      credentials,
      cache: CACHE,
      headers: HEADERS,
      errors: errorDetails,
    });
    try {
      return await client.request(request, { signal }, decode && strictly(decode));
    } catch (thrown) {
      if (isRead(request.method) || !(thrown instanceof AdapterError)) throw thrown;
      const { kind, message, info } = thrown;
      throw new AdapterError(kind, message, { ...info, stored: info.stored ?? (isSent ? 'maybe' : 'no') });
    }
  }

  /** Sends a `GET` and resolves with the response, whatever its status, before its body is read. */
  async stream({ path, query }: Pick<HttpRequest, 'path' | 'query'>, signal: AbortSignal): Promise<Response> {
    const { urlOf, fetch, authorize, credentials } = this.#options;
    const init: RequestInit = { method: 'GET', headers: HEADERS, cache: CACHE, credentials, signal };
    return authorize(fetch)(urlOf(path, query), init);
  }
}

/** Cached responses are always revalidated, even if the backend does not ask for it: after a write they are out of date. */
const CACHE = 'no-cache';

const HEADERS = { accept: 'application/json' };

/** A backend of this contract declares the content type of its JSON. */
const strictly =
  <T>(decode: ResponseDecoder<T>): ResponseDecoder<T> =>
  (value, place, response) => {
    const isJson = /^application\/([\w.-]+\+)?json\b/i.test(response.headers.get('content-type') ?? '');
    if (!isJson || value === undefined) throw notJson(response);
    return decode(value, place, response);
  };
