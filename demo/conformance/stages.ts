/** What the page of checks runs them against: the backend at an address, or the memory adapter for trying the page out. */
import { createMemoryAdapter } from '../../src/adapters/memory.js';
import { type Fault, faultyFetch, type Person, type Stage } from '../../src/conformance.js';
import { AdapterError, type CommentsAdapter, type DiscussionRef, type Viewer } from '../../src/index.js';

/** Milliseconds for which an adapter with a bad line waits. */
const TIME_LIMIT = 1000;

const fresh = (): DiscussionRef => {
  const key = `conformance-${crypto.getRandomValues(new Uint32Array(3)).join('-')}`;
  return { key, url: new URL(`?discussion=${key}`, location.href).href, title: 'A discussion for checks' };
};

export interface Access {
  readonly src: string;
  /** Of whoever posts, and of somebody else. Empty: the browser's cookie says who it is. */
  readonly token: string;
  readonly other: string;
}

interface HttpOptions {
  readonly src: string;
  readonly fetch?: typeof fetch;
  readonly token?: () => string;
  readonly credentials?: RequestCredentials;
  readonly timeout?: { readonly read: number; readonly write: number };
}

/** Makes stages at the backend behind `src`; the adapter is fetched once, when the first is wanted. */
export async function httpStages({ src, token, other }: Access): Promise<() => Stage> {
  const httpAdapter = await loadHttpAdapter();
  const timeout = { read: TIME_LIMIT, write: TIME_LIMIT };
  // Without a token and without cookies nobody is signed in.
  const person = (whose: string): Partial<HttpOptions> => (whose === '' ? {} : { token: () => whose, credentials: 'omit' });
  return () => ({
    discussion: fresh(),
    another: fresh(),
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
  // Named at run time, so that this page works in a version without it.
  const path = '../../src/adapters/http.ts';
  try {
    const { httpAdapter } = (await import(/* @vite-ignore */ path)) as { httpAdapter: (options: HttpOptions) => CommentsAdapter };
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
};

/** Stages in this page, for looking at the page itself. */
export function memoryStages(): Stage {
  const discussion = fresh();
  const entries = new Map<string, string>();
  const storage = {
    getItem: (key: string) => entries.get(key) ?? null,
    setItem: (key: string, text: string) => void entries.set(key, text),
  };
  const create = (viewer: Viewer, banned?: { readonly reason: 'banned' }): CommentsAdapter =>
    createMemoryAdapter({
      storage,
      channel: discussion.key,
      viewer,
      ...(banned && { info: { posting: { refusal: banned } } }),
    });
  return {
    discussion,
    another: fresh(),
    adapter: create({ state: 'signed-in', author: { id: 'ada', name: 'Ada' } }),
    as: (person) => create(viewers[person], person === 'banned' ? { reason: 'banned' } : undefined),
  };
}
