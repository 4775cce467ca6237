import { AdapterError, type Call } from '../../model/adapter.js';
import { type Client, type ClientOptions, createClient, type ResponseDecoder } from '../shared/client.js';
import { isOfKind } from '../shared/errors.js';
import type { ClientRequest } from '../shared/response.js';
import { errorDetails, sessionError } from './errors.js';
import { type Post, posts, type Profile, profile, type Thread, thread } from './lexicon.js';
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
  readonly #options: Pick<ClientOptions, 'fetch' | 'timeout' | 'errors'>;
  readonly #appView: Client;
  #session: BlueskySession | undefined;
  #ownServer: Client | undefined;

  constructor({ service = PUBLIC_APP_VIEW, session, fetch, timeout }: BlueskyOptions) {
    this.#options = { fetch, timeout, errors: errorDetails };
    this.#appView = createClient({ ...this.#options, src: service });
    this.session = session;
  }

  get session(): BlueskySession | undefined {
    return this.#session;
  }

  set session(session: BlueskySession | undefined) {
    this.#session = session;
    this.#ownServer = session && createClient({ ...this.#options, ...accessTo(session) });
  }

  /** The session; throws `sign-in-required` if there is none. */
  requireSession(): BlueskySession {
    if (this.#session) return this.#session;
    throw new AdapterError('sign-in-required', 'Sign in with a Bluesky account first.');
  }

  /** The account's own server. Requires a session. */
  get ownServer(): Client {
    this.requireSession();
    return this.#ownServer!;
  }

  /** The post `uri` with its replies down to `depth` and its parents up to `parentHeight`. */
  thread(
    uri: string,
    { depth = MAX_DEPTH, parentHeight = 0 }: { depth?: number | undefined; parentHeight?: number },
    call: Call,
  ): Promise<AppViewResponse<Thread>> {
    const query = { uri, depth, parentHeight };
    return this.query({ path: '/xrpc/app.bsky.feed.getPostThread', query }, call, thread);
  }

  /** Those of the given posts that still exist. Takes at most `MAX_POSTS` ids. */
  async posts(ids: readonly string[], call: Call): Promise<readonly Post[]> {
    // One malformed URI makes the AppView reject the whole request.
    const uris = ids.filter((id) => id.startsWith('at://'));
    if (uris.length === 0) return [];
    return (await this.query({ path: '/xrpc/app.bsky.feed.getPosts', query: { uris } }, call, posts)).value.posts;
  }

  async profile(actor: string, call: Call): Promise<Profile> {
    return (await this.query({ path: '/xrpc/app.bsky.actor.getProfile', query: { actor } }, call, profile)).value;
  }

  /** Queries the AppView, as the account if there is a valid session, else anonymously. */
  async query<T>(request: ClientRequest, call: Call, decode: ResponseDecoder<T>): Promise<AppViewResponse<T>> {
    const { session } = this;
    if (session) {
      try {
        return { value: await this.ownServer.request(request, call, decode), viewer: session.did };
      } catch (error) {
        if (!isOfKind(error, 'session-expired')) throw error;
      }
    }
    return { value: await this.#appView.request(request, call, decode), viewer: undefined };
  }
}

/** The options of the client for the account's own server. */
function accessTo(session: BlueskySession): Pick<ClientOptions, 'src' | 'fetch' | 'headers'> {
  if ('fetchHandler' in session) return { src: '', fetch: handlerOf(session) };
  return { src: session.service, headers: { authorization: `Bearer ${session.accessJwt}` } };
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
