import { AdapterError, type DiscussionInfo, type ErrorInfo, type ErrorKind } from './adapter.js';

type Thrown = Partial<Error & { readonly kind: ErrorKind; readonly info: ErrorInfo }>;

/**
 * The beginning of a message that says that no response arrived. Chromium, Firefox and WebKit each word a failed `fetch` or
 * `import()` differently. Not "cannot read properties of undefined (reading 'fetch')", which is a bug.
 */
const NETWORK_FAILURE =
  /^(failed to fetch|fetch failed|load failed|cannot load|network|the (network|internet)|error loading|importing)/i;

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
  if (name === 'TypeError' && NETWORK_FAILURE.test(message))
    return new AdapterError('network', message, { cause: thrown });
  // A bug in the adapter. Whatever readers are told, its developer needs the stack.
  console.error('article-comments: the adapter threw no AdapterError.', thrown);
  // The message of a plain error may be in words for readers.
  const audience = /.Error/.test(name ?? '') ? 'developer' : undefined;
  return new AdapterError('unavailable', message, { cause: thrown, audience });
}

/** True if signing in is the way on from a failure. */
export const needsSignIn = ({ kind }: AdapterError): boolean => /^(sign-in-required|session-expired)$/.test(kind);

/** True if the message of an error is for the developer of the page, and not for its readers. */
export const isForDeveloper = ({ kind, info }: AdapterError): boolean =>
  kind === 'bad-response' || info.audience === 'developer';

/** True if `open` or `list` failed because of the way the page is set up. Readers have entered nothing that could be invalid. */
export const isSetUpError = (error: AdapterError): boolean =>
  isForDeveloper(error) || /^(invalid|unsupported)$/.test(error.kind);

/**
 * What an error reveals about the discussion: some backends answer "closed" or "no such discussion" with one. Undefined if it reveals
 * nothing, as does a wrong address in the set-up of the page.
 */
export function infoFromError(error: AdapterError): DiscussionInfo | undefined {
  if (isSetUpError(error)) return undefined;
  const { kind, message } = error;
  const state = kind === 'closed' || kind === 'disabled' ? kind : kind === 'not-found' ? 'missing' : undefined;
  return state && { state, stateMessage: message || undefined };
}
