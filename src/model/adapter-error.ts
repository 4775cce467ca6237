import { AdapterError, type DiscussionInfo, type ErrorInfo, type ErrorKind } from './adapter.js';

type Thrown = Partial<Error & { readonly kind: ErrorKind; readonly info: ErrorInfo }>;

/**
 * The beginnings of the messages for a failed `fetch` or `import()`, which differ between Chromium, Firefox and WebKit. They must not
 * match "cannot read properties of undefined (reading 'fetch')", which is a bug.
 */
const NETWORK_FAILURE =
  /^((the )?(network|internet)|(fetch|load) failed|failed to fetch|cannot load|error loading|importing)/i;

/**
 * Turns anything an adapter threw into an `AdapterError`. The contract allows nothing else, but two cases occur in practice: a page
 * that loads a second copy of this package, whose errors are not instances of this class, and an adapter that does not catch errors
 * of `fetch`. Readers see the right message for both.
 *
 * Anything else is an exception, a bug, and its message may contain anything, such as a password. It becomes `unavailable`, with a
 * message for the developer. `origin`: what threw it.
 */
export function toAdapterError(thrown: unknown, origin = 'The adapter'): AdapterError {
  let text = 'something';
  try {
    if (thrown instanceof AdapterError) return thrown;
    const { name, message, kind, info, stack } = Object(thrown) as Thrown;
    text = message === undefined ? String(thrown) : `${name}: ${message}`;
    // Errors of other libraries may have the same name, but no `info`. `instanceof Error` is false for errors from another realm.
    const known =
      name === 'AdapterError'
        ? stack && info && kind
        : name === 'TimeoutError'
          ? 'timeout'
          : name === 'TypeError' && NETWORK_FAILURE.test(message!) && 'network';
    if (known) return new AdapterError(known, message, { cause: thrown, ...info });
  } catch {
    // The thrown object is a proxy, or has an accessor, that throws in turn.
  }
  return new AdapterError('unavailable', `${origin} threw ${text}`, { cause: thrown, audience: 'developer' });
}

/** True if signing in resolves the failure. */
export const needsSignIn = ({ kind }: AdapterError): boolean => /^(sign-in-required|session-expired)$/.test(kind);

/** True if the message of the error is for the developer of the page. */
export const isForDeveloper = ({ kind, info }: AdapterError): boolean =>
  kind === 'bad-response' || info.audience === 'developer';

/**
 * True if `open` or `list` failed because of the set-up of the page. They send no input of readers that could be invalid. After an
 * exception, which is `unavailable`, another attempt may succeed.
 */
export const isSetUpError = (error: AdapterError): boolean =>
  error.kind !== 'unavailable' && (isForDeveloper(error) || /^(invalid|unsupported)$/.test(error.kind));

/**
 * The info that an error implies: some backends report "closed" or "no such discussion" as errors. Undefined for other errors,
 * such as a wrong address in the set-up of the page.
 */
export function infoFromError(error: AdapterError): DiscussionInfo | undefined {
  if (isForDeveloper(error)) return undefined;
  const { kind, info, message } = error;
  const state = kind === 'closed' || kind === 'disabled' ? kind : kind === 'not-found' ? 'missing' : undefined;
  return state && { state, stateMessage: (!info.audience && message) || undefined };
}
