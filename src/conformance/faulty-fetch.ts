import { type Fault, RETRY_AFTER, UNKNOWN_STATUS } from './fault.js';

const PAGE = '<!doctype html><html><head><title>Error</title></head><body><h1>This is a web page</h1></body></html>';

/** Safe methods, which change nothing (RFC 9110, section 9.2.1). */
const isRead = (method: string): boolean => method === 'GET' || method === 'HEAD';

/**
 * Returns a `fetch` with the given fault, for adapters that accept a `fetch` option. Respects the signal of each request.
 *
 * @param real Sends the requests that get through. Default: the global `fetch`.
 */
export function faultyFetch(
  fault: Fault,
  real: typeof fetch = (...request) => globalThis.fetch(...request),
): typeof fetch {
  let hasLostResponse = false;
  return async (input, init) => {
    const request = typeof input === 'string' || input instanceof URL ? undefined : input;
    const method = (init?.method ?? request?.method ?? 'GET').toUpperCase();
    const signal = init?.signal ?? request?.signal;
    signal?.throwIfAborted();
    fault.onRequest(method);
    switch (fault.type) {
      case 'offline':
        throw connectionError();
      case 'silent':
        return await new Promise<Response>((_resolve, reject) => {
          signal?.addEventListener('abort', () => reject(signal.reason as Error), { once: true });
        });
      case 'lost-response': {
        const response = await real(input, init);
        if (isRead(method) || hasLostResponse) return response;
        hasLostResponse = true;
        await response.text();
        throw connectionError();
      }
      case 'html-page':
        return fakeResponse(PAGE, { type: 'text/html' });
      case 'empty':
        return fakeResponse('', { type: 'application/json' });
      case 'wrong-types':
        return fakeResponse('[1, 2, 3]', { type: 'application/json' });
      case 'server-error':
        return fakeResponse(PAGE, { type: 'text/html', status: 500 });
      case 'rate-limited':
        return fakeResponse('{"message": "Too many requests"}', {
          type: 'application/json',
          status: 429,
          retryAfter: RETRY_AFTER,
        });
      case 'truncated':
        return altered(await real(input, init), (text) => text.slice(0, Math.floor(text.length / 2)) || '{"');
      case 'unknown-status':
        return altered(await real(input, init), (text) => {
          const before: unknown = JSON.parse(text);
          const after = JSON.stringify(withUnknownStatus(before));
          if (after !== JSON.stringify(before)) fault.onAltered?.();
          return after;
        });
    }
  };
}

/** What `fetch` throws when there is no response. Only the message differs between browsers. */
const connectionError = (): TypeError => new TypeError('Failed to fetch');

interface FakeResponseInit {
  readonly type: string;
  readonly status?: number;
  readonly retryAfter?: number;
}

function fakeResponse(body: string, { type, status = 200, retryAfter }: FakeResponseInit): Response {
  const headers = new Headers({ 'content-type': type });
  if (retryAfter !== undefined) headers.set('retry-after', String(retryAfter));
  return new Response(body, { status, headers });
}

async function altered(response: Response, alter: (text: string) => string): Promise<Response> {
  const { status, statusText } = response;
  // A status such as 204 has no body, and an event stream never ends.
  if (response.body === null || response.headers.get('content-type')?.startsWith('text/event-stream')) return response;
  const headers = new Headers(response.headers);
  // Both describe the original body.
  headers.delete('content-length');
  headers.delete('content-encoding');
  const text = await response.text();
  return new Response(response.ok && text !== '' ? alter(text) : text, { status, statusText, headers });
}

/** Replaces every string field named `status`. Adds one to comments without any status, for which the default is `visible`. */
function withUnknownStatus(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withUnknownStatus);
  if (typeof value !== 'object' || value === null) return value;
  const fields = Object.entries(value).map(([name, inner]) => [
    name,
    name === 'status' && typeof inner === 'string' ? UNKNOWN_STATUS : withUnknownStatus(inner),
  ]);
  const hasStatus = Object.keys(value).some((name) => /status$/i.test(name));
  const isBareComment = 'createdAt' in value && 'body' in value && !hasStatus;
  return Object.fromEntries(isBareComment ? [...fields, ['status', UNKNOWN_STATUS]] : fields);
}
