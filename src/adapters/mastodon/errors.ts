import type { ClientResponse, ErrorDetails } from '../shared/response.js';

interface ErrorContext {
  /** Whether the request carried a token. */
  readonly hasToken: boolean;
  /** The message for readers if the request requires one. */
  readonly signedInOnly: string | undefined;
}

/** Interprets a response with an error status. */
export function errorDetails(
  { status, headers, value }: ClientResponse,
  {
    hasToken,
    signedInOnly = 'This server shows its conversations only to people who are signed in there.',
  }: ErrorContext,
): ErrorDetails {
  const { error } = Object(value) as { readonly error?: string };
  // Another server, or another address on this one.
  if (status === 404 && !error)
    return {
      kind: 'bad-response',
      message: 'Mastodon’s API is not there (status 404). Is src the address of an instance?',
    };
  // Mastodon names what is invalid. snac responds to unknown requests without a message.
  if (status === 422 && !error) return { kind: 'unsupported', message: '' };
  const message = error || undefined;
  if (status === 401)
    return hasToken ? { kind: 'session-expired', message } : { kind: 'sign-in-required', message: signedInOnly };
  if (status === 422 && /character limit/i.test(error ?? '')) return { kind: 'too-long', field: 'body', message };
  const seconds = status === 429 ? secondsUntilReset(headers) : 0;
  return { message, ...(seconds > 0 && { retryAfter: seconds }) };
}

/** NaN if the instance does not report when the limit ends. */
function secondsUntilReset(headers: Headers): number {
  return Math.ceil((Date.parse(headers.get('x-ratelimit-reset') ?? '') - Date.now()) / 1000);
}
