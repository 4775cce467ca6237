import { AdapterError, type Call } from '../../model/adapter.js';
import type { ClientRequest, ClientResponse, Transport } from '../shared/response.js';
import { type Client, createClient, type ResponseDecoder } from '../shared/client.js';
import { isOfKind } from '../shared/errors.js';
import { isRead } from '../shared/fetch-text.js';
import { parseUrl, urlBuilder, type UrlBuilder } from '../shared/urls.js';
import { id, object } from './decode.js';
import { errorDetails } from './errors.js';
import { Nonce } from './nonce.js';
import type { ApplicationPassword, WordPressOptions } from './options.js';

/** The number of items in the whole list. Undefined if the response is not a list, or if CORS hides its headers. */
export function totalOf({ headers }: ClientResponse): number | undefined {
  const total = headers.get('x-wp-total');
  return total === null ? undefined : Number(total);
}

/**
 * Sends requests to a REST API, as the user whom the nonce or the application password identifies. Paths are below the address of the
 * API, such as `/wp/v2/comments`.
 */
export class WordPressClient implements Client {
  readonly #client: Client;
  readonly #nonce: Nonce;
  readonly #applicationPassword: ApplicationPassword | undefined;
  /** Id of the account that the section shows, null for a guest. Undefined until the viewer has been loaded. */
  #viewer: string | null | undefined;

  /** Throws `invalid` if `src` is not a URL. */
  constructor({ src, fetch, timeout, nonce, adminAjax, applicationPassword }: WordPressOptions) {
    const baseUrl = parseBaseUrl(src);
    this.#client = createClient({ src: routeBuilder(baseUrl), fetch, timeout, errors: errorDetails });
    this.#applicationPassword = applicationPassword;
    this.#nonce = new Nonce({
      nonce: applicationPassword ? undefined : nonce,
      adminAjax,
      fetch,
      timeout,
      apiUrl: baseUrl.href,
      loadOwner: (value) => this.#loadOwner(value),
    });
  }

  /** False if every request is sent as a guest. */
  get isSignedIn(): boolean {
    return Boolean(this.#nonce.value ?? this.#applicationPassword);
  }

  /** Sets the viewer that the section shows from now on: the id of the account, or null for a guest. */
  showViewer(accountId: string | null): void {
    this.#viewer = accountId;
  }

  /**
   * Sends a request. If the nonce has expired, WordPress has done nothing, so the request is sent again with a
   * fresh nonce. The fresh nonce may belong to another account, or the session may have ended. A read is then still
   * sent again. A write fails with `session-expired`, also if an earlier request has renewed the nonce: it is sent only
   * as the viewer that the section shows.
   */
  async request<T = void>(request: ClientRequest, call: Call, decode?: ResponseDecoder<T>): Promise<T> {
    const isWrite = !isRead(request.method);
    // The section has a message for this kind, in the reader's language.
    if (isWrite && !this.#hasNonceOfViewer()) throw new AdapterError('session-expired', '');
    const nonce = this.#nonce.value;
    try {
      return await this.#send(request, call, decode);
    } catch (error) {
      if (!nonce || !isOfKind(error, 'session-expired')) throw error;
      try {
        await this.#nonce.renew(nonce);
      } catch {
        throw error;
      }
      if (isWrite && !this.#hasNonceOfViewer()) throw error;
      return this.#send(request, call, decode);
    }
  }

  /** Whether the nonce belongs to the viewer that the section shows. */
  #hasNonceOfViewer(): boolean {
    const { owner } = this.#nonce;
    return owner === undefined || owner === this.#viewer;
  }

  #loadOwner(nonce: string): Promise<string> {
    const request = { path: '/wp/v2/users/me', query: { _fields: 'id' }, cache: 'no-cache' as const };
    // Several callers wait for this request, so none of them can abort it.
    const { signal } = new AbortController();
    return this.#client.request({ ...request, ...withNonce(nonce) }, { signal }, (value) => id(object(value), 'id'));
  }

  #send<T>(request: ClientRequest, call: Call, decode?: ResponseDecoder<T>): Promise<T> {
    // Cached responses are revalidated: after a write they are out of date.
    const sent = { ...request, cache: 'no-cache' as const, ...this.#credentials() };
    return this.#client.request(sent, call, (value, place, response) => {
      this.#nonce.update(response.headers);
      return decode?.(value, place, response) as T;
    });
  }

  #credentials(): Transport {
    const password = this.#applicationPassword;
    if (password) return { credentials: 'omit', headers: { authorization: basicAuthorization(password) } };
    const nonce = this.#nonce.value;
    return nonce ? withNonce(nonce) : { credentials: 'same-origin' };
  }
}

const withNonce = (nonce: string): Transport => ({ credentials: 'include', headers: { 'x-wp-nonce': nonce } });

/** Sites without pretty permalinks take the path in the parameter `rest_route`. */
function routeBuilder(base: URL): UrlBuilder {
  const route = base.searchParams.get('rest_route');
  if (route === null) return urlBuilder(base.href);
  return (path, query) => {
    const url = new URL(base);
    url.searchParams.set('rest_route', route.replace(/\/+$/, '') + path);
    return urlBuilder(url.href)('', query);
  };
}

function parseBaseUrl(src: string): URL {
  // Outside a browser there is no page that a relative URL could refer to.
  const url = src ? parseUrl(src, globalThis.document?.baseURI) : undefined;
  if (url) return url;
  throw new AdapterError(
    'invalid',
    `src="${src}" is not a URL: backend="wordpress" needs src="…" with the address of a REST API, such as "https://example.com/wp-json"`,
  );
}

function basicAuthorization({ user, password }: ApplicationPassword): string {
  const bytes = new TextEncoder().encode(`${user}:${password}`);
  return `Basic ${btoa(String.fromCodePoint(...bytes))}`;
}
