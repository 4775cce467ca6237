import { AdapterError } from '../../model/adapter.js';
import type { AddressOf, Query } from './address.js';
import { withTimeout } from './deadline.js';
import { fetchLater } from './fetch-later.js';
import { parse } from './parse.js';
import { wholeTextOf } from './text-of.js';
import { tokenFrom, type Tokens } from './token.js';

/** One request; a write is everything but a `GET`. */
export interface Wanted {
  readonly method?: string;
  readonly path: string;
  readonly query?: Query;
  readonly body?: unknown;
}

export interface Way {
  readonly addressOf: AddressOf;
  readonly fetch: typeof fetch;
  readonly credentials: RequestCredentials;
  readonly tokens: Tokens | undefined;
  /** How long a whole answer may take, in milliseconds. */
  readonly timeout: { readonly read: number; readonly write: number };
}

/** The way to the backend. */
export class Requests {
  readonly #way: Way;

  constructor(way: Way) {
    this.#way = way;
  }

  /**
   * Asks and reads the answer; without `read`, its status is the whole answer. Rejects with the reason of `signal`, or with an
   * `AdapterError`, which for a write says whether anything may have been stored.
   */
  async ask<T = void>(wanted: Wanted, signal: AbortSignal, read?: (value: unknown, place: string, response: Response) => T): Promise<T> {
    const { method = 'GET' } = wanted;
    const isRead = method === 'GET';
    const place = `${method} ${wanted.path}`;
    let isUnderWay = false;
    const exchange = async (inner: AbortSignal): Promise<T> => {
      const response = await this.send(wanted, inner, (now) => {
        isUnderWay = now;
      });
      if (!response.ok) throw (await (await fetchLater()).failureOf(response, place, inner)).error;
      const text = await wholeTextOf(response, inner);
      if (!read) return undefined as T;
      const type = response.headers.get('content-type');
      const value = /^application\/([\w.-]+\+)?json\b/i.test(type ?? '') ? parse(text) : undefined;
      if (value !== undefined) return read(value, place, response);
      throw (await fetchLater()).noAnswer(place, type, text);
    };
    const { timeout } = this.#way;
    try {
      return await withTimeout(isRead ? timeout.read : timeout.write, signal, exchange);
    } catch (thrown) {
      signal.throwIfAborted();
      // Offline, refused by CORS, broken off: `fetch` tells none of them apart.
      const { kind, message, info } = thrown instanceof AdapterError ? thrown : new AdapterError('network', place, { cause: thrown });
      throw new AdapterError(kind, message, { ...info, stored: isRead ? undefined : (info.stored ?? (isUnderWay ? 'maybe' : 'no')) });
    }
  }

  /**
   * Sends a request, once more with a fresh token where the first has run out: such an answer has done nothing. Resolves when
   * the head of the answer is there, whatever its status.
   */
  async send(wanted: Wanted, signal: AbortSignal, onWay: (isUnderWay: boolean) => void = () => undefined): Promise<Response> {
    const { tokens } = this.#way;
    const token = tokens && (await tokenFrom(tokens.source, { refresh: 'if-needed', signal }));
    signal.throwIfAborted();
    onWay(true);
    const response = await this.#fetch(wanted, signal, token);
    if (response.status !== 401 || !tokens) return response;
    const { tokenAfter } = await fetchLater();
    const fresh = await tokenAfter(response, token!, tokens, signal, () => onWay(false));
    onWay(true);
    return this.#fetch(wanted, signal, fresh);
  }

  async #fetch({ method = 'GET', path, query, body }: Wanted, signal: AbortSignal, token: string | undefined): Promise<Response> {
    const { addressOf, fetch, credentials } = this.#way;
    const headers: Record<string, string> = { accept: 'application/json' };
    if (token) headers.authorization = `Bearer ${token}`;
    if (body) headers['content-type'] = 'application/json';
    const response = await fetch(addressOf(path, query), {
      method,
      signal,
      credentials,
      headers,
      // A stored answer is asked about each time, also where a backend forgot to say so: after a write it would be wrong.
      // What is answered to one person is not for the next one, so it is not stored at all.
      cache: token ? 'no-store' : 'no-cache',
      body: body && JSON.stringify(body),
    } as RequestInit);
    if (signal.aborted) void response.body?.cancel();
    return response;
  }
}
