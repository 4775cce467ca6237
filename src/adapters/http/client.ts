import { AdapterError, type Call } from '../../model/adapter.js';
import type { Bearer } from '../shared/bearer.js';
import { type Client, createClient, notJson, type ResponseDecoder } from '../shared/client.js';
import { isRead, type TimeLimits } from '../shared/fetch-text.js';
import type { ClientRequest } from '../shared/response.js';
import type { UrlBuilder } from '../shared/urls.js';
import { errorDetails } from './errors.js';

export interface HttpClientOptions {
  readonly urlOf: UrlBuilder;
  readonly fetch: typeof fetch;
  readonly credentials: RequestCredentials;
  readonly authorize: Bearer['authorize'];
  readonly timeout: TimeLimits | undefined;
}

/** Sends requests to the backend. */
export class HttpClient implements Client {
  readonly #client: Client;
  readonly #options: HttpClientOptions;

  constructor(options: HttpClientOptions) {
    const { urlOf, credentials, timeout } = options;
    this.#options = options;
    this.#client = createClient({
      src: urlOf,
      timeout,
      credentials,
      cache: CACHE,
      headers: HEADERS,
      errors: errorDetails,
    });
  }

  /** Like the kit's client. In addition, the error of a write states whether anything may have been stored. */
  async request<T = void>(request: ClientRequest, call: Call, decode?: ResponseDecoder<T>): Promise<T> {
    /** Whether the backend may have carried out the request. */
    let isSent = false;
    const fetch = this.#options.authorize(async (...args) => {
      isSent = true;
      const response = await this.#options.fetch(...args);
      isSent = response.status !== 401;
      return response;
    });
    try {
      return await this.#client.request({ ...request, fetch }, call, decode && strictly(decode));
    } catch (thrown) {
      if (isRead(request.method) || !(thrown instanceof AdapterError)) throw thrown;
      const { kind, message, info } = thrown;
      throw new AdapterError(kind, message, { ...info, stored: info.stored ?? (isSent ? 'maybe' : 'no') });
    }
  }

  /** Sends a `GET` and resolves with the response, whatever its status, before its body is read. */
  async stream({ path, query }: ClientRequest, { signal }: Call): Promise<Response> {
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
