/** The backend example in docs/http-contract.md conforms to the contract, checked through the HTTP adapter. */
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { after, before, describe, it } from 'node:test';
import type { FastifyInstance } from 'fastify';
import { createBackend } from '../../demo/examples/serve-the-contract.mjs';
import { signReaderToken } from '../../demo/examples/sign-reader-token.mjs';
import { httpAdapter } from '../../src/adapters/http.js';
import { faultyFetch, type Stage } from '../../src/conformance.js';
import { declareChecks } from '../conformance/declare-checks.js';
import { all, type Reasons } from '../conformance/expected-outcome.js';
import { leftOut } from './left-out.js';

const secret = 'a secret that publisher and backend share';
const ada = { id: 'u-7', name: 'Ada' };

/** Checks for what the example does not have. */
const absent: Reasons = {
  ...leftOut,
  closed: 'its discussions cannot be closed',
  'replies: include one whose parent is gone': 'its comments stay',
};
const forGuests: Reasons = {
  ...absent,
  ...all(
    [
      'viewer: own comments carry the viewer’s author id',
      'viewer: a guest cannot take the id of a signed-in viewer',
      'submit: rejects a draft by an author who has signed out',
      'submit: rejects a draft whose author is not the caller',
    ],
    'guests have no author id',
  ),
};

/** Request time-out for silent connections, in milliseconds. On a busy machine a response may take longer. */
const LIMIT = 500;

const tokenOf = (reader: Parameters<typeof signReaderToken>[0] | undefined): (() => Promise<string>) => {
  return async () => (reader ? signReaderToken(reader, secret) : '');
};

describe('the example "Serve the contract"', () => {
  let app: FastifyInstance;
  let src: string;

  before(async () => {
    app = await createBackend({ origins: ['http://localhost:8000'], secret });
    src = await app.listen({ port: 0, host: '127.0.0.1' });
  });
  after(() => {
    // Keep-alive connections would delay the shutdown.
    app.server.closeAllConnections();
    return app.close();
  });

  const makeStage = (self: typeof ada | undefined): Stage => {
    const key = randomUUID();
    const token = tokenOf(self);
    const others = { guest: undefined, other: self && { id: 'u-8', name: 'Grace' } };
    return {
      discussion: { key, url: `https://news.example/${key}` },
      another: { key: `${key}-2`, url: 'https://news.example/another' },
      adapter: httpAdapter({ src, token }),
      as: (person) =>
        person === 'guest' || person === 'other' ? httpAdapter({ src, token: tokenOf(others[person]) }) : undefined,
      faulty: (fault) =>
        httpAdapter({
          src,
          token,
          fetch: faultyFetch(fault),
          ...(fault.type === 'silent' && { timeout: { read: LIMIT, write: LIMIT } }),
        }),
      token: (person) => (person === 'other' ? signReaderToken({ id: 'u-8', name: 'Grace' }, secret) : undefined),
      timeLimit: LIMIT,
    };
  };

  it('has at most 100 lines', () => {
    const code = readFileSync(new URL('../../demo/examples/serve-the-contract.mjs', import.meta.url), 'utf8');
    assert.ok(code.split('\n').length <= 100);
  });

  it('takes the viewer and the author from the token, and refuses a token of anybody else', async () => {
    const discussion = { key: randomUUID(), url: 'https://news.example/tokens' };
    const call = { signal: new AbortController().signal };
    const adapter = httpAdapter({ src, token: tokenOf(ada) });
    assert.deepEqual((await adapter.open(discussion, call)).viewer, { state: 'signed-in', author: ada });
    const draft = {
      discussion,
      parentId: null,
      body: 'Hello',
      submitKey: randomUUID(),
      guest: { name: 'Somebody else' },
    };
    assert.deepEqual((await adapter.submit!(draft, call)).comment?.author, ada);
    const forged = await signReaderToken(ada, 'another secret of the same length');
    const other = httpAdapter({ src, token: forged });
    assert.equal((await other.open(discussion, call)).viewer?.state, 'anonymous');
    await assert.rejects(other.submit!({ ...draft, submitKey: randomUUID() }, call), { kind: 'session-expired' });
  });

  for (const [who, self, notApplicable] of [
    ['a guest', undefined, forGuests],
    ['a reader with a token', ada, absent],
  ] as const)
    describe(`for ${who}`, () => {
      declareChecks({ it, run: (check) => check.run(() => makeStage(self)), notApplicable });
    });
});
