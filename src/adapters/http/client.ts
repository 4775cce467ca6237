import { AdapterError, type Call } from '../../model/adapter.js';
import type { ClientRequest } from '../shared/response.js';
import { createClient, notJson, type ResponseDecoder } from '../shared/client.js';
import { isRead, type TimeLimits } from '../shared/fetch-text.js';
import type { UrlBuilder } from '../shared/urls.js';
import { authorizedFetch, type Delivery } from './authorized-fetch.js';
import { errorDetails } from './errors.js';
import type { TokenProvider } from './token.js';

export type HttpRequest = Pick<ClientRequest, 'method' | 'path' | 'query' | 'body'>;

export interface ClientOptions {
  readonly urlOf: UrlBuilder;
  readonly fetch: typeof fetch;
  readonly credentials: RequestCredentials;
  /** Read at the start of each request, because the viewer may change. */
  readonly tokens: TokenProvider | undefined;
  readonly timeout: TimeLimits | undefined;
}

/** Sends requests to the backend. */
export class HttpClient {
  readonly #options: ClientOptions;

  constructor(options: ClientOptions) {
    this.#options = options;
  }

  /**
   * Sends a request and decodes the response; without `decode`, the response needs no body. Rejects with the signal's
   * reason, or with an `AdapterError`, which for a write states whether anything may have been stored.
   */
  async request<T = void>(request: HttpRequest, call: Call, decode?: ResponseDecoder<T>): Promise<T> {
    const { urlOf, fetch, tokens, credentials, timeout } = this.#options;
    const delivery: Delivery = { isSent: false };
    const client = createClient({
      src: urlOf,
      fetch: authorizedFetch(fetch, tokens, delivery),
      timeout,
      credentials,
      cache: CACHE,
      headers: HEADERS,
      errors: errorDetails,
    });
    try {
      return await client.request(request, call, decode && strictly(decode));
    } catch (thrown) {
      if (isRead(request.method) || !(thrown instanceof AdapterError)) throw thrown;
      const { kind, message, info } = thrown;
      throw new AdapterError(kind, message, { ...info, stored: info.stored ?? (delivery.isSent ? 'maybe' : 'no') });
    }
  }

  /** Sends a `GET` and resolves with the response, whatever its status, before its body is read. */
  async stream({ path, query }: Pick<HttpRequest, 'path' | 'query'>, signal: AbortSignal): Promise<Response> {
    const { urlOf, fetch, tokens, credentials } = this.#options;
    const init: RequestInit = { method: 'GET', headers: HEADERS, cache: CACHE, credentials, signal };
    return authorizedFetch(fetch, tokens)(urlOf(path, query), init);
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
