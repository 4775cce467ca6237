import { type Fault, RETRY_AFTER, UNKNOWN_STATUS } from './fault.js';

const PAGE = '<!doctype html><html><head><title>Error</title></head><body><h1>This is a web page</h1></body></html>';

/** Methods that change nothing (RFC 9110, 9.2.1). */
const isRead = (method: string): boolean => method === 'GET' || method === 'HEAD';

/**
 * A `fetch` that misbehaves as `fault` says, for adapters that take one: what goes wrong on the wire can then be checked
 * without a line of its own. It obeys the signal of each request, as `fetch` does.
 *
 * @param real What carries out the requests that get through. Default: the global `fetch`.
 */
export function faultyFetch(fault: Fault, real: typeof fetch = (...request) => globalThis.fetch(...request)): typeof fetch {
  let hasLostOne = false;
  return async (input, init) => {
    const request = typeof input === 'string' || input instanceof URL ? undefined : input;
    const method = (init?.method ?? request?.method ?? 'GET').toUpperCase();
    const signal = init?.signal ?? request?.signal;
    signal?.throwIfAborted();
    fault.onRequest(method);
    switch (fault.type) {
      case 'offline':
        throw brokenLine();
      case 'silent':
        return await new Promise<Response>((_resolve, reject) => {
          signal?.addEventListener('abort', () => reject(signal.reason as Error), { once: true });
        });
      case 'lost-answer': {
        const response = await real(input, init);
        if (isRead(method) || hasLostOne) return response;
        hasLostOne = true;
        await response.text();
        throw brokenLine();
      }
      case 'html-page':
        return answer(PAGE, { type: 'text/html' });
      case 'empty':
        return answer('', { type: 'application/json' });
      case 'wrong-types':
        return answer('[1, 2, 3]', { type: 'application/json' });
      case 'server-error':
        return answer(PAGE, { type: 'text/html', status: 500 });
      case 'rate-limited':
        return answer('{"message": "Too many requests"}', { type: 'application/json', status: 429, retryAfter: RETRY_AFTER });
      case 'truncated':
        return altered(await real(input, init), (text) => text.slice(0, Math.floor(text.length / 2)) || '{"');
      case 'unknown-status':
        return altered(await real(input, init), (text) => JSON.stringify(withUnknownStatus(JSON.parse(text))));
    }
  };
}

/** What `fetch` throws when it got no answer; only the words differ from browser to browser. */
const brokenLine = (): TypeError => new TypeError('Failed to fetch');

interface AnswerInit {
  readonly type: string;
  readonly status?: number;
  readonly retryAfter?: number;
}

function answer(body: string, { type, status = 200, retryAfter }: AnswerInit): Response {
  const headers = new Headers({ 'content-type': type });
  if (retryAfter !== undefined) headers.set('retry-after', String(retryAfter));
  return new Response(body, { status, headers });
}

async function altered(response: Response, alter: (text: string) => string): Promise<Response> {
  const { status, statusText } = response;
  // A status such as 204 may have no body, and a stream of events never ends.
  if (response.body === null || response.headers.get('content-type')?.startsWith('text/event-stream')) return response;
  const headers = new Headers(response.headers);
  // Both speak of the text as it was.
  headers.delete('content-length');
  headers.delete('content-encoding');
  const text = await response.text();
  return new Response(response.ok && text !== '' ? alter(text) : text, { status, statusText, headers });
}

/** A status stands under that name nearly everywhere; where a comment has none, it says that all is well, and gets one. */
function withUnknownStatus(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withUnknownStatus);
  if (typeof value !== 'object' || value === null) return value;
  const fields = Object.entries(value).map(([name, inner]) => [
    name,
    name === 'status' && typeof inner === 'string' ? UNKNOWN_STATUS : withUnknownStatus(inner),
  ]);
  const isBareComment = 'createdAt' in value && 'body' in value && !('status' in value);
  return Object.fromEntries(isBareComment ? [...fields, ['status', UNKNOWN_STATUS]] : fields);
}
