import { AdapterError, type ErrorInfo, type ErrorKind } from './adapter.js';

type Thrown = Partial<Error & { readonly kind: ErrorKind; readonly info: ErrorInfo }>;

/**
 * Whatever an adapter threw, as an `AdapterError`. The contract allows nothing else, but a page may hold a second copy of
 * this package, whose errors are no instances of this class, and an adapter written in an afternoon lets the errors of
 * `fetch` through; both deserve the right words on the page.
 */
export function toAdapterError(thrown: unknown): AdapterError {
  if (thrown instanceof AdapterError) return thrown;
  // Read as it comes: an error of another window is no instance of `Error` here, and anything at all can be thrown.
  const { name, message = typeof thrown === 'string' ? thrown : '', kind, info } = Object(thrown) as Thrown;
  if (name === 'AdapterError' && kind) return new AdapterError(kind, message, { cause: thrown, ...info });
  if (name === 'TimeoutError') return new AdapterError('timeout', message, { cause: thrown });
  // Chromium, Firefox and WebKit word a failed `fetch` differently, and all of them mean that there was no answer.
  if (name === 'TypeError' && /fetch|network|load failed/i.test(message)) return new AdapterError('network', message, { cause: thrown });
  return new AdapterError('unavailable', message, { cause: thrown });
}
