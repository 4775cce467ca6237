import { AdapterError, type ErrorInfo, type ErrorKind } from '../../model/adapter.js';
import type { ClientResponse } from './client-response.js';
import { isRead } from './fetch-text.js';
import { retryAfter } from './retry-after.js';

/** The details of an error response that an adapter knows. Omitted details follow from the status. */
export interface ErrorDetails extends ErrorInfo {
  /** Default: by the status; `bad-response` for a 404 that is not JSON, because it comes from another server. */
  readonly kind?: ErrorKind | undefined;
  /**
   * A sentence for readers; empty if the section's own message for the kind suffices. Default: empty for the kinds that explain
   * themselves, otherwise the status, for support.
   */
  readonly message?: string | undefined;
}

const KINDS: Readonly<Record<number, ErrorKind>> = {
  400: 'invalid',
  401: 'sign-in-required',
  403: 'forbidden',
  404: 'not-found',
  408: 'timeout',
  409: 'conflict',
  410: 'not-found',
  413: 'too-long',
  422: 'invalid',
  429: 'rate-limited',
};

/** Kinds whose cause is unclear without the status. */
const UNEXPLAINED: readonly ErrorKind[] = ['unavailable', 'bad-response', 'forbidden', 'invalid'];

/** The error that `createClient` throws for a response with an error status. `details` take precedence over the status. */
export function responseError(response: ClientResponse, details: ErrorDetails = {}): AdapterError {
  const { status, headers, place, request } = response;
  const { kind = kindOf(response), message, retryAfter: ownRetryAfter, ...info } = details;
  const isForSupport = message === undefined && info.field === undefined && UNEXPLAINED.includes(kind);
  const seconds = retryAfter(headers) ?? ownRetryAfter;
  // After any other status, a write may have been stored, which is the default for connection errors.
  const isRefusedWrite = !isRead(request.method) && status >= 400 && status < 500 && status !== 408;
  return new AdapterError(kind, message ?? (isForSupport ? `${place} returned status ${status}` : ''), {
    code: String(status),
    ...(isForSupport && { audience: 'support' as const }),
    ...(seconds !== undefined && { retryAfter: seconds }),
    ...(isRefusedWrite && { stored: 'no' as const }),
    ...info,
  });
}

function kindOf({ status, value }: ClientResponse): ErrorKind {
  if (status >= 500) return 'unavailable';
  if (status === 404 && value === undefined) return 'bad-response';
  return KINDS[status] ?? 'bad-response';
}
