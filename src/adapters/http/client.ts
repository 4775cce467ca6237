import { AdapterError, type Call } from '../../model/adapter.js';
import { type Client, createClient, notJson, type ResponseDecoder } from '../shared/client.js';
import { isRead, type TimeLimits } from '../shared/fetch-text.js';
import type { ClientRequest, Transport } from '../shared/response.js';
import type { UrlBuilder } from '../shared/urls.js';
import { errorDetails } from './errors.js';
import { isJson } from './transport.js';

export interface HttpClientOptions {
  readonly urlOf: UrlBuilder;
  /** Default: the global `fetch`. */
  readonly fetch: typeof globalThis.fetch | undefined;
  readonly transport: Transport;
  /** Creates a `fetch` that identifies the viewer. */
  readonly authorize: (fetch?: typeof globalThis.fetch) => typeof globalThis.fetch;
  readonly timeout: TimeLimits | undefined;
}

/** Sends requests to the backend. */
export interface HttpClient extends Client {
  /** Like the kit's client. In addition, the error of a write states whether anything may have been stored. */
  request<T = void>(request: ClientRequest, call: Call, decode?: ResponseDecoder<T>): Promise<T>;
  /** Sends a `GET` and resolves with the response, whatever its status, before its body is read. */
  stream(request: Pick<ClientRequest, 'path' | 'query'>, call: Call): Promise<Response>;
}

export function createHttpClient({ urlOf, fetch, transport, authorize, timeout }: HttpClientOptions): HttpClient {
  const client = createClient({ src: urlOf, timeout, errors: errorDetails, ...transport });
  const send = async <T>(request: ClientRequest, call: Call, decode?: ResponseDecoder<T>): Promise<T> => {
    /** Whether the backend may have carried out the request. */
    let isSent = false;
    const authorized = authorize(async (...args) => {
      isSent = true;
      const response = await (fetch ?? globalThis.fetch)(...args);
      isSent = response.status !== 401;
      return response;
    });
    try {
      return await client.request({ ...request, fetch: authorized }, call, decode && strictly(decode));
    } catch (thrown) {
      if (!(thrown instanceof AdapterError)) throw thrown;
      const { kind, message, info } = thrown;
      const limit = (request.query?.['limit'] as number) >> 1;
      if (info.code === 'too-long' && limit) {
        call.note?.(message);
        return send({ ...request, query: { ...request.query, limit } }, call, decode);
      }
      if (isRead(request.method)) throw thrown;
      throw new AdapterError(kind, message, { stored: isSent ? 'maybe' : 'no', ...info });
    }
  };
  return {
    request: send,
    stream: ({ path, query }, { signal }) =>
      authorize(fetch)(urlOf(path, query), { method: 'GET', ...transport, signal }),
  };
}

/** A backend of this contract declares the content type of its JSON, which is an object. */
const strictly =
  <T>(decode: ResponseDecoder<T>): ResponseDecoder<T> =>
  (value, place, response) => {
    if (!isJson(response) || value === undefined) throw notJson(response);
    if (typeof value !== 'object' || !value || Array.isArray(value))
      throw new AdapterError('bad-response', `${place} returned no object`);
    return decode(value, place, response);
  };
