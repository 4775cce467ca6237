import { AdapterError, type Author, type Call } from '../../model/adapter.js';
import { type Client, type ClientOptions, createClient } from '../shared/client.js';
import { isOfKind } from '../shared/errors.js';
import type { ClientRequest } from '../shared/response.js';
import { errorDetails, sessionError } from './errors.js';
import { type Post, posts, profile, type Thread, thread } from './lexicon.js';
import { mapProfile } from './mapping.js';
import type { BlueskyOptions, BlueskySession } from './options.js';

const PUBLIC_APP_VIEW = 'https://public.api.bsky.app';

/** The AppView's limit for one request. */
export const MAX_POSTS = 25;

/** The AppView's limit for the depth of a thread. */
const MAX_DEPTH = 1000;

/** Decodes a response of the AppView. `viewer`: the account that it was sent to; undefined if the request was anonymous. */
type AppViewDecoder<T> = (value: unknown, place: string, viewer: string | undefined) => T;

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

  /** Reads the post `uri` with its replies down to `depth` and its parents up to `parentHeight`, and maps them. */
  thread<T>(
    uri: string,
    { depth = MAX_DEPTH, parentHeight = 0 }: { depth?: number | undefined; parentHeight?: number },
    call: Call,
    map: (found: Thread, viewer: string | undefined) => T,
  ): Promise<T> {
    const query = { uri, depth, parentHeight };
    return this.query({ path: '/xrpc/app.bsky.feed.getPostThread', query }, call, (value, place, viewer) =>
      map(thread(value, place), viewer),
    );
  }

  /** Those of the given posts that still exist. Takes at most `MAX_POSTS` ids. */
  async posts(ids: readonly string[], call: Call): Promise<readonly Post[]> {
    // One malformed URI makes the AppView reject the whole request.
    const uris = ids.filter((id) => id.startsWith('at://'));
    if (uris.length === 0) return [];
    const request = { path: '/xrpc/app.bsky.feed.getPosts', query: { uris } };
    return this.query(request, call, (value, place) => posts(value, place).posts);
  }

  profile(actor: string, call: Call): Promise<Author> {
    return this.query({ path: '/xrpc/app.bsky.actor.getProfile', query: { actor } }, call, (value, place) =>
      mapProfile(profile(value, place)),
    );
  }

  /** Queries the AppView, as the account if there is a valid session, else anonymously. */
  async query<T>(request: ClientRequest, call: Call, decode: AppViewDecoder<T>): Promise<T> {
    const { session } = this;
    if (session) {
      try {
        return await this.ownServer.request(request, call, (value, place) => decode(value, place, session.did));
      } catch (error) {
        if (!isOfKind(error, 'session-expired')) throw error;
      }
    }
    return this.#appView.request(request, call, (value, place) => decode(value, place, undefined));
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
