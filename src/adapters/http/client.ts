import { AdapterError } from '../../model/adapter.js';
import { parseJson } from '../shared/parse-json.js';
import { readText } from '../shared/read-text.js';
import { withTimeout } from '../shared/with-timeout.js';
import type { Query, UrlBuilder } from './base-url.js';
import { notJson, readError } from './errors.js';
import type { TokenProvider } from './token.js';

/** One request. The method defaults to `GET`; every other method is a write. */
export interface HttpRequest {
  readonly method?: string;
  readonly path: string;
  readonly query?: Query;
  /** Sent as JSON. */
  readonly body?: unknown;
}

export interface ClientOptions {
  readonly urlOf: UrlBuilder;
  readonly fetch: typeof fetch;
  readonly credentials: RequestCredentials;
  /** Read at the beginning of each request: the viewer may change meanwhile. */
  readonly tokens: TokenProvider | undefined;
  /** Time limits for a whole response, in milliseconds. */
  readonly timeout: { readonly read: number; readonly write: number };
}

/** Whether the backend may have received a request. If not, a write that fails has stored nothing. */
interface Delivery {
  isSent: boolean;
}

/** Decodes the JSON of a response. */
type ResponseDecoder<T> = (value: unknown, place: string, response: Response) => T;

/** Sends requests to the backend. */
export class HttpClient {
  readonly #options: ClientOptions;

  constructor(options: ClientOptions) {
    this.#options = options;
  }

  /**
   * Sends a request and decodes the response; without `decode`, the response needs no body. Rejects with the reason of
   * `signal`, or with an `AdapterError`, which for a write says whether anything may have been stored.
   */
  async request<T = void>(request: HttpRequest, signal: AbortSignal, decode?: ResponseDecoder<T>): Promise<T> {
    const { timeout } = this.#options;
    const isRead = methodOf(request) === 'GET';
    const place = placeOf(request);
    const delivery: Delivery = { isSent: false };
    const exchange = async (inner: AbortSignal): Promise<T> => {
      const response = await this.send(request, inner, delivery);
      if (!response.ok) throw (await readError(response, place, inner)).error;
      const text = await readText(response, { place, signal: inner });
      return decode ? decode(jsonIn(response, text, place), place, response) : (undefined as T);
    };
    try {
      return await withTimeout(isRead ? timeout.read : timeout.write, signal, exchange);
    } catch (thrown) {
      signal.throwIfAborted();
      // `fetch` does not tell offline, blocked by CORS and interrupted apart.
      const { kind, message, info } =
        thrown instanceof AdapterError ? thrown : new AdapterError('network', place, { cause: thrown });
      const stored = isRead ? undefined : (info.stored ?? (delivery.isSent ? 'maybe' : 'no'));
      throw new AdapterError(kind, message, { ...info, stored });
    }
  }

  /**
   * Sends a request and resolves with the response, whatever its status, before its body is read. After a 401 it sends
   * the request once more with a fresh token, because a request that was refused has done nothing.
   */
  async send(request: HttpRequest, signal: AbortSignal, delivery: Delivery = { isSent: false }): Promise<Response> {
    const { tokens } = this.#options;
    const token = tokens && (await tokens.get(signal));
    signal.throwIfAborted();
    delivery.isSent = true;
    const response = await this.#fetch(request, signal, token);
    if (response.status !== 401 || !tokens) return response;
    const { error, isNamed } = await readError(response, placeOf(request), signal);
    delivery.isSent = false;
    // A fresh token does not help a viewer who has to sign in.
    const isExpired = !isNamed || error.kind === 'session-expired';
    const freshToken = isExpired ? await tokens.replace(token!, signal) : undefined;
    if (freshToken === undefined) throw error;
    signal.throwIfAborted();
    delivery.isSent = true;
    return this.#fetch(request, signal, freshToken);
  }

  async #fetch(request: HttpRequest, signal: AbortSignal, token: string | undefined): Promise<Response> {
    const { urlOf, fetch, credentials } = this.#options;
    const { path, query, body } = request;
    const headers: Record<string, string> = { accept: 'application/json' };
    if (token) headers.authorization = `Bearer ${token}`;
    if (body) headers['content-type'] = 'application/json';
    const response = await fetch(urlOf(path, query), {
      method: methodOf(request),
      signal,
      credentials,
      headers,
      // Cached responses are always revalidated, even if the backend does not ask for it: after a write they are out of
      // date. A response for one viewer must not be shown to the next, so it is not cached at all.
      cache: token ? 'no-store' : 'no-cache',
      body: body && JSON.stringify(body),
    } as RequestInit);
    // A custom `fetch` may ignore its signal.
    if (signal.aborted) void response.body?.cancel();
    return response;
  }
}

const methodOf = ({ method = 'GET' }: HttpRequest): string => method;

/** The request as error messages name it. */
const placeOf = (request: HttpRequest): string => `${methodOf(request)} ${request.path}`;

function jsonIn({ headers }: Response, text: string, place: string): unknown {
  const contentType = headers.get('content-type');
  const value = /^application\/([\w.-]+\+)?json\b/i.test(contentType ?? '') ? parseJson(text) : undefined;
  if (value === undefined) throw notJson(place, contentType, text);
  return value;
}
