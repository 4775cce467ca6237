import { AdapterError } from '../../model/adapter.js';
import { fetchText, type FetchTextOptions } from '../shared/fetch-text.js';
import { parseJson } from '../shared/parse-json.js';
import { id, object } from './decode.js';
import { errorFrom } from './errors.js';
import { Nonce } from './nonce.js';
import type { ApplicationPassword, WordPressOptions } from './options.js';

export interface WordPressRequest {
  /** Default `GET`. */
  readonly method?: 'GET' | 'HEAD' | 'POST' | 'DELETE';
  /** Relative to the address of the API, such as `/wp/v2/comments`. */
  readonly path: string;
  readonly query?: Readonly<Record<string, string | number | undefined>>;
  /** Sent as JSON. */
  readonly body?: object;
}

export interface WordPressResponse {
  /** False for a `HEAD` request. */
  readonly value: unknown;
  /** Number of items in the whole list. NaN if the response is not a list, or if CORS hides its headers. */
  readonly total: number;
  /** ISO 8601: the server's clock. Undefined if CORS hides it. */
  readonly now: string | undefined;
}

/** Sends requests to a REST API, as the user whom the nonce or the application password identifies. */
export class WordPressClient {
  readonly #baseUrl: URL;
  readonly #nonce: Nonce;
  readonly #applicationPassword: ApplicationPassword | undefined;
  readonly #options: Pick<FetchTextOptions, 'fetch' | 'timeout'>;
  /** Id of the account that the section shows, null for a guest. Undefined until the viewer has been loaded. */
  #viewer: string | null | undefined;

  /** Throws `invalid` if `src` is not a URL. */
  constructor({ src, fetch, timeout, nonce, adminAjax, applicationPassword }: WordPressOptions) {
    this.#baseUrl = parseBaseUrl(src);
    this.#options = { fetch, timeout };
    this.#applicationPassword = applicationPassword;
    this.#nonce = new Nonce({
      nonce: applicationPassword ? undefined : nonce,
      adminAjax,
      fetch,
      timeout,
      apiUrl: this.#baseUrl.href,
      loadOwner: (value) => this.#loadOwner(value),
    });
  }

  /** False if every request is sent as a guest. */
  get isSignedIn(): boolean {
    return Boolean(this.#nonce.value ?? this.#applicationPassword);
  }

  /** Names the viewer whom the section shows from now on: the id of the account, or null for a guest. */
  showViewer(accountId: string | null): void {
    this.#viewer = accountId;
  }

  /**
   * Sends a request. If the nonce has expired, WordPress has done nothing, so the request is sent again with a
   * fresh nonce. The fresh nonce may belong to another account, or the session may have ended. A read is then sent
   * again all the same. A write fails with `session-expired`, also if an earlier request has renewed the nonce: it is
   * sent only as the viewer whom the section shows.
   */
  async request(request: WordPressRequest, signal: AbortSignal): Promise<WordPressResponse> {
    const isWrite = !/^(GET|HEAD)$/.test(request.method ?? 'GET');
    // The section has words for it, in the reader's language.
    if (isWrite && !this.#isViewers()) throw new AdapterError('session-expired', '');
    const nonce = this.#nonce.value;
    try {
      return await this.#send(request, signal);
    } catch (error) {
      if (!nonce || !(error instanceof AdapterError) || error.kind !== 'session-expired') throw error;
      try {
        await this.#nonce.renew(nonce);
      } catch {
        throw error;
      }
      if (isWrite && !this.#isViewers()) throw error;
      return this.#send(request, signal);
    }
  }

  /** Whether the nonce belongs to the viewer whom the section shows. */
  #isViewers(): boolean {
    const { owner } = this.#nonce;
    return owner === undefined || owner === this.#viewer;
  }

  async #loadOwner(nonce: string): Promise<string> {
    const request = { path: '/wp/v2/users/me', query: { _fields: 'id' } };
    const init: RequestInit = { credentials: 'include', headers: { 'x-wp-nonce': nonce }, cache: 'no-cache' };
    // Several callers wait for this request, so none of them can abort it.
    const { signal } = new AbortController();
    const response = await fetchText(this.#urlOf(request), init, { ...this.#options, signal });
    if (!response.ok) throw errorFrom(response, request);
    return id(object(parseJson(response.text)), 'id');
  }

  async #send(request: WordPressRequest, signal: AbortSignal): Promise<WordPressResponse> {
    const { method = 'GET', body } = request;
    const init: RequestInit = {
      method,
      ...this.#credentials(body && { 'content-type': 'application/json' }),
      // Cached responses are revalidated: after a write they are out of date.
      cache: 'no-cache',
      ...(body && { body: JSON.stringify(body) }),
    };
    const response = await fetchText(this.#urlOf(request), init, { ...this.#options, signal });
    const value = method === 'HEAD' ? false : parseJson(response.text);
    if (!response.ok || value === undefined) throw errorFrom(response, request);
    const { headers } = response;
    this.#nonce.update(headers);
    const date = headers.get('date');
    return {
      value,
      total: Number(headers.get('x-wp-total') ?? NaN),
      now: date ? new Date(date).toISOString() : undefined,
    };
  }

  #credentials(headers: Readonly<Record<string, string>> = {}): RequestInit {
    const password = this.#applicationPassword;
    if (password) return { credentials: 'omit', headers: { ...headers, authorization: basicAuthorization(password) } };
    const nonce = this.#nonce.value;
    if (nonce) return { credentials: 'include', headers: { ...headers, 'x-wp-nonce': nonce } };
    return { credentials: 'same-origin', headers };
  }

  /** Sites without pretty permalinks take the path in the parameter `rest_route`. */
  #urlOf({ path, query = {} }: WordPressRequest): string {
    const url = new URL(this.#baseUrl);
    const { searchParams } = url;
    const join = (base: string): string => base.replace(/\/+$/, '') + path;
    const route = searchParams.get('rest_route');
    if (route === null) url.pathname = join(url.pathname);
    else searchParams.set('rest_route', join(route));
    for (const [name, value] of Object.entries(query)) if (value !== undefined) searchParams.set(name, String(value));
    return url.href;
  }
}

function parseBaseUrl(src: string): URL {
  // Outside a browser there is no page that a relative URL could refer to.
  const page = globalThis.document?.baseURI;
  if (src && URL.canParse(src, page)) return new URL(src, page);
  throw new AdapterError(
    'invalid',
    `src="${src}" is not a URL: backend="wordpress" needs src="…" with the address of a REST API, such as "https://example.com/wp-json"`,
  );
}

function basicAuthorization({ user, password }: ApplicationPassword): string {
  const bytes = new TextEncoder().encode(`${user}:${password}`);
  return `Basic ${btoa(String.fromCodePoint(...bytes))}`;
}
