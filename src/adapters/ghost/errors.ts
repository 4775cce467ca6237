import { AdapterError, type ErrorKind } from '../../model/adapter.js';
import type { TextResponse } from '../shared/fetch-text.js';

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

interface GhostErrors {
  /** `context` explains the error to the reader; `message` is often only a category. */
  readonly errors?: readonly { readonly message?: string; readonly context?: string | null }[];
}

/** The error for a response with an error status. */
export function errorFrom({ status, headers }: TextResponse, body: unknown): AdapterError {
  const { errors } = Object(body) as GhostErrors;
  // Another server, or another address on this one.
  if (status === 404 && !errors)
    return new AdapterError('bad-response', 'Ghost’s API is not there (status 404). Is src the address of the blog?');
  const [{ message = '', context = '' } = {}] = errors ?? [];
  // Liking a comment that is gone violates a foreign key, and an id of the wrong form fails validation.
  const isMissing = /foreign key|failed for id/i.test(`${message} ${context}`);
  const kind = isMissing ? 'not-found' : (KINDS[status] ?? (status >= 500 ? 'unavailable' : 'bad-response'));
  const words = kind === 'not-found' ? message : context || message;
  const retryAfter = Number(headers.get('retry-after')) || undefined;
  return new AdapterError(kind, words || `Ghost responded with status ${status}.`, {
    code: String(status),
    ...(!words && { audience: 'support' as const }),
    ...(status === 422 && { field: 'body' as const }),
    ...(retryAfter !== undefined && { retryAfter }),
  });
}
