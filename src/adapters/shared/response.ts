import { AdapterError, type Call, type DiscussionInfo, type ErrorInfo, type ErrorKind } from '../../model/adapter.js';
import { isRead, type TextResponse } from './fetch-text.js';
import type { Query } from './urls.js';

/** How the browser sends requests. */
export interface Transport extends Pick<RequestInit, 'credentials' | 'cache'> {
  readonly headers?: Readonly<Record<string, string>> | undefined;
}

/** One request. Every method but `GET` and `HEAD` is a write. */
export interface ClientRequest extends Transport {
  /** Default `GET`. */
  readonly method?: string | undefined;
  /** Begins with a slash. */
  readonly path: string;
  readonly query?: Query | undefined;
  /** Sent as JSON. */
  readonly body?: unknown;
  /** Sends this request. Default: the `fetch` of the client. */
  readonly fetch?: typeof globalThis.fetch | undefined;
}

/** A response whose body has been read. */
export interface ClientResponse extends TextResponse, Pick<Call, 'note'> {
  readonly request: ClientRequest;
  /** The request as error messages name it, such as `POST /comments`. */
  readonly place: string;
  /** The JSON; undefined if there is none, as with the status 204. */
  readonly value: unknown;
}

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
const UNEXPLAINED = /^(unavailable|bad-response|forbidden|invalid)$/;

/**
 * The error that `createClient` throws for a response with an error status. `details` take precedence over the status. Its `cause` names
 * the request, the status and the beginning of the body.
 */
export function responseError(response: ClientResponse, details: ErrorDetails = {}): AdapterError {
  const { status, headers, place, request, text } = response;
  const summary = `${place} returned status ${status}`;
  const { kind = kindOf(response), message, retryAfter: ownRetryAfter, ...info } = details;
  const isForSupport = message === undefined && info.field === undefined && UNEXPLAINED.test(kind);
  const seconds = retryAfter(headers) ?? ownRetryAfter;
  // After any other status, a write may have been stored, which is the default for connection errors.
  const isRefusedWrite = !isRead(request.method) && status >= 400 && status < 500 && status !== 408;
  return new AdapterError(kind, message ?? (isForSupport ? summary : ''), {
    code: String(status),
    cause: new Error(`${summary}: ${text.slice(0, 300)}`),
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

/**
 * The seconds in the header `Retry-After` (RFC 9110, section 10.2.3); undefined if it is absent or unusable. A date is compared with
 * the server's clock, unless CORS hides that.
 */
export function retryAfter(headers: Headers): number | undefined {
  const value = headers.get('retry-after') ?? '';
  if (/^\d+$/.test(value)) return Number(value) || undefined;
  const seconds = (Date.parse(value) - (Date.parse(headers.get('date') ?? '') || Date.now())) / 1000;
  return seconds > 0 ? seconds : undefined;
}

/**
 * The backend's clock at the time of a response, to be spread into `DiscussionInfo`. Read from the header `Date`; `Age` accounts for
 * time in a cache. Empty if the page may not read the header: a backend on another origin has to name both in
 * `Access-Control-Expose-Headers`.
 */
export function serverTime({ headers }: { readonly headers: Headers }): Pick<DiscussionInfo, 'now'> {
  const now = Date.parse(headers.get('date') ?? '') + 1000 * (Number(headers.get('age')) || 0);
  return now > 0 ? { now: new Date(now).toISOString() } : {};
}
