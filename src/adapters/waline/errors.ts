import type { ClientResponse, ErrorDetails } from '../shared/response.js';

/** Seconds between two comments from one IP address by default. No response contains the server's setting. */
const RATE_LIMIT_SECONDS = 60;

/** `errno` of an error that a hook of the server has thrown. */
const HOOK_ERROR = '1000';
/** `errno` of a failed validation. */
const VALIDATION_ERROR = '1001';

/** The body of an error, often with status 200. */
interface WalineErrorBody {
  readonly errno?: string | number;
  /** A message, or a message for each invalid field. */
  readonly errmsg?: unknown;
}

/** Interprets a response without data. One that is not JSON comes from a proxy, or from another server. */
export function errorDetails({ status, value, place }: ClientResponse): ErrorDetails {
  if (value === undefined) return {};
  const { errno, errmsg } = Object(value) as WalineErrorBody;
  const invalidFields = Object(errmsg) as Readonly<Record<string, string>>;
  const message = typeof errmsg === 'string' ? errmsg : Object.values(invalidFields).join('; ');
  const code = String(errno ?? status);
  const text = message || `${place} failed with code ${code}`;
  if (status >= 500) return { code, message: text, audience: 'support' };
  // Only the message distinguishes these two. The section explains them in the reader's language.
  if (/duplicate/i.test(message)) return { code, kind: 'duplicate', message: '' };
  if (/too fast/i.test(message)) return { code, kind: 'rate-limited', message: '', retryAfter: RATE_LIMIT_SECONDS };
  if (code === VALIDATION_ERROR)
    return { code, kind: 'invalid', message: text, field: 'comment' in invalidFields ? 'body' : undefined };
  if (code === HOOK_ERROR) return { code, kind: 'rejected', message: text };
  // The server's messages for other statuses are terse, and for developers only.
  return { code, message: status < 400 ? text : '' };
}
