import { AdapterError, type ErrorKind } from '../../model/adapter.js';
import { withTimeout } from '../shared/with-timeout.js';

export interface Way {
  /** Base address of the server, such as `https://waline.example.com`. */
  readonly src: string;
  readonly fetch: typeof fetch;
  readonly token: string | undefined;
  /** Longest wait for a whole answer, in milliseconds. */
  readonly timeout: { readonly read: number; readonly write: number };
}

export interface Wanted {
  readonly method?: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** Below `/api/`. */
  readonly path: string;
  /** A list becomes a parameter for each of its texts. */
  readonly query?: Readonly<Record<string, string | number | readonly string[]>>;
  readonly body?: unknown;
}

/** Seconds that the server makes one address wait between two comments, unless it is set up otherwise; no answer says it. */
const FLOOD_WAIT = 60;

const KINDS: Readonly<Record<number, ErrorKind>> = {
  401: 'sign-in-required',
  403: 'forbidden',
  404: 'not-found',
  413: 'too-long',
  429: 'rate-limited',
};

/** Asks, and answers with what is in `data`: a refusal comes with the status 200 and its own number. */
export async function ask({ method = 'GET', path, query = {}, body }: Wanted, way: Way, signal: AbortSignal): Promise<unknown> {
  const { src, fetch, token, timeout } = way;
  // The language of the refusals: only their words tell a repeat from one that came too soon.
  const parameters = new URLSearchParams({ lang: 'en-US' });
  for (const [name, value] of Object.entries(query))
    for (const one of Array.isArray(value) ? value : [value]) parameters.append(name, String(one));
  try {
    const exchange = async (inner: AbortSignal): Promise<readonly [Response, string]> => {
      const answer = await fetch(`${src.replace(/\/+$/, '')}/api/${path}?${parameters}`, {
        method,
        signal: inner,
        // The server allows every page, and therefore no cookies.
        credentials: 'omit',
        cache: 'no-cache',
        headers: { ...(body !== undefined && { 'content-type': 'application/json' }), ...(token && { authorization: `Bearer ${token}` }) },
        ...(body !== undefined && { body: JSON.stringify(body) }),
      });
      return [answer, await answer.text()];
    };
    const [answer, text] = await withTimeout(timeout[method === 'GET' ? 'read' : 'write'], signal, exchange);
    return dataIn(text, answer, path);
  } catch (cause) {
    signal.throwIfAborted();
    if (cause instanceof AdapterError) throw cause;
    throw new AdapterError('network', `${path} came to nothing`, { cause });
  }
}

function dataIn(text: string, { status, ok, headers }: Response, path: string): unknown {
  let found: { readonly errno?: unknown; readonly errmsg?: unknown; readonly data?: unknown };
  try {
    found = Object(JSON.parse(text)) as typeof found;
  } catch (cause) {
    const kind = status >= 500 ? 'unavailable' : (KINDS[status] ?? 'bad-response');
    const retryAfter = Number(headers.get('retry-after')) || undefined;
    throw new AdapterError(kind, `${path} was answered with the status ${status} and no JSON: ${text.slice(0, 40)}`, {
      cause,
      ...(retryAfter && { retryAfter }),
    });
  }
  const { errno, errmsg, data } = found;
  if (ok && errno === 0) return data;
  const refused = refusal(status, { errno: Number(errno ?? NaN), errmsg }, path);
  const wait = Number(headers.get('retry-after'));
  throw wait ? new AdapterError(refused.kind, refused.message, { ...refused.info, retryAfter: wait }) : refused;
}

/**
 * `errmsg` is a text, or an object with one for each field that is wrong. Where the kind says it all, the server's words are
 * for developers only: they are terse and English, and the section has words of its own in the reader's language.
 */
function refusal(status: number, { errno, errmsg }: { readonly errno: number; readonly errmsg: unknown }, path: string): AdapterError {
  const wrong = Object.entries(Object(errmsg) as Record<string, string>);
  const message = typeof errmsg === 'string' && errmsg ? errmsg : wrong.map(([, words]) => words).join('; ');
  const code = String(Number.isNaN(errno) ? status : errno);
  const words = message || `${path} was refused with the number ${code}`;
  const plain = (kind: ErrorKind, retryAfter?: number): AdapterError =>
    new AdapterError(kind, '', { code, cause: words, ...(retryAfter && { retryAfter }) });
  if (status >= 500) return new AdapterError('unavailable', words, { code });
  if (status === 429) return plain('rate-limited');
  if (/duplicate/i.test(message)) return plain('duplicate');
  if (/too fast/i.test(message)) return plain('rate-limited', FLOOD_WAIT);
  if (errno === 1001)
    return new AdapterError('invalid', words, { code, ...(wrong.some(([name]) => name === 'comment') && { field: 'body' }) });
  // A hook of the server's own has refused it, in its own words.
  if (errno === 1000) return new AdapterError('rejected', words, { code });
  const kind = KINDS[status];
  return kind ? plain(kind) : new AdapterError('bad-response', words, { code });
}
