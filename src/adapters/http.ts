/** Speaks the contract for a backend of one's own, which the package holds as `article-comments/openapi.yaml`. */
import type { Call, CommentsAdapter, Viewer } from '../model/adapter.js';
import { addressesBelow, webAddress } from './http/address.js';
import type { Opened } from './http/answers.js';
import { until } from './http/deadline.js';
import { fetchLater } from './http/fetch-later.js';
import type { Lines } from './http/keep-line.js';
import { featuresOf, methodsOf, OPTIONAL, UNKNOWN } from './http/offers.js';
import { Opening } from './http/opening.js';
import type { Operations } from './http/operations.js';
import { Requests } from './http/request.js';
import type { TokenSource } from './http/token.js';

export type { TokenCall, TokenSource } from './http/token.js';

export interface HttpOptions {
  /** Base address of the backend, absolute or relative to the page; http or https. Its own parameters go along with every request. */
  readonly src: string;
  /** What sends the requests. Default: the global `fetch`. */
  readonly fetch?: typeof fetch;
  /**
   * The token of whoever reads, sent as `Authorization: Bearer`. It is asked before every request, and for a fresh one when the
   * backend has refused the last. Default: none, and the cookie says who is asking.
   */
  readonly token?: TokenSource;
  /** Whether cookies go along. Default `include`, for which a backend on another origin has to name the page's origin. */
  readonly credentials?: RequestCredentials;
  /** Longest wait for a whole answer, in milliseconds. Default 15,000 for what only reads and 30,000 for all else. */
  readonly timeout?: { readonly read?: number; readonly write?: number };
}

export interface HttpAdapter extends CommentsAdapter {
  /** To be called by a page on which somebody has signed in or out without its being loaded anew: everything is asked for again. */
  viewerChanged(): void;
}

/**
 * Creates the adapter. What it can do becomes known with the first answer to `open`: until then it has `open`, `list`,
 * `submit` and `counts`, and from then on the methods and features that the backend offers. `features` is another object
 * whenever they have changed.
 *
 * `open` and `list` of one moment are answered by one request. Errors are `AdapterError`s: of the kinds that the backend names,
 * `network`, `timeout`, `unavailable` for a status from 500 on without a cause, and `bad-response`, whose message names the
 * place, for what is not as the contract says. A write is never repeated, save with a fresh token after a 401.
 *
 * Throws `invalid` for a `src` that is no http or https address.
 */
export function httpAdapter({ src, fetch, token, timeout, credentials = 'include' }: HttpOptions): HttpAdapter {
  const addressOf = addressesBelow(src);
  const requests = new Requests({
    addressOf,
    // Called as a function of its own: the browser's own refuses to be another object's method.
    fetch: (...request) => (fetch ?? globalThis.fetch)(...request),
    credentials,
    tokens: token && { source: token },
    timeout: { read: timeout?.read ?? 15_000, write: timeout?.write ?? 30_000 },
  });
  const opening = new Opening(requests, learn);
  const viewerListeners = new Set<(viewer: Viewer) => void>();
  /** Where the events of each discussion begin that its last opening does not hold. */
  const positions = new Map<string, string | undefined>();
  /** Takes up every line of events anew, or the one of the given discussion. */
  const lines: Lines = new Set();
  let signInPage = '';
  let offered = '';

  /** The page to sign in at, with the percent-encoded address to come back to. */
  const signInAddress = (back = ''): string | undefined => webAddress(signInPage.replaceAll('{return}', back), addressOf('/'))?.href;

  /** Does by the rest of the adapter what one of its methods is to do. */
  const operation =
    <Name extends keyof Operations>(name: Name) =>
    async (...args: unknown[]): Promise<unknown> => {
      const { signal } = args.at(-1) as Call;
      const { operationsOf } = await until(signal, fetchLater('no'));
      return (operationsOf(requests)[name] as (...all: unknown[]) => Promise<unknown>)(...args);
    };

  const methods: Partial<CommentsAdapter> = {
    counts: async (discussions, { signal }) => (await until(signal, fetchLater())).countsOf(discussions, { requests, addressOf, signal }),
    subscribe({ key }, onChange, { signal }) {
      void fetchLater().then(
        ({ keepLine }) => keepLine({ key, onChange, signal, requests, positions, lines }),
        () => {
          // The file could not be fetched. What cannot be told here can still be asked.
          delete adapter.subscribe;
          if (!signal.aborted) onChange({ type: 'stale' });
        },
      );
    },
    async signIn({ signal }) {
      signal.throwIfAborted();
      return { redirect: signInAddress(encodeURIComponent(globalThis.location?.href ?? ''))! };
    },
    async signOut(call) {
      await operation('signOut')(call);
      for (const begin of lines) begin();
    },
  };

  function learn(key: string, { offers = {}, position }: Opened): void {
    const isNew = !positions.has(key);
    positions.set(key, position);
    if (isNew) for (const begin of lines) begin(key);
    const told = JSON.stringify(offers);
    if (told === offered) return;
    offered = told;
    signInPage = offers.signIn?.href ?? '';
    adapter.features = featuresOf(offers);
    const there = methodsOf(offers);
    for (const name of OPTIONAL) {
      const isThere = there.includes(name) && (name !== 'signIn' || signInAddress());
      if (isThere) Object.assign(adapter, { [name]: methods[name] ?? operation(name as keyof Operations) });
      else delete adapter[name];
    }
  }

  const adapter: HttpAdapter & { features: CommentsAdapter['features'] } = {
    name: 'http',
    features: UNKNOWN,
    open: (discussion, { signal }) => opening.open(discussion, signal),
    list: (query, { signal }) => opening.list(query, signal),
    submit: operation('submit') as Operations['submit'],
    counts: methods.counts,
    onViewerChange(onChange) {
      viewerListeners.add(onChange);
      return () => viewerListeners.delete(onChange);
    },
    viewerChanged() {
      for (const begin of lines) begin();
      for (const listener of [...viewerListeners]) listener({ state: 'unknown' });
    },
  };
  return adapter;
}

/** The adapter as the attributes of an element ask for it: cookies say who is asking. */
export function connect({ src }: { readonly src?: string | undefined; readonly data?: string | undefined }): HttpAdapter {
  return httpAdapter({ src: src ?? '' });
}
