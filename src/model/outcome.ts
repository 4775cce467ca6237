import type { AdapterError, ErrorKind } from './adapter.js';

/** How a user's request ended. `aborted`: the session ended before the response arrived. */
export type Outcome<T> =
  | { readonly type: 'done'; readonly value: T }
  | { readonly type: 'failed'; readonly error: AdapterError }
  | { readonly type: 'aborted' };

/** Errors that leave open whether a write was stored, unless the adapter reports it. */
const UNCERTAIN: readonly ErrorKind[] = ['network', 'timeout', 'unavailable', 'bad-response'];

/** True if a write that failed with this error may be stored at the backend anyway. */
export function mayBeStored({ kind, info }: AdapterError): boolean {
  return (info.stored ?? (UNCERTAIN.includes(kind) ? 'maybe' : 'no')) === 'maybe';
}
