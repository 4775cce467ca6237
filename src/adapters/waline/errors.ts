import { AdapterError, type ErrorInfo, type ErrorKind } from '../../model/adapter.js';
import type { ClientResponse } from '../shared/client-response.js';
import type { ErrorDetails } from '../shared/response-error.js';

/** Seconds between two comments from one IP address by default. No response contains the server's setting. */
const RATE_LIMIT_SECONDS = 60;

/** `errno` of an error that a hook of the server has thrown. */
const HOOK_ERROR = 1000;
/** `errno` of a failed validation. */
const VALIDATION_ERROR = 1001;

/** What the server sends with an error, often with status 200. */
interface WalineErrorBody {
  readonly errno?: unknown;
  /** A message, or a message for each invalid field. */
  readonly errmsg?: unknown;
}

/** What Waline means by a response without data. One that is not JSON comes from a proxy, or from another server. */
export function errorDetails({ status, value, place }: ClientResponse): ErrorDetails {
  if (value === undefined) return {};
  const { errno, errmsg } = Object(value) as WalineErrorBody;
  const invalidFields = typeof errmsg === 'string' ? {} : (Object(errmsg) as Readonly<Record<string, string>>);
  const message = typeof errmsg === 'string' ? errmsg : Object.values(invalidFields).join('; ');
  const number = Number(errno ?? NaN);
  const code = String(Number.isNaN(number) ? status : number);
  const words = message || `${place} failed with code ${code}`;
  // The section explains these kinds in the reader's language. The server's words are terse, and for developers only.
  const silent = (kind?: ErrorKind, info: ErrorInfo = {}): ErrorDetails => ({
    kind,
    message: '',
    code,
    cause: words,
    ...info,
  });
  if (status >= 500) return { message: words, code, audience: 'support' };
  if (status === 429) return silent();
  // Only the message tells these two apart.
  if (/duplicate/i.test(message)) return silent('duplicate');
  if (/too fast/i.test(message)) return silent('rate-limited', { retryAfter: RATE_LIMIT_SECONDS });
  if (number === VALIDATION_ERROR)
    return { kind: 'invalid', message: words, code, ...('comment' in invalidFields && { field: 'body' }) };
  if (number === HOOK_ERROR) return { kind: 'rejected', message: words, code };
  return status < 400 ? { message: words, code } : silent();
}

/** The error for a value in a response that is not `expected`. */
export function unexpectedValue(value: unknown, expected: string): AdapterError {
  return new AdapterError(
    'bad-response',
    `Waline sent ${`${JSON.stringify(value)}`.slice(0, 80)} instead of ${expected}`,
  );
}
