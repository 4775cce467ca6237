import type { AdapterError, ErrorKind } from '../adapter.js';

/** Errors that leave open whether a write was stored, unless the adapter says. */
const UNCERTAIN: readonly ErrorKind[] = ['network', 'timeout', 'unavailable', 'bad-response'];

/** True if a write that failed with this error may be stored at the backend all the same. */
export function mayBeStored({ kind, info }: AdapterError): boolean {
  return (info.stored ?? (UNCERTAIN.includes(kind) ? 'maybe' : 'no')) === 'maybe';
}
