import { AdapterError, type ErrorKind } from '../../model/adapter.js';
import type { ClientResponse, ErrorDetails } from '../shared/response.js';

/** Error names of AT Protocol servers that are more specific than their status. */
const KINDS_BY_NAME: Readonly<Record<string, ErrorKind>> = {
  NotFound: 'not-found',
  RecordNotFound: 'not-found',
  InvalidSwap: 'conflict',
  AuthMissing: 'sign-in-required',
  ExpiredToken: 'session-expired',
  InvalidToken: 'session-expired',
  AccountTakedown: 'blocked',
  AccountDeactivated: 'blocked',
  BlockedActor: 'blocked',
  BlockedByActor: 'blocked',
};

/** Interprets a response of an AT Protocol server with an error status. */
export function errorDetails({ status, headers, value }: ClientResponse): ErrorDetails {
  const { error: name = '', message = '' } = Object(value) as { readonly error?: string; readonly message?: string };
  // Another server, or another address on this one.
  if (status === 404 && !name)
    return {
      kind: 'bad-response',
      message: 'Bluesky’s API is not there (status 404). Is src the address of an AppView?',
    };
  const isTooLong = /(grapheme|string) too big/.test(message);
  const seconds = secondsUntilReset(headers);
  return {
    kind: isTooLong ? 'too-long' : kindOf(name, status),
    message: message || undefined,
    code: name || String(status),
    // The message of a failing server is for developers.
    ...(status >= 500 && { audience: 'support' }),
    ...(isTooLong && { field: 'body' }),
    ...(seconds > 0 && { retryAfter: seconds }),
  };
}

/** The error for an exception thrown by the client that holds the session; undefined if the session is still valid. */
export function sessionError(cause: unknown): AdapterError | undefined {
  // OAuth clients for Bluesky name their errors `TokenRevokedError`, `TokenRefreshError`, `OAuthResponseError`
  // and so on.
  const isExpired = cause instanceof Error && /^Token|^OAuth/.test(cause.name);
  return isExpired ? new AdapterError('session-expired', '', { cause }) : undefined;
}

function kindOf(name: string, status: number): ErrorKind | undefined {
  if (Object.hasOwn(KINDS_BY_NAME, name)) return KINDS_BY_NAME[name];
  return status === 401 ? 'session-expired' : undefined;
}

/** Negative if the server does not report when the limit ends. */
function secondsUntilReset(headers: Headers): number {
  return Math.ceil(Number(headers.get('ratelimit-reset')) - Date.now() / 1000);
}
