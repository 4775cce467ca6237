import { AdapterError, type ErrorInfo, type ErrorKind } from './adapter.js';

type Thrown = Partial<Error & { readonly kind: ErrorKind; readonly info: ErrorInfo }>;

/**
 * Turns anything an adapter threw into an `AdapterError`. The contract allows nothing else, but two cases happen in
 * practice: a page that loads a second copy of this package, whose errors are not instances of this class, and an
 * adapter that lets errors from `fetch` through. Readers should see the right message for both.
 */
export function toAdapterError(thrown: unknown): AdapterError {
  if (thrown instanceof AdapterError) return thrown;
  // No `instanceof Error`: errors from another realm fail it, and anything can be thrown.
  const { name, message = typeof thrown === 'string' ? thrown : '', kind, info } = Object(thrown) as Thrown;
  if (name === 'AdapterError' && kind) return new AdapterError(kind, message, { cause: thrown, ...info });
  if (name === 'TimeoutError') return new AdapterError('timeout', message, { cause: thrown });
  // Chromium, Firefox and WebKit each word a failed `fetch` differently; all of them mean that no response arrived.
  if (name === 'TypeError' && /fetch|network|load failed/i.test(message))
    return new AdapterError('network', message, { cause: thrown });
  return new AdapterError('unavailable', message, { cause: thrown });
}
