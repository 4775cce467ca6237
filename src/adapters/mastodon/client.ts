import { AdapterError, type Call, type ErrorKind } from '../../model/adapter.js';
import type { MastodonOptions } from './mastodon-options.js';
import { withTimeout } from '../shared/with-timeout.js';

const KINDS: Readonly<Record<number, ErrorKind>> = {
  400: 'invalid',
  403: 'forbidden',
  404: 'not-found',
  410: 'not-found',
  413: 'too-long',
  422: 'invalid',
  429: 'rate-limited',
};

export interface Sent {
  /** Sent as JSON. */
  readonly body?: object;
  /** The same on every try: the instance then answers with what the first one has stored. It remembers for an hour. */
  readonly idempotencyKey?: string;
}

export type Ask = <T>(method: string, path: string, call: Call, sent?: Sent) => Promise<T>;

/** Asks the instance at `src`, with the rights of the token where there is one. */
export function createAsk(
  src: string,
  { token, fetch = globalThis.fetch, timeout: { read = 15_000, write = 30_000 } = {} }: MastodonOptions,
): Ask {
  return async <T>(method: string, path: string, { signal }: Call, { body, idempotencyKey }: Sent = {}): Promise<T> => {
    try {
      signal.throwIfAborted();
      const [response, text] = await withTimeout(method === 'GET' ? read : write, signal, async (inner) => {
        const response = await fetch(`${src}/api/${path}`, {
          method,
          signal: inner,
          headers: {
            ...(token !== undefined && { authorization: `Bearer ${token}` }),
            ...(body && { 'content-type': 'application/json' }),
            ...(idempotencyKey !== undefined && { 'idempotency-key': idempotencyKey }),
          },
          ...(body && { body: JSON.stringify(body) }),
        });
        return [response, await response.text()] as const;
      });
      const answer = parsed(text);
      if (!response.ok) throw refusal(response, answer, token === undefined ? 'sign-in-required' : 'session-expired');
      if (typeof answer === 'object' && answer !== null) return answer as T;
      throw new AdapterError('bad-response', `Mastodon answered "${text.slice(0, 80)}", which is not JSON: is ${src} an instance?`);
    } catch (cause) {
      if (signal.aborted) throw signal.reason;
      if (cause instanceof AdapterError) throw cause;
      throw new AdapterError('network', `${src} could not be reached.`, { cause });
    }
  };
}

function refusal({ status, headers }: Response, answer: unknown, unauthorised: ErrorKind): AdapterError {
  const { error = '' } = Object(answer) as { error?: string };
  const isTooLong = status === 422 && /character limit/i.test(error);
  const reset = status === 429 ? Date.parse(headers.get('x-ratelimit-reset') ?? '') : NaN;
  const retryAfter = Number(headers.get('retry-after')) || Math.ceil((reset - Date.now()) / 1000);
  const kind = status === 401 ? unauthorised : isTooLong ? 'too-long' : (KINDS[status] ?? (status >= 500 ? 'unavailable' : 'bad-response'));
  return new AdapterError(kind, error || `Mastodon answered with the status ${status}.`, {
    code: String(status),
    ...(isTooLong && { field: 'body' as const }),
    ...(retryAfter > 0 && { retryAfter }),
  });
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
