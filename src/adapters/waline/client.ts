import type { Bearer } from '../shared/bearer.js';
import { type Client, createClient } from '../shared/client.js';
import { type ClientResponse, type ErrorDetails, responseError } from '../shared/response.js';
import type { WalineOptions } from './options.js';

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
function errorDetails({ status, value, place }: ClientResponse): ErrorDetails {
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

/** Creates a client for the paths below `/api` of a Waline server. It decodes the `data` of a response. */
export function createWalineClient({ src, fetch, timeout }: WalineOptions, { authorize }: Bearer): Client {
  const client = createClient({
    src,
    fetch: authorize(fetch),
    timeout,
    // The server allows every origin, which rules out cookies.
    credentials: 'omit',
    cache: 'no-cache',
    errors: errorDetails,
  });
  return {
    request: ({ path, query, ...request }, call, decode) =>
      client.request(
        // Some errors can only be distinguished by their English messages.
        { ...request, path: `/api${path}`, query: { lang: 'en-US', ...query } },
        call,
        (value, place, response) => {
          const { errno, data } = Object(value) as { readonly errno?: unknown; readonly data?: unknown };
          if (errno === 0) return decode?.(data, place, response) as never;
          // The server sends most errors with the status 200.
          throw responseError(response, errorDetails(response));
        },
      ),
  };
}

export const commentPath = (id: string): string => `/comment/${encodeURIComponent(id)}`;
