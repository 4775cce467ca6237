import { AdapterError } from '../../model/adapter.js';
import { failureOf } from './failure.js';
import { within } from './within.js';

export interface RestApiOptions {
  readonly src: string;
  readonly fetch: typeof fetch;
  readonly nonce?: string | undefined;
  readonly adminAjax?: string | undefined;
  readonly applicationPassword?: { readonly user: string; readonly password: string } | undefined;
  /** Longest wait for a whole answer, in milliseconds. */
  readonly timeout: { readonly read: number; readonly write: number };
}

export interface Wanted {
  /** Default `GET`. */
  readonly method?: 'GET' | 'HEAD' | 'POST' | 'DELETE';
  /** Below the base address, such as `/wp/v2/comments`. */
  readonly path: string;
  readonly query?: Readonly<Record<string, string | number | undefined>>;
  /** For what changes something. */
  readonly body?: unknown;
}

export interface Answer {
  readonly value: unknown;
  /** How many there are in all, of a list. */
  readonly total: number;
  /** ISO 8601: the server's clock, where the browser lets it be read, which it does on the same origin. */
  readonly now: string | undefined;
}

/** The way to one REST API, as whoever the nonce or the application password says. */
export class RestApi {
  readonly #options: RestApiOptions;
  readonly #base: URL;
  #nonce: string | undefined;
  /** One question for all requests that were refused for the same nonce. */
  #refreshing: Promise<void> | undefined;

  /** Throws `invalid` for a `src` that is no http or https address. */
  constructor(options: RestApiOptions) {
    const { src, nonce } = options;
    this.#options = options;
    this.#nonce = nonce;
    try {
      // Outside a browser there is no page for an address to be relative to.
      this.#base = new URL(src, globalThis.document?.baseURI);
    } catch {
      throw new AdapterError('invalid', `src="${src}" is no address: give that of the REST API, such as https://example.com/wp-json`);
    }
  }

  /** Whether anybody could be signed in. */
  get isSignedIn(): boolean {
    return (this.#nonce ?? this.#options.applicationPassword) !== undefined;
  }

  /**
   * Asks, and asks once more where the nonce had run out: such an answer has done nothing. Where nobody is signed in any more,
   * reading goes on as a guest and writing fails with `session-expired`.
   */
  async ask(wanted: Wanted, signal: AbortSignal): Promise<Answer> {
    const nonce = this.#nonce;
    try {
      return await this.#exchange(wanted, signal);
    } catch (thrown) {
      if (nonce === undefined || (thrown as AdapterError).kind !== 'session-expired') throw thrown;
      // Who cannot ask for another nonce has no way to say who they are.
      if (nonce === this.#nonce) await (this.#refreshing ??= this.#refresh()).catch(() => Promise.reject(thrown as AdapterError));
      if (this.#nonce === undefined && isWrite(wanted)) throw thrown;
      return this.#exchange(wanted, signal);
    }
  }

  async #exchange(wanted: Wanted, signal: AbortSignal): Promise<Answer> {
    const { method, path, body } = wanted;
    const { fetch, applicationPassword, timeout } = this.#options;
    const exchange = async (inner: AbortSignal): Promise<readonly [Response, string]> => {
      const answer = await fetch(this.#addressOf(wanted), {
        method,
        signal: inner,
        credentials: applicationPassword ? 'omit' : this.#nonce ? 'include' : 'same-origin',
        // A stored answer is asked about each time: after a write it would be wrong.
        cache: 'no-cache',
        headers: {
          ...(body !== undefined && { 'content-type': 'application/json' }),
          ...(applicationPassword
            ? { authorization: `Basic ${base64(`${applicationPassword.user}:${applicationPassword.password}`)}` }
            : this.#nonce && { 'x-wp-nonce': this.#nonce }),
        },
        body: body && JSON.stringify(body),
      } as RequestInit);
      return [answer, await answer.text()];
    };
    const [answer, found] = await within(timeout[isWrite(wanted) ? 'write' : 'read'], signal, exchange).catch((cause: unknown) => {
      signal.throwIfAborted();
      // Offline, refused by CORS, broken off: `fetch` tells none of them apart.
      throw cause instanceof AdapterError ? cause : new AdapterError('network', `${path} came to nothing`, { cause });
    });
    const { status, ok, headers } = answer;
    if (!ok) throw failureOf(status, found, headers.get('retry-after'));
    // WordPress hands out the next nonce long before the last one runs out.
    this.#nonce &&= headers.get('x-wp-nonce') ?? this.#nonce;
    const date = headers.get('date');
    try {
      return {
        value: method === 'HEAD' ? undefined : JSON.parse(found),
        total: Number(headers.get('x-wp-total') ?? NaN),
        now: date ? new Date(date).toISOString() : undefined,
      };
    } catch (cause) {
      throw new AdapterError('bad-response', `${path} was answered with what is no JSON: ${found.slice(0, 40)}`, { cause });
    }
  }

  /** A site without readable addresses has the path of a request in the parameter `rest_route`. */
  #addressOf({ path, query = {} }: Wanted): string {
    const url = new URL(this.#base);
    const parameters = url.searchParams;
    const below = (start: string): string => start.replace(/\/+$/, '') + path;
    const route = parameters.get('rest_route');
    if (route === null) url.pathname = below(url.pathname);
    else parameters.set('rest_route', below(route));
    for (const [name, value] of Object.entries(query)) if (value !== undefined) parameters.set(name, String(value));
    return url.href;
  }

  /** Asks for a nonce by the cookie; where that names nobody, there is none from now on. */
  async #refresh(): Promise<void> {
    const { fetch, adminAjax, timeout } = this.#options;
    try {
      const address = adminAjax ?? this.#base.href.replace(/(\/wp-json|\/index\.php)?\/?(\?.*)?$/, '/wp-admin/admin-ajax.php');
      const answer = await fetch(`${address}?action=rest-nonce`, {
        credentials: 'include',
        signal: AbortSignal.timeout(timeout.read),
      });
      const [nonce] = /^[\da-z]{8,}$/i.exec(await answer.text()) ?? [];
      this.#nonce = answer.ok ? nonce : undefined;
    } finally {
      this.#refreshing = undefined;
    }
  }
}

const isWrite = ({ method = 'GET' }: Wanted): boolean => !/GET|HEAD/.test(method);

const base64 = (text: string): string => btoa(String.fromCodePoint(...new TextEncoder().encode(text)));
