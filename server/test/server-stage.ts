/** A conformance stage that reaches the demo server over HTTP. */
import { httpAdapter, type HttpOptions } from '../../src/adapters/http.js';
import { cookieFetch, faultyFetch, type Person, type Stage } from '../../src/conformance.js';
import type { CommentsAdapter, DiscussionRef } from '../../src/model/adapter.js';
import { changeDiscussion, refByKey } from '../src/discussion/change-discussion.js';
import { isPresent, markRemoved } from '../src/discussion/remove-comment.js';
import { setWarning } from '../src/identity/bans-and-warnings.js';
import { newKey } from '../../test/support/demo-server/reader.js';
import type { TestServer } from '../../test/support/demo-server/test-server.js';

/** The account of each person; guests have none. */
const accounts: Readonly<Record<Exclude<Person, 'guest'> | 'self', string>> = {
  self: 'reader',
  other: 'author',
  moderator: 'moderator',
  banned: 'banned',
  warned: 'author',
};

/** Request time-out in milliseconds. The default is thirty seconds, too long for a test to wait. */
const TIME_LIMIT = 500;

type Identity = Pick<HttpOptions, 'fetch' | 'token'> & { readonly fetch: typeof fetch };

let stages = 0;

/** `self`: whether the reader under test is signed in. */
export async function serverStage(server: TestServer, self: 'signed-in' | 'guest'): Promise<Stage> {
  const src = server.address;
  // The server limits requests per IP address, so each stage has its own.
  const address = `10.${(++stages >> 16) & 255}.${(stages >> 8) & 255}.${stages & 255}`;

  const from = (send: typeof fetch): typeof fetch => {
    return (input, init) => {
      const headers = new Headers(init?.headers);
      headers.set('x-forwarded-for', address);
      return send(input, { ...init, headers });
    };
  };
  const identify = async (person: Person | 'self'): Promise<Identity> => {
    if (person === 'guest' || (person === 'self' && self === 'guest')) return { fetch: from(cookieFetch(src)) };
    const token = await server.token(accounts[person]);
    return { fetch: from(fetch), token: () => token };
  };
  const as = async (person: Person): Promise<CommentsAdapter> => {
    if (person === 'warned') await setWarning(server.store.database, `person:${accounts.warned}`, 'Calm down.');
    return httpAdapter({ src, ...(await identify(person)) });
  };

  const discussion: DiscussionRef = refOf(newKey());
  const setClosed = async (closed: boolean): Promise<void> => {
    const editors = await server.person('moderator');
    await editors.call('PUT', '/discussion/closed', { query: { discussion: discussion.key }, body: { closed } });
  };
  const identity = await identify('self');
  return {
    discussion,
    another: refOf(newKey()),
    adapter: httpAdapter({ src, ...identity }),
    as,
    close: () => setClosed(true),
    reopen: () => setClosed(false),
    decide: (id, decision) =>
      changeDiscussion(server.store, refByKey(discussion.key), async (change) => {
        const comment = await change.find(id);
        if (!isPresent(comment)) throw new Error(`Comment "${id}" is removed already.`);
        await markRemoved(server.store, change, comment, { by: null, as: 'moderator', reason: 'illegal', decision });
      }),
    token: (person) => (person === 'guest' ? undefined : server.token(accounts[person])),
    screened: { held: 'A giveaway for everybody', rejected: 'What a scumbag he is' },
    timeLimit: TIME_LIMIT,
    faulty: (fault) => {
      const timeout = { read: TIME_LIMIT, write: TIME_LIMIT };
      // Only for requests without a response: on a busy machine the others may take longer.
      const isSilent = fault.type === 'silent';
      return httpAdapter({ src, ...identity, fetch: faultyFetch(fault, identity.fetch), ...(isSilent && { timeout }) });
    },
  };
}

const refOf = (key: string): DiscussionRef => ({ key, url: `https://news.example/${key}`, title: 'An article' });
