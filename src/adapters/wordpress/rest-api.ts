import { AdapterError } from '../../model/adapter.js';
import { fetched } from './fetched.js';
import { withTimeout } from '../shared/with-timeout.js';

export interface RestApiOptions {
  readonly src: string;
  readonly fetch: typeof fetch;
  readonly nonce?: string | undefined;
  readonly adminAjax?: string | undefined;
  /** Whether `fetch` says who asks. */
  readonly applicationPassword?: object | undefined;
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
  readonly body?: object;
}

export interface Answer {
  readonly value: unknown;
  /** How many there are in all, of a list. */
  readonly total: number;
  /** ISO 8601: the server's clock, where the browser lets it be read, which it does on the same origin. */
  readonly now: string | undefined;
}

/** Who asks, as long as that lasts. */
export interface Session {
  nonce: string | undefined;
  /** One question for all requests that were refused for the same nonce. */
  refreshing?: Promise<void> | undefined;
}

/** The way to one REST API, as whoever the nonce or the application password says. */
export interface RestApi {
  /** Whether anybody could be signed in. */
  isSignedIn(): boolean;
  /**
   * Asks, and asks once more where the nonce had run out: such an answer has done nothing. Where nobody is signed in any more,
   * reading goes on as a guest and writing fails with `session-expired`.
   */
  ask(wanted: Wanted, signal: AbortSignal): Promise<Answer>;
}

/** Throws `invalid` for a `src` that is no http or https address. */
export function restApi(options: RestApiOptions): RestApi {
  const { src, fetch, applicationPassword, timeout } = options;
  const session: Session = { nonce: options.nonce };
  let base: URL;
  try {
    // Outside a browser there is no page for an address to be relative to.
    base = new URL(src || 'http://', globalThis.document?.baseURI);
  } catch {
    throw new AdapterError(
      'invalid',
      `src="${src}" is no address: backend="wordpress" needs src="…" with that of a REST API, such as "https://example.com/wp-json"`,
    );
  }

  /** A site without readable addresses has the path of a request in the parameter `rest_route`. */
  function addressOf({ path, query = {} }: Wanted): string {
    const url = new URL(base);
    const parameters = url.searchParams;
    const below = (start: string): string => start.replace(/\/+$/, '') + path;
    const route = parameters.get('rest_route');
    if (route === null) url.pathname = below(url.pathname);
    else parameters.set('rest_route', below(route));
    for (const [name, value] of Object.entries(query)) if (value !== undefined) parameters.set(name, String(value));
    return url.href;
  }

  async function exchange(wanted: Wanted, signal: AbortSignal): Promise<Answer> {
    const { method, path, body } = wanted;
    const { nonce } = session;
    const asked = async (inner: AbortSignal): Promise<readonly [Response, string]> => {
      const answer = await fetch(addressOf(wanted), {
        method,
        signal: inner,
        credentials: nonce ? 'include' : 'same-origin',
        // A stored answer is asked about each time: after a write it would be wrong.
        cache: 'no-cache',
        headers: { ...(body && { 'content-type': 'application/json' }), ...(nonce && { 'x-wp-nonce': nonce }) },
        body: body && JSON.stringify(body),
      });
      return [answer, await answer.text()];
    };
    const [answer, found] = await withTimeout(timeout[isWrite(wanted) ? 'write' : 'read'], signal, asked).catch((cause: unknown) => {
      signal.throwIfAborted();
      // Offline, refused by CORS, broken off: `fetch` tells none of them apart.
      throw cause instanceof AdapterError ? cause : new AdapterError('network', `${path} came to nothing`, { cause });
    });
    const { ok, headers } = answer;
    let value: unknown;
    try {
      value = ok && method !== 'HEAD' && JSON.parse(found);
    } catch {
      // The same as an answer of nothing.
    }
    if (!ok || value === undefined) throw (await trouble(signal)).failureOf(answer, path, found);
    // WordPress hands out the next nonce long before the last one runs out.
    session.nonce &&= headers.get('x-wp-nonce') ?? session.nonce;
    const date = headers.get('date');
    return {
      value,
      total: Number(headers.get('x-wp-total') ?? NaN),
      now: date ? new Date(date).toISOString() : undefined,
    };
  }

  return {
    isSignedIn: () => Boolean(session.nonce ?? applicationPassword),
    async ask(wanted, signal) {
      const { nonce } = session;
      try {
        return await exchange(wanted, signal);
      } catch (thrown) {
        if (!nonce || (thrown as AdapterError).kind !== 'session-expired') throw thrown;
        await (await trouble(signal)).renew(session, nonce, thrown, { ...options, base: base.href });
        if (!session.nonce && isWrite(wanted)) throw thrown;
        return exchange(wanted, signal);
      }
    },
  };
}

/** What went wrong is read by a part that is fetched then: nobody can say what became of a write before it has been. */
const trouble = (signal: AbortSignal) => fetched(import('./failure.js'), signal, 'maybe');

const isWrite = ({ method = 'GET' }: Wanted): boolean => !/GET|HEAD/.test(method);
