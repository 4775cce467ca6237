import type { Token } from '../../model/adapter.js';
import type { ClientResponse, ErrorDetails } from '../shared/response.js';

/**
 * Interprets a response with an error status. If an account is required, the `token` of the page has been refused, or there is none;
 * `signedInOnly` is the message for readers in that case.
 */
export function errorDetails(
  { status, headers, value }: ClientResponse,
  token: Token | undefined,
  signedInOnly = 'This server shows its conversations only to people who are signed in there.',
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
    return token ? { kind: 'session-expired', message: '' } : { kind: 'sign-in-required', message: signedInOnly };
  if (status === 422 && /character limit/i.test(error ?? '')) return { kind: 'too-long', field: 'body', message };
  // NaN if the instance does not report when the limit ends.
  const seconds = Math.ceil((Date.parse(headers.get('x-ratelimit-reset') ?? '') - Date.now()) / 1000);
  return { message, ...(status === 429 && seconds > 0 && { retryAfter: seconds }) };
}
