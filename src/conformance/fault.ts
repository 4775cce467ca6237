/** How a line to a backend misbehaves. */

/**
 * - `offline`: no request arrives, and none is answered.
 * - `silent`: no request is ever answered.
 * - `lost-answer`: the first request that is not a GET or HEAD arrives and is carried out, and its answer is lost as if
 *   the line had broken. All other requests go through.
 * - `html-page`: everything is answered with the status 200 and a web page, as a proxy or a sign-in page would.
 * - `empty`: everything is answered with the status 200 and nothing.
 * - `truncated`: answers break off in the middle.
 * - `wrong-types`: everything is answered with the status 200 and JSON that means nothing: a list of numbers.
 * - `server-error`: everything is answered with the status 500 and a web page.
 * - `rate-limited`: everything is answered with the status 429, JSON, and `Retry-After: 7`.
 * - `unknown-status`: comments arrive with a status that nobody has heard of.
 */
export type FaultType =
  | 'offline'
  | 'silent'
  | 'lost-answer'
  | 'html-page'
  | 'empty'
  | 'truncated'
  | 'wrong-types'
  | 'server-error'
  | 'rate-limited'
  | 'unknown-status';

export interface Fault {
  readonly type: FaultType;
  /** To be called with the method (`GET`, `POST`) of each request that the adapter sends. `faultyFetch` does. */
  onRequest(method: string): void;
}

/** Seconds that the fault `rate-limited` asks to wait. */
export const RETRY_AFTER = 7;

/** The status of comments under the fault `unknown-status`. */
export const UNKNOWN_STATUS = 'quarantined';
