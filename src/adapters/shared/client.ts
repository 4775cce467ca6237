import { AdapterError, type Call } from '../../model/adapter.js';
import { fetchText, isRead, READ_TIMEOUT, type TimeLimits, WRITE_TIMEOUT } from './fetch-text.js';
import {
  type ClientRequest,
  type ClientResponse,
  type ErrorDetails,
  responseError,
  type Transport,
} from './response.js';
import { parseJson } from './text.js';
import { type UrlBuilder, urlBuilder } from './urls.js';

export interface ClientOptions extends Transport {
  /**
   * The address that paths are appended to, absolute or relative to the page; its parameters are sent with every request. Or a
   * function that builds addresses in another way.
   */
  readonly src: string | UrlBuilder;
  /** Sends the requests. Default: the global `fetch`. */
  readonly fetch?: typeof globalThis.fetch | undefined;
  /** Time limits for a whole response, in milliseconds. Default: 15,000 for reads, 30,000 for writes. */
  readonly timeout?: TimeLimits | undefined;
  /** Interprets an error response of the backend. Default: by its status. */
  readonly errors?: ((response: ClientResponse) => ErrorDetails | undefined) | undefined;
}

/** Decodes the JSON of a response. Any error it throws that is not an `AdapterError` becomes a `bad-response`. */
export type ResponseDecoder<T> = (value: unknown, place: string, response: ClientResponse) => T;

/** Sends requests to one backend. */
export interface Client {
  /**
   * Sends a request and decodes the response; without `decode`, the response needs no body. Never repeats a request.
   *
   * @throws The reason of the call's signal as soon as that is aborted, even if `fetch` ignores it; otherwise an `AdapterError`:
   * `network`; `timeout`; `bad-response` if the response is not JSON, is rejected by `decode`, exceeds 10 million characters (with
   * the code `too-long`) or, without `decode`, is a web page; or the kind that `errors` or the status determine.
   */
  request<T = void>(request: ClientRequest, call: Call, decode?: ResponseDecoder<T>): Promise<T>;
}

/** Creates the client for one backend. */
export function createClient({ src, fetch, timeout = {}, errors, ...transport }: ClientOptions): Client {
  const urlOf = typeof src === 'string' ? urlBuilder(src) : src;
  return {
    async request(request, { signal, note }, decode) {
      const { method = 'GET', path, query, body, fetch: ownFetch = fetch, ...own } = request;
      const place = `${method} ${path}`;
      const init: RequestInit = {
        method,
        // A redirect would take the text, and a guest's name and address, to another origin.
        ...(!isRead(method) && { redirect: 'error' as const }),
        ...transport,
        ...own,
        headers: {
          ...(body !== undefined && { 'content-type': 'application/json' }),
          ...transport.headers,
          ...own.headers,
        },
        body: JSON.stringify(body),
      };
      const received = await fetchText(urlOf(path, query), init, {
        fetch: ownFetch,
        timeout: isRead(method) ? (timeout.read ?? READ_TIMEOUT) : (timeout.write ?? WRITE_TIMEOUT),
        signal,
      });
      const response = { ...received, request, place, note, value: parseJson(received.text) };
      if (!response.ok) throw responseError(response, errors?.(response));
      // Where no body is needed, a web page is the sign-in page of a proxy.
      const isUnreadable = decode
        ? response.value === undefined && response.status !== 204 && method !== 'HEAD'
        : received.text !== '' && /^text\/html\b/i.test(received.headers.get('content-type') ?? '');
      if (isUnreadable) throw notJson(response);
      try {
        return decode?.(response.value, place, response) as never;
      } catch (cause) {
        if (cause instanceof AdapterError) throw cause;
        throw new AdapterError('bad-response', `${place} returned something unexpected`, { cause });
      }
    },
  };
}

/** The error for a response whose body is not JSON. */
export function notJson({ headers, text, place }: ClientResponse): AdapterError {
  const type = headers.get('content-type') ?? 'no content type';
  return new AdapterError('bad-response', `${place} returned ${type}, not JSON: "${text.slice(0, 40)}"`);
}
