import { AdapterError, type ErrorInfo, type ErrorKind } from '../../model/adapter.js';
import type { ClientResponse, ErrorDetails } from '../shared/response.js';

/** Seconds between two comments from one IP address by default. No response contains the server's setting. */
const RATE_LIMIT_SECONDS = 60;

/** `errno` of an error that a hook of the server has thrown. */
const HOOK_ERROR = 1000;
/** `errno` of a failed validation. */
const VALIDATION_ERROR = 1001;

/** The body of an error, often with status 200. */
interface WalineErrorBody {
  readonly errno?: unknown;
  /** A message, or a message for each invalid field. */
  readonly errmsg?: unknown;
}

/** Interprets a response without data. One that is not JSON comes from a proxy, or from another server. */
export function errorDetails({ status, value, place }: ClientResponse): ErrorDetails {
  if (value === undefined) return {};
  const { errno, errmsg } = Object(value) as WalineErrorBody;
  const invalidFields = Object(errmsg) as Readonly<Record<string, string>>;
  const message = typeof errmsg === 'string' ? errmsg : Object.values(invalidFields).join('; ');
  const number = Number(errno ?? NaN);
  const code = String(Number.isNaN(number) ? status : number);
  const text = message || `${place} failed with code ${code}`;
  // The section explains these kinds in the reader's language. The server's messages are terse, and for developers only.
  const withoutMessage = (kind?: ErrorKind, info: ErrorInfo = {}): ErrorDetails => ({
    kind,
    message: '',
    code,
    ...info,
  });
  if (status >= 500) return { message: text, code, audience: 'support' };
  if (status === 429) return withoutMessage();
  // Only the message distinguishes these two.
  if (/duplicate/i.test(message)) return withoutMessage('duplicate');
  if (/too fast/i.test(message)) return withoutMessage('rate-limited', { retryAfter: RATE_LIMIT_SECONDS });
  if (number === VALIDATION_ERROR)
    return { kind: 'invalid', message: text, code, ...('comment' in invalidFields && { field: 'body' }) };
  if (number === HOOK_ERROR) return { kind: 'rejected', message: text, code };
  return status < 400 ? { message: text, code } : withoutMessage();
}

/** The error for a value in a response that is not `expected`. */
export function unexpectedValue(value: unknown, expected: string): AdapterError {
  return new AdapterError(
    'bad-response',
    `Waline sent ${`${JSON.stringify(value)}`.slice(0, 80)} instead of ${expected}`,
  );
}
