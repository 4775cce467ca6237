import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { SignJWT, UnsecuredJWT, generateKeyPair, type JWTPayload } from 'jose';
import { signReaderToken } from '../../demo/examples/sign-reader-token.mjs';
import type { JwtConfig } from '../src/rules/config.js';
import { httpAdapter } from '../../src/adapters/http.js';
import type { SubmitResult } from '../../src/model/adapter.js';
import { expectConsoleError } from '../../test/support/console-error.js';
import { KeyServer } from '../../test/support/demo-server/key-server.js';
import { createPgliteDatabase, type TestDatabase } from '../../test/support/demo-server/pglite-database.js';
import { newKey, createDraft, Reader } from '../../test/support/demo-server/reader.js';
import { onOneDatabase, TestServer } from '../../test/support/demo-server/test-server.js';

const secret = 'a secret that publisher and server share';
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

const mallory = { id: 'mallory', name: 'Mallory', moderator: true };

const sign = (claims: JWTPayload, key = secret, alg = 'HS256', expires = '1h'): Promise<string> =>
  new SignJWT(claims).setProtectedHeader({ alg }).setExpirationTime(expires).sign(bytes(key));

const readerAt = (server: TestServer, token: string): Reader =>
  new Reader(() => server.address, { authorization: `Bearer ${token}` });

onOneDatabase(
  'a token of the publisher',
  (server) => {
    const signedIn = async (reader: Parameters<typeof signReaderToken>[0]): Promise<Reader> =>
      readerAt(server(), await signReaderToken(reader, secret));

    it('identifies the reader by the documented claims', async () => {
      const key = newKey();
      const reader = await signedIn({ id: 'u-7', name: ' Ada \u202eOkafor', badges: ['verified'] });
      const author = { id: 'u-7', name: 'Ada Okafor', badges: ['verified'] };
      assert.deepEqual(await reader.call('GET', '/viewer'), { state: 'signed-in', author });
      const { id, author: shown } = await reader.post(key, 'Hello');
      assert.deepEqual(shown, author);
      await reader.callComment('PATCH', '', key, id, { body: 'Hello again' });
      const other = await signedIn({ id: 'u-8', name: 'Ada Okafor' });
      await other.expectCommentProblem('forbidden', 'PATCH', '', key, id, { body: 'Mine' });
      await other.expectCommentProblem('forbidden', 'PUT', 'pin', key, id, { pinned: true });
    });

    it('makes a reader a moderator if its claim says so', async () => {
      const key = newKey();
      const { id } = await server().guest().post(key, 'Hello');
      const moderator = await signedIn({ id: 'u-1', name: 'Maren Voss', badges: ['moderator'], moderator: true });
      assert.equal((await moderator.open(key)).discussion.viewer?.moderator, true);
      assert.equal((await moderator.callComment('PUT', 'pin', key, id, { pinned: true })).pinned, true);
    });

    it('is sent by the adapter, which requests a new one when it has expired', async () => {
      const asked: boolean[] = [];
      const expired = await sign({ id: 'u-7', name: 'Ada Okafor' }, secret, 'HS256', '1 minute ago');
      const adapter = httpAdapter({
        src: server().address,
        token: async ({ refresh }) => {
          asked.push(refresh);
          return refresh ? signReaderToken({ id: 'u-7', name: 'Ada Okafor' }, secret) : expired;
        },
      });
      const { signal } = new AbortController();
      const info = await adapter.open({ key: newKey(), url: 'https://news.example/' }, { signal });
      assert.equal(info.viewer?.author?.name, 'Ada Okafor');
      assert.ok(asked.includes(true));
    });

    it('cannot be created without the secret', async () => {
      const { privateKey } = await generateKeyPair('RS256');
      const [head, , signature] = (await signReaderToken({ id: 'u-7', name: 'Ada' }, secret)).split('.');
      const claims = Buffer.from(JSON.stringify({ ...mallory, exp: 9_999_999_999 })).toString('base64url');
      const forged = {
        'another secret': await sign(mallory, 'a secret that the server does not know'),
        'no signature': new UnsecuredJWT(mallory).setExpirationTime('1h').encode(),
        'changed claims': `${head}.${claims}.${signature}`,
        'an empty secret': `${head}.${claims}.`,
        'a key of their own': await new SignJWT(mallory)
          .setProtectedHeader({ alg: 'RS256', jku: 'https://evil.example/keys' })
          .setExpirationTime('1h')
          .sign(privateKey),
        'another algorithm': await sign(mallory, secret, 'HS512'),
        'no token': 'moderator',
      };
      for (const [what, token] of Object.entries(forged)) {
        const { code } = await readerAt(server(), token).expectProblem('session-expired', 'GET', '/viewer');
        assert.equal(code, 'token-invalid', what);
      }
    });

    it('is not issued by the demo’s sign-in, which does not exist', async () => {
      const guest = server().guest();
      const body = { person: 'moderator' };
      await guest.expectProblem('not-found', 'POST', '/demo/token', { body });
      await guest.expectProblem('not-found', 'POST', '/demo/approve', { body: { discussion: 'a', id: 'b' } });
      await guest.expectProblem('not-found', 'GET', '/sign-in');
      await guest.expectProblem('not-found', 'POST', '/sign-in', { body });
      const { offers } = await guest.open(newKey());
      assert.deepEqual(offers.signIn, { href: 'https://news.example/login?to={return}' });
      assert.equal(offers.operations.includes('signOut'), false, 'only the publisher can end a session');
      const key = newKey();
      await guest.post(key, 'Hello');
      assert.equal((await guest.open(key)).offers.operations.includes('signOut'), true, 'a guest can be forgotten');
    });

    it('is accepted only in the header, which other sites cannot send', async () => {
      const token = await signReaderToken(mallory, secret);
      const headers = { cookie: `session=${token}`, origin: new URL(server().address).origin };
      assert.deepEqual(await server().guest().call('GET', '/viewer', { headers }), { state: 'anonymous' });
    });

    it('is refused with the name of the invalid claim', async () => {
      const good = { id: 'u-7', name: 'Ada' };
      const cases: readonly (readonly [code: string, claims: JWTPayload])[] = [
        ['token-claim-id', { name: 'Ada' }],
        ['token-claim-id', { ...good, id: 7 }],
        ['token-claim-id', { ...good, id: 'a\0' }],
        ['token-claim-id', { ...good, id: 'x'.repeat(201) }],
        ['token-claim-name', { id: 'u-7' }],
        ['token-claim-name', { ...good, name: ' \u202e ' }],
        ['token-claim-badges', { ...good, badges: 'staff' }],
        ['token-claim-badges', { ...good, badges: ['guest'] }],
        ['token-claim-moderator', { ...good, moderator: 'false' }],
        ['token-claim-moderator', { ...good, moderator: 1 }],
      ];
      for (const [expected, claims] of cases) {
        const reader = readerAt(server(), await sign(claims));
        const { code } = await reader.expectProblem('session-expired', 'GET', '/viewer');
        assert.equal(code, expected, JSON.stringify(claims));
      }
      const endless = await new SignJWT(good).setProtectedHeader({ alg: 'HS256' }).sign(bytes(secret));
      const { code } = await readerAt(server(), endless).expectProblem('session-expired', 'GET', '/viewer');
      assert.equal(code, 'token-claim-exp');
    });

    it('is valid until it expires', async () => {
      const reader = await signedIn({ id: 'u-7', name: 'Ada' });
      const body = createDraft(newKey(), 'Hello');
      server().advanceClock(16);
      const { code } = await reader.expectProblem('session-expired', 'POST', '/comments', { body });
      assert.equal(code, 'token-expired');
    });
  },
  { identities: { kind: 'jwt', key: { secret }, signInUrl: 'https://news.example/login?to={return}' } },
);

onOneDatabase(
  'a token of the publisher in a cookie',
  (server) => {
    it('identifies the reader, and may write only from known origins', async () => {
      const cookie = `sso=${await signReaderToken({ id: 'u-7', name: 'Ada Okafor' }, secret)}`;
      const { origin } = new URL(server().address);
      const guest = server().guest();
      const viewer = await guest.request('GET', '/viewer', { headers: { cookie } });
      assert.match(viewer.text, /"Ada Okafor"/);
      assert.equal(viewer.headers.get('cache-control'), 'private, no-store');
      const body = createDraft(newKey(), 'Hello');
      const foreign: readonly Record<string, string>[] = [{ cookie }, { cookie, origin: 'https://evil.example' }];
      for (const headers of foreign) await guest.expectProblem('forbidden', 'POST', '/comments', { body, headers });
      const { comment } = await guest.call<SubmitResult>('POST', '/comments', { body, headers: { cookie, origin } });
      assert.equal(comment?.author?.id, 'u-7');
    });

    it('lets a reader with an expired token in a cookie read anonymously, and keeps the cookie', async () => {
      const { origin } = new URL(server().address);
      const cookie = `sso=${await sign({ id: 'u-7', name: 'Ada' }, secret, 'HS256', '1 minute ago')}`;
      const guest = server().guest();
      const { text, headers } = await guest.request('GET', '/viewer', { headers: { cookie } });
      assert.deepEqual([JSON.parse(text), headers.get('set-cookie')], [{ state: 'anonymous' }, null]);
      const body = createDraft(newKey(), 'Hello');
      await guest.expectProblem('session-expired', 'POST', '/comments', { body, headers: { cookie, origin } });
    });
  },
  { identities: { kind: 'jwt', key: { secret }, cookie: 'sso' } },
);

describe('a token signed with a key of the publisher', () => {
  let keys: KeyServer;
  let database: TestDatabase;
  let server: TestServer;
  const expected = { issuer: 'https://news.example', audience: 'comments' };

  before(async () => {
    keys = await KeyServer.start();
    database = await createPgliteDatabase();
    const identities: JwtConfig = { kind: 'jwt', key: { jwksUrl: keys.url }, ...expected };
    server = await TestServer.start(database.config, { identities });
  });
  after(async () => {
    await server?.close();
    await database?.drop();
    await keys?.close();
  });

  const viewer = (token: string): Promise<{ readonly state: string }> => readerAt(server, token).call('GET', '/viewer');
  const expectRefused = async (token: string, code: string): Promise<void> => {
    const problem = await readerAt(server, token).expectProblem('session-expired', 'GET', '/viewer');
    assert.equal(problem.code, code);
  };
  const token = (claims: JWTPayload, { alg = 'RS256', kid = 'k1' } = {}): SignJWT =>
    new SignJWT({ ...mallory, iss: expected.issuer, aud: expected.audience, ...claims })
      .setProtectedHeader({ alg, kid })
      .setExpirationTime('1h');

  it('is checked against the public keys and the audience of this server', async () => {
    // The keys are fetched when first needed. Until they are there, nobody is told that a session has expired.
    keys.isUp = false;
    const { privateKey, jwk } = await keys.addKey('RS256', 'k1');
    const valid = await token({}).sign(privateKey);
    const { code } = await expectConsoleError('Failed to verify a token.', () =>
      readerAt(server, valid).expectProblem('unavailable', 'GET', '/viewer'),
    );
    assert.equal(code, 'token-keys');
    keys.isUp = true;
    assert.equal((await viewer(valid)).state, 'signed-in');
    await expectRefused(await token({ aud: 'newsletter' }).sign(privateKey), 'token-claim-aud');
    await expectRefused(await token({ iss: 'https://evil.example' }).sign(privateKey), 'token-claim-iss');
    // The public key as a secret.
    const confused = await token({}, { alg: 'HS256' }).sign(bytes(JSON.stringify(jwk)));
    await expectRefused(confused, 'token-invalid');
    const { privateKey: foreign } = await generateKeyPair('RS256');
    await expectRefused(await token({}).sign(foreign), 'token-invalid');
    const { requests } = keys;
    for (const kid of ['x1', 'x2', 'x3']) await expectRefused(await token({}, { kid }).sign(foreign), 'token-invalid');
    assert.equal(keys.requests, requests, 'tokens with unknown keys do not make the server fetch');
  });
});
