import { AdapterError, type ErrorKind } from '../../model/adapter.js';
import type { TextResponse } from '../shared/fetch-text.js';

const KINDS: Readonly<Record<number, ErrorKind>> = {
  400: 'invalid',
  403: 'forbidden',
  404: 'not-found',
  410: 'not-found',
  413: 'too-long',
  422: 'invalid',
  429: 'rate-limited',
};

/** The error for a response with an error status. `hasToken`: whether the request carried a token. */
export function errorFrom(
  { status, headers }: TextResponse,
  body: unknown,
  { hasToken }: { readonly hasToken: boolean },
): AdapterError {
  const { error = '' } = Object(body) as { readonly error?: string };
  // Another server, or another address on this one.
  if (status === 404 && !error)
    return new AdapterError(
      'bad-response',
      'Mastodon’s API is not there (status 404). Is src the address of an instance?',
    );
  // Mastodon says what is invalid. snac responds so to requests that it does not know.
  if (status === 422 && !error) return new AdapterError('unsupported', '', { code: '422' });
  const isTooLong = status === 422 && /character limit/i.test(error);
  const retryAfter = Number(headers.get('retry-after')) || (status === 429 ? secondsUntilReset(headers) : 0);
  return new AdapterError(
    isTooLong ? 'too-long' : kindOf(status, hasToken),
    error || `Mastodon responded with status ${status}.`,
    {
      code: String(status),
      ...(!error && { audience: 'support' as const }),
      ...(isTooLong && { field: 'body' as const }),
      ...(retryAfter > 0 && { retryAfter }),
    },
  );
}

function kindOf(status: number, hasToken: boolean): ErrorKind {
  if (status === 401) return hasToken ? 'session-expired' : 'sign-in-required';
  return KINDS[status] ?? (status >= 500 ? 'unavailable' : 'bad-response');
}

/** NaN if the instance does not say when the limit ends. */
function secondsUntilReset(headers: Headers): number {
  return Math.ceil((Date.parse(headers.get('x-ratelimit-reset') ?? '') - Date.now()) / 1000);
}
