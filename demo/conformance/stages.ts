/** Stages for the conformance page: a backend at a URL, or the memory adapter to try the page itself. */
import { memoryAdapter } from '../../src/adapters/memory.js';
import { type Fault, faultyFetch, type Person, type Stage } from '../../src/conformance.js';
import { AdapterError, type CommentsAdapter, type DiscussionRef, type Viewer } from '../../src/index.js';

/** Request time-out of an adapter with a faulty connection, in milliseconds. */
const TIME_LIMIT = 1000;

const createDiscussion = (): DiscussionRef => {
  const key = `conformance-${crypto.getRandomValues(new Uint32Array(3)).join('-')}`;
  return { key, url: new URL(`?discussion=${key}`, location.href).href, title: 'Conformance checks' };
};

export interface Access {
  readonly src: string;
  /** Token of the reader who posts. Empty: the browser's cookie identifies them. */
  readonly token: string;
  /** Token of another reader. */
  readonly other: string;
}

interface HttpOptions {
  readonly src: string;
  readonly fetch?: typeof fetch;
  readonly token?: () => string;
  readonly credentials?: RequestCredentials;
  readonly timeout?: { readonly read: number; readonly write: number };
}

/** Loads the HTTP adapter and returns a function that creates stages at the backend `src`. */
export async function httpStages({ src, token, other }: Access): Promise<() => Stage> {
  const httpAdapter = await loadHttpAdapter();
  const timeout = { read: TIME_LIMIT, write: TIME_LIMIT };
  // Without token and cookies the request is anonymous.
  const person = (whose: string): Partial<HttpOptions> =>
    whose === '' ? {} : { token: () => whose, credentials: 'omit' };
  return () => ({
    discussion: createDiscussion(),
    another: createDiscussion(),
    adapter: httpAdapter({ src, ...person(token) }),
    as: (wanted) => {
      if (wanted === 'other' && other !== '') return httpAdapter({ src, ...person(other) });
      return wanted === 'guest' ? httpAdapter({ src, credentials: 'omit' }) : undefined;
    },
    timeLimit: TIME_LIMIT,
    faulty: (fault: Fault) => httpAdapter({ src, ...person(token), timeout, fetch: faultyFetch(fault) }),
  });
}

async function loadHttpAdapter(): Promise<(options: HttpOptions) => CommentsAdapter> {
  // A computed specifier, so that the page also loads in a version without this adapter.
  const path = '../../src/adapters/http.ts';
  try {
    const { httpAdapter } = (await import(/* @vite-ignore */ path)) as {
      httpAdapter: (options: HttpOptions) => CommentsAdapter;
    };
    return httpAdapter;
  } catch (cause) {
    throw new AdapterError('unsupported', 'This version has no adapter for HTTP backends.', { cause });
  }
}

const viewers: Readonly<Record<Person, Viewer>> = {
  other: { state: 'signed-in', author: { id: 'bo', name: 'Bo' } },
  guest: { state: 'anonymous' },
  moderator: { state: 'signed-in', author: { id: 'mo', name: 'Mo' }, moderator: true },
  banned: { state: 'signed-in', author: { id: 'bad', name: 'Bad' } },
  warned: {
    state: 'signed-in',
    author: { id: 'warned', name: 'Wanda' },
    warning: { id: '1', message: 'Stay on topic.' },
  },
};

/** A stage that needs no server, to try the page itself. */
export function memoryStages(): Stage {
  const discussion = createDiscussion();
  const entries = new Map<string, string>();
  const storage = {
    getItem: (key: string) => entries.get(key) ?? null,
    setItem: (key: string, text: string) => void entries.set(key, text),
  };
  const create = (viewer: Viewer, banned?: { readonly reason: 'banned' }): CommentsAdapter =>
    memoryAdapter({
      storage,
      channel: discussion.key,
      viewer,
      ...(banned && { info: { posting: { refusal: banned } } }),
    });
  return {
    discussion,
    another: createDiscussion(),
    adapter: create({ state: 'signed-in', author: { id: 'ada', name: 'Ada' } }),
    as: (person) => create(viewers[person], person === 'banned' ? { reason: 'banned' } : undefined),
  };
}
