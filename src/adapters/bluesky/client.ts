import { AdapterError, type Call } from '../../model/adapter.js';
import { type Client, createClient, type ResponseDecoder } from '../shared/client.js';
import { record } from '../shared/decoders.js';
import { isOfKind } from '../shared/errors.js';
import { errorDetails, sessionError } from './errors.js';
import type { Post, Profile, Thread } from './lexicon.js';
import type { BlueskyOptions, BlueskySession } from './options.js';

const PUBLIC_APP_VIEW = 'https://public.api.bsky.app';

/** The AppView's limit for one request. */
export const MAX_POSTS = 25;

/** The AppView's limit for the depth of a thread. */
const MAX_DEPTH = 1000;

/** A response of the AppView. */
export interface AppViewResponse<T> {
  readonly value: T;
  /** The account that it was sent to; undefined if the request was anonymous. */
  readonly viewer: string | undefined;
}

/**
 * Sends requests to the AppView and, with a session, to the account's own server, which forwards requests to
 * the AppView.
 */
export class BlueskyClient {
  session: BlueskySession | undefined;
  readonly #service: string;
  readonly #options: Pick<BlueskyOptions, 'fetch' | 'timeout'>;

  constructor({ service = PUBLIC_APP_VIEW, session, fetch, timeout }: BlueskyOptions) {
    this.session = session;
    this.#service = service;
    this.#options = { fetch, timeout };
  }

  /** The session; throws `sign-in-required` if there is none. */
  requireSession(): BlueskySession {
    if (this.session) return this.session;
    throw new AdapterError('sign-in-required', 'Sign in with a Bluesky account first.');
  }

  /** The post `uri` with its replies down to `depth` and its parents up to `parentHeight`. */
  thread(
    uri: string,
    { depth = MAX_DEPTH, parentHeight = 0 }: { depth?: number | undefined; parentHeight?: number },
    call: Call,
  ): Promise<AppViewResponse<Thread>> {
    const query = new URLSearchParams({ uri, depth: String(depth), parentHeight: String(parentHeight) });
    return this.query<Thread>(`app.bsky.feed.getPostThread?${query}`, call);
  }

  /** Those of the given posts that still exist. Takes at most `MAX_POSTS` ids. */
  async posts(ids: readonly string[], call: Call): Promise<readonly Post[]> {
    // One malformed URI makes the AppView reject the whole request.
    const uris = ids.filter((id) => id.startsWith('at://'));
    if (uris.length === 0) return [];
    const query = new URLSearchParams(uris.map((uri) => ['uris', uri]));
    return (await this.query<{ posts: readonly Post[] }>(`app.bsky.feed.getPosts?${query}`, call)).value.posts;
  }

  async profile(actor: string, call: Call): Promise<Profile> {
    return (await this.query<Profile>(`app.bsky.actor.getProfile?${new URLSearchParams({ actor })}`, call)).value;
  }

  /** Queries the AppView, as the account if there is a valid session, else anonymously. */
  async query<T>(path: string, call: Call): Promise<AppViewResponse<T>> {
    const { session } = this;
    if (session) {
      try {
        return { value: await this.#request<T>(session, path, call), viewer: session.did };
      } catch (error) {
        if (!isOfKind(error, 'session-expired')) throw error;
      }
    }
    return { value: await this.#request<T>(undefined, path, call), viewer: undefined };
  }

  /** Queries the account's own server. Requires a session. */
  async queryOwnServer<T>(path: string, call: Call): Promise<T> {
    return this.#request<T>(this.requireSession(), path, call);
  }

  /** Calls a procedure of the account's own server. Requires a session. */
  async callOwnServer<T>(path: string, input: object, call: Call): Promise<T> {
    return this.#request<T>(this.requireSession(), path, call, input);
  }

  #request<T>(session: BlueskySession | undefined, path: string, call: Call, body?: object): Promise<T> {
    const request = { method: body ? 'POST' : 'GET', path: `/xrpc/${path}`, body };
    return this.#clientFor(session).request(request, call, record as ResponseDecoder<T>);
  }

  /** The client for the account's own server, or without a session for the AppView. */
  #clientFor(session: BlueskySession | undefined): Client {
    const { fetch, timeout } = this.#options;
    const options = { fetch, timeout, errors: errorDetails };
    if (!session) return createClient({ ...options, src: this.#service });
    if ('fetchHandler' in session) return createClient({ ...options, src: '', fetch: handlerOf(session) });
    const headers = { authorization: `Bearer ${session.accessJwt}` };
    return createClient({ ...options, src: session.service, headers });
  }
}

/** The `fetch` of a session whose client knows the account's server, and refreshes its tokens. */
function handlerOf({ fetchHandler }: Extract<BlueskySession, { fetchHandler: unknown }>): typeof globalThis.fetch {
  return async (path, init) => {
    try {
      return await fetchHandler(path as string, init);
    } catch (cause) {
      throw sessionError(cause) ?? cause;
    }
  };
}
