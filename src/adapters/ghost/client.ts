import { AdapterError, type Call, type ErrorKind } from '../../model/adapter.js';
import type { GhostOptions } from './ghost-options.js';
import { withTimeout } from '../shared/with-timeout.js';

const KINDS: Readonly<Record<number, ErrorKind>> = {
  400: 'invalid',
  401: 'sign-in-required',
  403: 'forbidden',
  404: 'not-found',
  405: 'disabled',
  413: 'too-long',
  422: 'invalid',
  429: 'rate-limited',
};

export type Ask = <T>(method: string, path: string, call: Call, comment?: object) => Promise<T>;

/** Asks the Members API of the blog at `src`. An answer without content is undefined. */
export function createAsk(src: string, { fetch = globalThis.fetch, timeout: { read = 15_000, write = 30_000 } = {} }: GhostOptions): Ask {
  return async <T>(method: string, path: string, { signal }: Call, comment?: object): Promise<T> => {
    try {
      signal.throwIfAborted();
      const [response, text] = await withTimeout(method === 'GET' ? read : write, signal, async (inner) => {
        const response = await fetch(`${src}/members/api/${path}`, {
          method,
          signal: inner,
          ...(comment && { headers: { 'content-type': 'application/json' }, body: JSON.stringify({ comments: [comment] }) }),
        });
        return [response, await response.text()] as const;
      });
      const body = parsed(text);
      if (!response.ok) throw refusal(response, body);
      if (response.status === 204) return undefined as T;
      if (typeof body === 'object' && body !== null && !Array.isArray(body)) return body as T;
      throw new AdapterError(
        'bad-response',
        `Ghost answered "${text.slice(0, 80)}", which is not JSON: is ${src} the address of the blog?`,
      );
    } catch (cause) {
      if (signal.aborted) throw signal.reason;
      if (cause instanceof AdapterError) throw cause;
      throw new AdapterError('network', `${src} could not be reached.`, { cause });
    }
  };
}

/** A refusal of Ghost's. What the reader can understand of it is in `context`, where there is any. */
function refusal({ status, headers }: Response, body: unknown): AdapterError {
  const [{ message = '', context }] = (Object(body) as { errors?: [{ message?: string; context?: string | null }] }).errors ?? [{}];
  const words = context || message;
  // A comment that is not there breaks the database's rules where it is liked, and an id that is none breaks those of the API.
  const kind = /foreign key|failed for id/i.test(`${message} ${context}`)
    ? 'not-found'
    : (KINDS[status] ?? (status >= 500 ? 'unavailable' : 'bad-response'));
  const retryAfter = Number(headers.get('retry-after')) || undefined;
  return new AdapterError(kind, (kind === 'not-found' ? message : words) || `Ghost answered with the status ${status}.`, {
    code: String(status),
    ...(status === 422 && { field: 'body' as const }),
    ...(retryAfter !== undefined && { retryAfter }),
  });
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
