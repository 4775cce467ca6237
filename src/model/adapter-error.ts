import { AdapterError, type DiscussionInfo, type ErrorInfo, type ErrorKind } from './adapter.js';

type Thrown = Partial<Error & { readonly kind: ErrorKind; readonly info: ErrorInfo }>;

/**
 * The beginnings of the messages for a failed `fetch` or `import()`, which differ between Chromium, Firefox and WebKit. They must not
 * match "cannot read properties of undefined (reading 'fetch')", which is a bug.
 */
const NETWORK_FAILURE =
  /^(failed to fetch|fetch failed|load failed|cannot load|network|the (network|internet)|error loading|importing)/i;

/**
 * Turns anything an adapter threw into an `AdapterError`. The contract allows nothing else, but two cases occur in practice: a page
 * that loads a second copy of this package, whose errors are not instances of this class, and an adapter that does not catch errors
 * of `fetch`. Readers see the right message for both.
 */
export function toAdapterError(thrown: unknown): AdapterError {
  if (thrown instanceof AdapterError) return thrown;
  // `instanceof Error` is false for errors from another realm, and anything can be thrown.
  const { name, message = typeof thrown === 'string' ? thrown : '', kind, info } = Object(thrown) as Thrown;
  if (name === 'AdapterError' && kind) return new AdapterError(kind, message, { cause: thrown, ...info });
  if (name === 'TimeoutError') return new AdapterError('timeout', message, { cause: thrown });
  if (name === 'TypeError' && NETWORK_FAILURE.test(message))
    return new AdapterError('network', message, { cause: thrown });
  // This is a bug in the adapter, and its developer needs the stack.
  console.error('article-comments: the adapter threw no AdapterError.', thrown);
  // The message of a plain `Error` may be meant for readers.
  const audience = /.Error/.test(name ?? '') ? 'developer' : undefined;
  return new AdapterError('unavailable', message, { cause: thrown, audience });
}

/** True if signing in resolves the failure. */
export const needsSignIn = ({ kind }: AdapterError): boolean => /^(sign-in-required|session-expired)$/.test(kind);

/** True if the message of the error is for the developer of the page. */
export const isForDeveloper = ({ kind, info }: AdapterError): boolean =>
  kind === 'bad-response' || info.audience === 'developer';

/** True if `open` or `list` failed because of the set-up of the page. They send no input of readers that could be invalid. */
export const isSetUpError = (error: AdapterError): boolean =>
  isForDeveloper(error) || /^(invalid|unsupported)$/.test(error.kind);

/**
 * The info that an error implies: some backends report "closed" or "no such discussion" as errors. Undefined for other errors,
 * such as a wrong address in the set-up of the page.
 */
export function infoFromError(error: AdapterError): DiscussionInfo | undefined {
  if (isSetUpError(error)) return undefined;
  const { kind, message } = error;
  const state = kind === 'closed' || kind === 'disabled' ? kind : kind === 'not-found' ? 'missing' : undefined;
  return state && { state, stateMessage: message || undefined };
}
