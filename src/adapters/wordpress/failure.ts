import { AdapterError, type ErrorKind } from '../../model/adapter.js';
import { textOf } from './html-text.js';

/** What WordPress answers where something went wrong. The message is HTML. */
export interface WordPressError {
  readonly code?: string;
  readonly message?: string;
  readonly data?: { readonly params?: object } | null;
}

const KINDS: Readonly<Record<string | number, ErrorKind>> = {
  rest_no_route: 'unsupported',
  rest_not_logged_in: 'sign-in-required',
  rest_cookie_invalid_nonce: 'session-expired',
  400: 'invalid',
  401: 'forbidden',
  403: 'forbidden',
  404: 'not-found',
  408: 'timeout',
  409: 'conflict',
  410: 'not-found',
  413: 'too-long',
  429: 'rate-limited',
};

/** What an answer means that is no success: that of WordPress, which is the `cause`, or a page of something that stands before it. */
export function failureOf(status: number, body: string, retryAfter: string | null): AdapterError {
  let cause: WordPressError = {};
  try {
    cause = Object(JSON.parse(body)) as WordPressError;
  } catch {
    // The status alone has to say it.
  }
  const { code, message } = cause;
  // A page that is not there is not the answer of a REST API that lacks an article.
  const byStatus = status >= 500 ? 'unavailable' : code || status !== 404 ? KINDS[status] : undefined;
  return new AdapterError(
    KINDS[code ?? ''] ?? byStatus ?? 'bad-response',
    textOf(message ?? '') || `The status is ${status}, and the answer is not that of a REST API`,
    { code: code ?? String(status), cause, ...(retryAfter && { retryAfter: Number(retryAfter) }) },
  );
}
