/**
 * The fault of a connection to the backend:
 *
 * - `offline`: every request fails without reaching the backend.
 * - `silent`: no request gets a response.
 * - `lost-response`: the first request other than GET or HEAD is carried out, but its response is lost as if the
 *   connection broke. All other requests succeed.
 * - `html-page`: every response has status 200 and is a web page, as from a proxy or a sign-in page.
 * - `empty`: every response has status 200 and an empty body.
 * - `truncated`: every response is cut off in the middle.
 * - `wrong-types`: every response has status 200 and unrelated JSON, a list of numbers.
 * - `server-error`: every response has status 500 and is a web page.
 * - `rate-limited`: every response has status 429, a JSON body and `Retry-After: 7`.
 * - `unknown-status`: comments arrive with a status that no adapter knows.
 */
export type FaultType =
  | 'offline'
  | 'silent'
  | 'lost-response'
  | 'html-page'
  | 'empty'
  | 'truncated'
  | 'wrong-types'
  | 'server-error'
  | 'rate-limited'
  | 'unknown-status';

export interface Fault {
  readonly type: FaultType;
  /** Must be called with the method (`GET`, `POST`) of each request the adapter sends. `faultyFetch` does so. */
  onRequest(method: string): void;
  /** Called when the fault `unknown-status` has altered a response. `faultyFetch` does so. */
  onAltered?(): void;
}

/** Seconds in the `Retry-After` header of the fault `rate-limited`. */
export const RETRY_AFTER = 7;

/** The status of comments under the fault `unknown-status`. */
export const UNKNOWN_STATUS = 'quarantined';
