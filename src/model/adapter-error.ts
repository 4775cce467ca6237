import { AdapterError, type ErrorKind } from './adapter.js';

/** Kinds after which nobody can say whether a write arrived, unless the adapter does. */
const UNCERTAIN: readonly ErrorKind[] = ['network', 'timeout', 'unavailable', 'bad-response'];

/** True when a write that failed so may be stored at the backend all the same. */
export function mayBeStored(error: AdapterError): boolean {
  return (error.info.stored ?? (UNCERTAIN.includes(error.kind) ? 'maybe' : 'no')) === 'maybe';
}

/**
 * Whatever an adapter threw, as an `AdapterError`. The contract allows nothing else, but a page may hold a second copy of
 * this package, whose errors are no instances of this class, and an adapter written in an afternoon lets the errors of
 * `fetch` through; both deserve the right words on the page.
 */
export function toAdapterError(thrown: unknown): AdapterError {
  if (thrown instanceof AdapterError) return thrown;
  const { name, message } = thrown instanceof Error ? thrown : { name: '', message: String(thrown) };
  if (name === 'AdapterError' && typeof thrown === 'object' && thrown && 'kind' in thrown) {
    const foreign = thrown as AdapterError;
    return new AdapterError(foreign.kind, message, { cause: thrown, ...foreign.info });
  }
  if (name === 'TimeoutError') return new AdapterError('timeout', message, { cause: thrown });
  // Chromium, Firefox and WebKit word a failed `fetch` differently, and all of them mean that there was no answer.
  if (name === 'TypeError' && /fetch|network|load failed/i.test(message)) return new AdapterError('network', message, { cause: thrown });
  return new AdapterError('unavailable', message, { cause: thrown });
}
