import { AdapterError, type ErrorKind } from '../../model/adapter.js';

/** The error names of Bluesky's servers that say more than their status. */
const kinds: Readonly<Record<string, ErrorKind>> = {
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

const kindOf = (status: number): ErrorKind => {
  switch (status) {
    case 400:
      return 'invalid';
    case 401:
      return 'session-expired';
    case 403:
      return 'forbidden';
    case 404:
      return 'not-found';
    case 413:
      return 'too-long';
    case 429:
      return 'rate-limited';
    default:
      return status >= 500 ? 'unavailable' : 'bad-response';
  }
};

/** The refusal of a server, as the reader can act on it. */
export function refusal(response: Response, body: unknown): AdapterError {
  const { error = '', message = '' } = Object(body) as { error?: string; message?: string };
  const isTooLong = /(grapheme|string) too big/.test(message);
  const { headers } = response;
  const retryAfter = Number(headers.get('retry-after')) || Math.ceil(Number(headers.get('ratelimit-reset')) - Date.now() / 1000);
  return new AdapterError(
    isTooLong ? 'too-long' : Object.hasOwn(kinds, error) ? (kinds[error] as ErrorKind) : kindOf(response.status),
    message || `Bluesky answered with the status ${response.status}.`,
    {
      code: error || String(response.status),
      ...(isTooLong && { field: 'body' as const }),
      ...(retryAfter > 0 && { retryAfter }),
    },
  );
}
