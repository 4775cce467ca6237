import { AdapterError, type ErrorKind } from '../../model/adapter.js';
import type { TextResponse } from '../shared/fetch-text.js';

/** Error names of AT Protocol servers that say more than their status. */
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

const KINDS_BY_STATUS: Readonly<Record<number, ErrorKind>> = {
  400: 'invalid',
  401: 'session-expired',
  403: 'forbidden',
  404: 'not-found',
  413: 'too-long',
  429: 'rate-limited',
};

/** The error for a response with an error status. */
export function errorFrom({ status, headers }: TextResponse, body: unknown): AdapterError {
  const { error: name = '', message = '' } = Object(body) as { readonly error?: string; readonly message?: string };
  // Another server, or another address on this one.
  if (status === 404 && !name)
    return new AdapterError(
      'bad-response',
      'Bluesky’s API is not there (status 404). Is src the address of an AppView?',
    );
  const isTooLong = /(grapheme|string) too big/.test(message);
  // A server that fails says so in its developers' words.
  const isForSupport = !message || status >= 500;
  const retryAfter = Number(headers.get('retry-after')) || secondsUntilReset(headers);
  return new AdapterError(
    isTooLong ? 'too-long' : kindOf(name, status),
    message || `Bluesky responded with status ${status}.`,
    {
      code: name || String(status),
      ...(isForSupport && { audience: 'support' as const }),
      ...(isTooLong && { field: 'body' as const }),
      ...(retryAfter > 0 && { retryAfter }),
    },
  );
}

/** The error for an exception thrown by the client that holds the session; undefined if the session is still valid. */
export function sessionError(cause: unknown): AdapterError | undefined {
  // OAuth clients for Bluesky name their errors `TokenRevokedError`, `TokenRefreshError`, `OAuthResponseError`
  // and so on.
  const isExpired = cause instanceof Error && /^Token|^OAuth/.test(cause.name);
  return isExpired ? new AdapterError('session-expired', cause.message, { cause }) : undefined;
}

function kindOf(name: string, status: number): ErrorKind {
  if (Object.hasOwn(KINDS_BY_NAME, name)) return KINDS_BY_NAME[name]!;
  return KINDS_BY_STATUS[status] ?? (status >= 500 ? 'unavailable' : 'bad-response');
}

/** Negative if the server does not say when the limit ends. */
function secondsUntilReset(headers: Headers): number {
  return Math.ceil(Number(headers.get('ratelimit-reset')) - Date.now() / 1000);
}
