import { AdapterError, type Call } from '../../model/adapter.js';
import type { BlueskyOptions, BlueskySession } from './bluesky-options.js';
import type { Post, Profile, Thread } from './lexicon.js';
import { refusal } from './refusal.js';
import { withTimeout } from '../shared/with-timeout.js';

const PUBLIC_SERVICE = 'https://public.api.bsky.app';

/** Most posts that one question may be about. */
export const MOST_POSTS = 25;

/** The deepest thread that may be asked for. */
const WHOLE = 1000;

/** Who an answer was given to. */
export interface Told<T> {
  readonly answer: T;
  /** The account; undefined for everybody. */
  readonly viewer: string | undefined;
}

/** Asks Bluesky's servers: the AppView, or, with the rights to an account, the account's own server, which asks the AppView. */
export class BlueskyClient {
  session: BlueskySession | undefined;
  readonly #service: string;
  readonly #fetch: typeof globalThis.fetch;
  readonly #timeout: { readonly read: number; readonly write: number };
  /** What the handles in discussions stand for. A handle may move to another account, but hardly while a page is open. */
  readonly dids = new Map<string, string>();

  constructor({ service = PUBLIC_SERVICE, session, fetch = globalThis.fetch, timeout }: BlueskyOptions) {
    this.session = session;
    this.#service = withoutSlash(service);
    this.#timeout = { read: 15_000, write: 30_000, ...timeout };
    // Browsers refuse a `fetch` that is called as a method of something else.
    this.#fetch = (address, init) => fetch(address, init);
  }

  /** A thread below `uri`. Who is signed in sees their own votes; once the rights have ended, what everybody sees. */
  thread(uri: string, { depth = WHOLE, parentHeight = 0 }: { depth?: number; parentHeight?: number }, call: Call): Promise<Told<Thread>> {
    const query = new URLSearchParams({ uri, depth: String(depth), parentHeight: String(parentHeight) });
    return this.read<Thread>(`app.bsky.feed.getPostThread?${query}`, call);
  }

  /** Those of so many posts, 25 at the most, that are still there. */
  async posts(ids: readonly string[], call: Call): Promise<readonly Post[]> {
    // Of an id that is no address there is no post, and Bluesky would refuse the whole question.
    const uris = ids.filter((id) => id.startsWith('at://'));
    if (uris.length === 0) return [];
    const query = new URLSearchParams(uris.map((uri) => ['uris', uri]));
    return (await this.read<{ posts: readonly Post[] }>(`app.bsky.feed.getPosts?${query}`, call)).answer.posts;
  }

  async profile(actor: string, call: Call): Promise<Profile> {
    return (await this.read<Profile>(`app.bsky.actor.getProfile?${new URLSearchParams({ actor })}`, call)).answer;
  }

  /** Asks the account's own server: to read something, or, with `input`, to do it. */
  async askOwn<T>(path: string, call: Call, input?: unknown): Promise<T> {
    const { session } = this;
    if (!session) throw new AdapterError('sign-in-required', 'Sign in with a Bluesky account first.');
    const init = { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(input) };
    return this.#ask<T>(session, path, call, input === undefined ? {} : init);
  }

  /** Asks the AppView, with the rights to the account for as long as they last. */
  async read<T>(path: string, call: Call): Promise<Told<T>> {
    const { session } = this;
    if (session) {
      try {
        return { answer: await this.#ask<T>(session, path, call), viewer: session.did };
      } catch (error) {
        if (!(error instanceof AdapterError) || error.kind !== 'session-expired') throw error;
      }
    }
    return { answer: await this.#ask<T>(undefined, path, call), viewer: undefined };
  }

  async #ask<T>(session: BlueskySession | undefined, path: string, { signal }: Call, init: RequestInit = {}): Promise<T> {
    try {
      signal.throwIfAborted();
      const [response, text] = await withTimeout(this.#timeout[init.body ? 'write' : 'read'], signal, async (inner) => {
        const response = await this.#send(session, path, { ...init, signal: inner });
        return [response, await response.text()] as const;
      });
      const body = parsed(text);
      if (!response.ok) throw refusal(response, body);
      if (typeof body === 'object' && body !== null && !Array.isArray(body)) return body as T;
      throw new AdapterError('bad-response', `Bluesky answered "${text.slice(0, 80)}".`);
    } catch (cause) {
      if (signal.aborted) throw signal.reason;
      if (cause instanceof AdapterError) throw cause;
      // What OAuth clients throw when the rights to an account have ended is named so.
      if (cause instanceof Error && /^Token|^OAuth/.test(cause.name)) throw new AdapterError('session-expired', cause.message, { cause });
      throw new AdapterError('network', 'Bluesky could not be reached.', { cause });
    }
  }

  #send(session: BlueskySession | undefined, method: string, init: RequestInit): Promise<Response> {
    const path = `/xrpc/${method}`;
    if (!session) return this.#fetch(this.#service + path, init);
    if ('fetchHandler' in session) return session.fetchHandler(path, init);
    const headers = { ...init.headers, authorization: `Bearer ${session.accessJwt}` };
    return this.#fetch(withoutSlash(session.service) + path, { ...init, headers });
  }
}

const withoutSlash = (address: string): string => address.replace(/\/+$/, '');

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
