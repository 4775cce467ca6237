import { AdapterError, type Call } from '../../model/adapter.js';
import type { ClientRequest, ClientResponse, Transport } from './client-response.js';
import { fetchText, type TimeLimits } from './fetch-text.js';
import { parseJson } from './parse-json.js';
import { type ErrorDetails, responseError } from './response-error.js';
import { type UrlBuilder, urlBuilder } from './url-builder.js';

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
  /** What the backend means by an error response. Default: what its status means. */
  readonly errors?: ((response: ClientResponse) => ErrorDetails | undefined) | undefined;
}

/** Reads the JSON of a response. Anything it throws that is no `AdapterError` becomes a `bad-response`. */
export type ResponseDecoder<T> = (value: unknown, place: string, response: ClientResponse) => T;

/** Sends requests to one backend. */
export interface Client {
  /**
   * Sends a request and decodes the response; without `decode`, the response needs no body. Never repeats a request.
   *
   * @throws The reason of the call's signal as soon as that is aborted, even if `fetch` ignores it; otherwise an `AdapterError`:
   * `network`, `timeout`, `bad-response` for what is no JSON, refused by `decode` or longer than 10 million characters (about 20,000
   * comments), and without `decode` for a web page; or what the status and `errors` say.
   */
  request<T = void>(request: ClientRequest, call: Call, decode?: ResponseDecoder<T>): Promise<T>;
}

/** Creates the client for one backend. */
export function createClient({ src, fetch, timeout, errors, ...transport }: ClientOptions): Client {
  const urlOf = typeof src === 'string' ? urlBuilder(src) : src;
  return {
    async request(request, { signal }, decode) {
      const { method = 'GET', path, query, body, ...own } = request;
      const place = `${method} ${path}`;
      const init: RequestInit = {
        method,
        ...transport,
        ...own,
        headers: {
          ...(body !== undefined && { 'content-type': 'application/json' }),
          ...transport.headers,
          ...own.headers,
        },
        ...(body !== undefined && { body: JSON.stringify(body) }),
      };
      const received = await fetchText(urlOf(path, query), init, { fetch, timeout, signal });
      const response = { ...received, request, place, value: parseJson(received.text) };
      if (!response.ok) throw responseError(response, errors?.(response));
      if (!decode && isPage(response)) throw notJson(response);
      if (!decode) return undefined as never;
      if (response.value === undefined && response.status !== 204 && method !== 'HEAD') throw notJson(response);
      try {
        return decode(response.value, place, response);
      } catch (cause) {
        if (cause instanceof AdapterError) throw cause;
        throw new AdapterError('bad-response', `${place} returned something unexpected`, { cause });
      }
    },
  };
}

/** Whether somebody else has answered, such as a proxy with its sign-in page. */
const isPage = ({ headers, text }: ClientResponse): boolean =>
  text !== '' && /^text\/html\b/i.test(headers.get('content-type') ?? '');

/** The error for a response whose body is not JSON. */
export function notJson({ headers, text, place }: ClientResponse): AdapterError {
  const type = headers.get('content-type') ?? 'no content type';
  return new AdapterError('bad-response', `${place} returned ${type}, not JSON: "${text.slice(0, 40)}"`);
}
