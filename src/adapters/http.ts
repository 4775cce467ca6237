/** The adapter for your own backend, which implements the contract in `article-comments/openapi.yaml`. */
import type { CommentsAdapter, Token } from '../model/adapter.js';
import { INITIAL_FEATURES, offersOf, OPERATIONS } from './http/capabilities.js';
import { createHttpClient } from './http/client.js';
import { discussionReader, type OpenedDiscussion } from './http/discussion-reader.js';
import { createSubscriptions } from './http/event-subscriptions.js';
import { createUrlBuilder, transportOf } from './http/transport.js';
import { bearer } from './shared/bearer.js';
import type { Connection } from './shared/connection.js';
import { lazily } from './shared/lazily.js';
import { parseWebUrl } from './shared/urls.js';

export type { Token, TokenCall, TokenSource } from '../model/adapter.js';

export interface HttpOptions {
  /**
   * Base URL of the backend, absolute or relative to the page; http or https. Its query parameters are sent with every
   * request.
   */
  readonly src: string;
  /** Sends the requests. Default: the global `fetch`. */
  readonly fetch?: typeof fetch;
  /**
   * The viewer's token, sent as `Authorization: Bearer`. A function is called before every request, and for a fresh token
   * when the backend has refused the last one. Default: none; the cookie identifies the viewer.
   */
  readonly token?: Token | undefined;
  /**
   * Whether cookies are sent. Default `include`; a backend on another origin then has to allow the page's origin by
   * name.
   */
  readonly credentials?: RequestCredentials;
  /** Time limits for a whole response, in milliseconds. Default: 15,000 for reads and 30,000 for writes. */
  readonly timeout?: { readonly read?: number; readonly write?: number };
}

export interface HttpAdapter extends CommentsAdapter {
  /**
   * Sets the token of the viewer, like the option `token`. Another token means another viewer: everything is loaded again.
   * Pending requests keep their token, which is refreshed by the function that returned it.
   */
  setToken(token: Token | undefined): void;
  /** Call this when the viewer has signed in or out without a page load. Everything is loaded again. */
  viewerChanged(): void;
}

/**
 * Creates the adapter. The first response to `open` reports what the backend supports: until then the adapter has `open`,
 * `list`, `submit` and `counts`, and from then on the methods and features that the backend offers. `features` is
 * replaced by a new object whenever it changes.
 *
 * Simultaneous calls of `open` and `list` share one request. Errors are `AdapterError`s of the kinds that the backend
 * names; `network`; `timeout`; `unavailable` for a 5xx status without a cause; and `bad-response` for a response that is not
 * JSON. A write is never repeated, except with a fresh token after a 401. A token that is refused and cannot be renewed is left out of
 * reads.
 *
 * Responses are passed on as the backend has sent them, without members that are null. The section and `DiscussionStore` check and repair
 * them; for calls without them, wrap the adapter in `checkedAdapter` from `article-comments/adapter-kit.js`.
 *
 * Throws `invalid` if `src` is not an http or https URL.
 */
export function httpAdapter({ src, fetch, token, timeout, credentials }: HttpOptions): HttpAdapter {
  const urlOf = createUrlBuilder(src);
  const { authorize, onViewerChange, setToken, viewerChanged } = bearer(token);
  const client = createHttpClient({ urlOf, fetch, transport: transportOf(credentials), authorize, timeout });
  const { subscribe, setPosition } = createSubscriptions(client);
  let signInPage = '';
  let lastOffers: string | undefined = '';

  /** URL of the sign-in page, which leads back to `returnUrl`. Undefined unless it is an http or https URL. */
  const signInUrl = (returnUrl = ''): string | undefined =>
    parseWebUrl(signInPage.replaceAll('{return}', encodeURIComponent(returnUrl)), urlOf('/'))?.href;

  const { submit, ...operations } = lazily(
    async () => (await import('./http/rest.js')).createOperations(client),
    OPERATIONS,
  );
  const { counts } = lazily(async () => (await import('./http/counts.js')).createCounts(client, urlOf), ['counts']);
  /** The methods that a backend need not support. */
  const optionalMethods: Partial<CommentsAdapter> = {
    ...operations,
    counts,
    subscribe,
    async signIn({ signal, returnUrl = globalThis.location?.href }) {
      signal.throwIfAborted();
      return { redirect: signInUrl(returnUrl)! };
    },
  };

  function onOpened(key: string, { offers, position }: OpenedDiscussion): void {
    setPosition(key, typeof position === 'string' ? position : undefined);
    const json = JSON.stringify(offers);
    if (json === lastOffers) return;
    lastOffers = json;
    const { features, methods, signInPage: page } = offersOf(offers);
    signInPage = page;
    adapter.features = features;
    for (const [name, method] of Object.entries(optionalMethods)) {
      const isSupported = name === 'signIn' ? signInPage && signInUrl() : methods.includes(name);
      if (isSupported) Reflect.set(adapter, name, method);
      else Reflect.deleteProperty(adapter, name);
    }
  }

  const adapter: HttpAdapter & { features: CommentsAdapter['features'] } = {
    name: 'http',
    features: INITIAL_FEATURES,
    ...discussionReader(client, onOpened),
    submit,
    counts,
    onViewerChange,
    setToken,
    viewerChanged,
  };
  return adapter;
}

/** Creates the adapter from the settings of an element. Without a `token`, cookies identify the viewer. */
export function connect({ src, token }: Connection): HttpAdapter {
  return httpAdapter({ src: src ?? '', token });
}
