import { AdapterError, type ErrorInfo, type ErrorKind } from '../../model/adapter.js';
import type { TextResponse } from '../shared/fetch-text.js';
import { parseJson } from '../shared/parse-json.js';

/** Seconds between two comments from one IP address by default. No response contains the server's setting. */
const RATE_LIMIT_SECONDS = 60;

/** `errno` of an error that a hook of the server has thrown. */
const HOOK_ERROR = 1000;
/** `errno` of a failed validation. */
const VALIDATION_ERROR = 1001;

const KINDS: Readonly<Record<number, ErrorKind>> = {
  401: 'sign-in-required',
  403: 'forbidden',
  404: 'not-found',
  413: 'too-long',
  429: 'rate-limited',
};

/** What the server sends with an error, often with status 200. */
interface WalineErrorBody {
  readonly errno?: unknown;
  /** A message, or a message for each invalid field. */
  readonly errmsg?: unknown;
}

/** The error for a response without data. `path` names the request. */
export function errorFrom({ status, headers, text }: TextResponse, path: string): AdapterError {
  const body = parseJson(text);
  const { kind, message, info } =
    body === undefined ? proxyError(status, text, path) : walineError(status, Object(body) as WalineErrorBody, path);
  const retryAfter = Number(headers.get('retry-after')) || info.retryAfter;
  return new AdapterError(kind, message, { ...info, ...(retryAfter && { retryAfter }) });
}

/** The error for a value in a response that is not `expected`. */
export function unexpectedValue(value: unknown, expected: string): AdapterError {
  return new AdapterError(
    'bad-response',
    `Waline sent ${`${JSON.stringify(value)}`.slice(0, 80)} instead of ${expected}`,
  );
}

/** A response that is not JSON comes from a proxy, or from another server. */
function proxyError(status: number, text: string, path: string): AdapterError {
  const kind = status >= 500 ? 'unavailable' : status === 404 ? 'bad-response' : (KINDS[status] ?? 'bad-response');
  return new AdapterError(kind, `${path} returned status ${status}, not JSON: ${text.slice(0, 40)}`, {
    audience: 'support',
  });
}

function walineError(status: number, { errno, errmsg }: WalineErrorBody, path: string): AdapterError {
  const invalidFields = typeof errmsg === 'string' ? {} : (Object(errmsg) as Readonly<Record<string, string>>);
  const message = typeof errmsg === 'string' ? errmsg : Object.values(invalidFields).join('; ');
  const number = Number(errno ?? NaN);
  const code = String(Number.isNaN(number) ? status : number);
  const words = message || `${path} failed with code ${code}`;
  // The section explains these kinds in the reader's language. The server's words are terse, and for developers only.
  const silent = (kind: ErrorKind, info: ErrorInfo = {}): AdapterError =>
    new AdapterError(kind, '', { code, cause: words, ...info });
  if (status >= 500) return new AdapterError('unavailable', words, { code, audience: 'support' });
  if (status === 429) return silent('rate-limited');
  // Only the message tells these two apart.
  if (/duplicate/i.test(message)) return silent('duplicate');
  if (/too fast/i.test(message)) return silent('rate-limited', { retryAfter: RATE_LIMIT_SECONDS });
  if (number === VALIDATION_ERROR)
    return new AdapterError('invalid', words, { code, ...('comment' in invalidFields && { field: 'body' as const }) });
  if (number === HOOK_ERROR) return new AdapterError('rejected', words, { code });
  const kind = KINDS[status];
  return kind ? silent(kind) : new AdapterError('bad-response', words, { code });
}
