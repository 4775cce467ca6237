import { abortable } from '../../model/abortable.js';
import { AdapterError, type CommentsAdapter, type Token, type Viewer } from '../../model/adapter.js';
import { toAdapterError } from '../../model/adapter-error.js';
import { isOfKind } from './errors.js';
import { isRead } from './fetch-text.js';
import { withTimeout } from './tasks.js';

/** The viewer's bearer token (RFC 6750): the requests that carry it, and two methods of the adapter. */
export interface Bearer extends Required<Pick<CommentsAdapter, 'setToken' | 'onViewerChange'>> {
  /**
   * Creates a `fetch` for `createClient` that sends the token. After a refusal it requests a fresh token, once for all requests at the
   * same time, and repeats the request once: a refused request has had no effect. If there is no fresh token, or it is refused as well,
   * a read is repeated without a token, so that an expired session does not make comments unreadable. A write rejects with
   * `session-expired`.
   *
   * A request keeps the token source with which it began. Its responses are not cached.
   *
   * @param fetch Sends the requests. Default: the global `fetch`.
   */
  authorize(fetch?: typeof globalThis.fetch): typeof globalThis.fetch;
  /** Whether requests carry a token that the backend accepts. Undefined before the first response. */
  isSignedIn(): boolean | undefined;
  /** Call this when the viewer has signed in or out with the same token source: calls the listeners with the state `unknown`. */
  viewerChanged(): void;
}

/** A token source and what is known about it. */
interface Session {
  readonly token: Token | undefined;
  /** Whether the backend has accepted a token. Undefined before the first response. */
  isSignedIn?: boolean;
  /** The last token that was refused and could not be replaced. */
  refused?: string | undefined;
  /** The pending request for a fresh token. */
  refresh?: Promise<string> | undefined;
}

/**
 * Sends the viewer's token with requests, and implements `setToken` and `onViewerChange`.
 *
 * ```ts
 * const session = bearer(token);
 * const { request } = createClient({ src, fetch: session.authorize() });
 * const adapter = {
 *   setToken: session.setToken,
 *   onViewerChange: session.onViewerChange,
 *   …
 * ```
 *
 * @param isRefusal Whether a response to a request with a token means that the token is not valid. Default: the status 401.
 */
export function bearer(
  token?: Token,
  isRefusal: (response: Response) => boolean | Promise<boolean> = ({ status }) => status === 401,
): Bearer {
  const listeners = new Set<(viewer: Viewer) => void>();
  let session: Session = { token };

  const viewerChanged = (): void => {
    for (const listener of [...listeners]) listener({ state: 'unknown' });
  };

  return {
    authorize:
      (fetch = globalThis.fetch) =>
      async (url, init = {}) => {
        const mine = session;
        if (!mine.token) return fetch(url, init);
        const canBeAnonymous = isRead(init.method);
        const signal = init.signal ?? new AbortController().signal;

        /** Notes whether requests carry a valid token, and notifies the listeners if that has changed. */
        const identify = (isSignedIn: boolean): void => {
          const hasChanged = mine.isSignedIn === !isSignedIn;
          mine.isSignedIn = isSignedIn;
          if (hasChanged && mine === session) viewerChanged();
        };
        /** Sends the request with a token. Undefined if that is refused. */
        const send = async (value: string): Promise<Response | undefined> => {
          signal.throwIfAborted();
          const headers = { ...init.headers, authorization: `Bearer ${value}` };
          // A response for one viewer must not be shown to the next.
          const response = await fetch(url, { ...init, headers, cache: 'no-store' });
          if (await isRefusal(response)) return undefined;
          mine.refused = undefined;
          identify(true);
          return response;
        };
        const ask = (): Promise<string> => askFor(mine, false, signal, canBeAnonymous);

        const first = await ask();
        if (first && !(canBeAnonymous && first === mine.refused)) {
          const response = await send(first);
          if (response) return response;
          // An earlier request may have been refused, and have refreshed the token since.
          let last = await ask();
          if (last === first) {
            mine.refresh ??= refresh(mine).finally(() => (mine.refresh = undefined));
            last = await abortable(signal, mine.refresh);
          }
          const repeated = last && last !== first && (await send(last));
          if (repeated) return repeated;
          mine.refused = last || first;
        }
        // The text of a signed-in viewer must not become that of a guest. The section has a message for this kind.
        if (!canBeAnonymous && (first || mine.isSignedIn))
          throw new AdapterError('session-expired', '', { code: '401', stored: 'no' });
        identify(false);
        signal.throwIfAborted();
        return fetch(url, init);
      },
    isSignedIn: () => (session.token ? session.isSignedIn : false),
    onViewerChange(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    setToken(next) {
      if (next === session.token) return;
      session = { token: next };
      viewerChanged();
    },
    viewerChanged,
  };
}

/**
 * The viewer that `load` requests. Anonymous if the token is refused, whatever the backend then answers. Without a token, and after it
 * has been refused, `load` is not called.
 */
export async function viewerOf(
  { isSignedIn }: Pick<Bearer, 'isSignedIn'>,
  load: () => Promise<Viewer>,
): Promise<Viewer> {
  try {
    const viewer = isSignedIn() !== false && (await load());
    if (viewer && isSignedIn() !== false) return viewer;
  } catch (thrown) {
    if (isSignedIn() !== false) throw thrown;
  }
  return { state: 'anonymous' };
}

/** How long a page may take for a fresh token, in milliseconds. */
const REFRESH_TIMEOUT = 15_000;

/** A fresh token. It is for several requests, so the abort of one of them does not abort it. */
const refresh = (session: Session): Promise<string> =>
  withTimeout(REFRESH_TIMEOUT, new AbortController().signal, (signal) => askFor(session, true, signal, true));

/** The token of a source; empty if no viewer is signed in. */
async function askFor(
  { token }: Session,
  refresh: boolean,
  signal: AbortSignal,
  canBeAnonymous: boolean,
): Promise<string> {
  let value: string;
  try {
    value = (typeof token === 'function' ? await token({ refresh, signal }) : token) || '';
  } catch (thrown) {
    signal.throwIfAborted();
    if (canBeAnonymous && isOfKind(thrown, 'sign-in-required', 'session-expired')) return '';
    const { kind, message, info } = toAdapterError(thrown);
    throw new AdapterError(kind, message, { stored: 'no', ...info });
  }
  if (/[^\x21-\x7e]/.test(value))
    throw new AdapterError('invalid', 'The token contains characters that an HTTP header cannot carry.', {
      audience: 'developer',
      stored: 'no',
    });
  return value;
}
