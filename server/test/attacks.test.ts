/** Attacks on the server, one test for each. */
import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import { once } from 'node:events';
import { connect } from 'node:net';
import { it } from 'node:test';
import type { SubmitResult } from '../../src/model/adapter.js';
import { createDraft, newKey, type Reader } from '../../test/support/demo-server/reader.js';
import { onOneDatabase, type TestServer } from '../../test/support/demo-server/test-server.js';
import { hold } from './held-comments.js';

interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
}

/** Sends a request as it is, without the cookies and the checks of a `Reader`. */
async function send(server: TestServer, method: string, path: string, init: RequestInit = {}): Promise<Answer> {
  const response = await fetch(
    `${path.startsWith('/moderation') ? new URL(server.address).origin : server.address}${path}`,
    {
      method,
      redirect: 'manual',
      ...init,
    },
  );
  return { status: response.status, headers: response.headers, text: await response.text() };
}

/** Sends bytes that no client of HTTP would send. Returns the beginning of the response. */
async function sendRaw(server: TestServer, text: string): Promise<string> {
  const { hostname, port } = new URL(server.address);
  const socket = connect(Number(port), hostname);
  socket.setEncoding('utf8');
  let received = '';
  socket.on('data', (piece) => {
    received += String(piece);
    socket.end();
  });
  socket.write(text);
  await once(socket, 'close');
  return received;
}

const SECRET = 'a secret that publisher and server share';
const ISSUER = 'https://news.example';
const AUDIENCE = 'comments';

const encode = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');

const HASHES: Readonly<Record<string, string>> = { HS256: 'sha256', HS512: 'sha512' };

/** A JSON Web Token with any header and any claims. */
function forge(
  claims: object | string,
  { secret = SECRET, ...header }: Record<string, unknown> & { secret?: string } = {},
): string {
  const all = { alg: 'HS256', ...header };
  const body = typeof claims === 'string' ? Buffer.from(claims).toString('base64url') : encode(claims);
  const signed = `${encode(all)}.${body}`;
  const hash = HASHES[all.alg];
  return `${signed}.${hash === undefined ? '' : createHmac(hash, secret).update(signed).digest('base64url')}`;
}

onOneDatabase(
  'a manipulated token',
  (server) => {
    const valid = (): object => ({
      id: 'u-7',
      name: 'Ada',
      iss: ISSUER,
      aud: AUDIENCE,
      exp: server().now.getTime() / 1000 + 3600,
    });
    const without = (name: string): object =>
      Object.fromEntries(Object.entries(valid()).filter(([member]) => member !== name));
    const viewer = (token: string): Promise<Answer> =>
      send(server(), 'GET', '/viewer', { headers: { authorization: `Bearer ${token}` } });

    it('accepts a token that is not manipulated', async () => {
      assert.match((await viewer(forge(valid()))).text, /"signed-in".*"u-7"/);
    });

    const attacks: readonly (readonly [attack: string, code: string, token: () => string])[] = [
      ['without a signature (none)', 'token-invalid', () => forge({ ...valid(), moderator: true }, { alg: 'none' })],
      ['without a signature (nOnE)', 'token-invalid', () => forge({ ...valid(), moderator: true }, { alg: 'nOnE' })],
      ['with another algorithm and the same secret', 'token-invalid', () => forge(valid(), { alg: 'HS512' })],
      ['signed with another secret', 'token-invalid', () => forge(valid(), { secret: 'guessed' })],
      ['signed with an empty secret', 'token-invalid', () => forge(valid(), { secret: '' })],
      ['that has expired', 'token-expired', () => forge({ ...valid(), exp: server().now.getTime() / 1000 - 3600 })],
      ['that never expires', 'token-claim-exp', () => forge(without('exp'))],
      ['whose end is a text', 'token-claim-exp', () => forge({ ...valid(), exp: '9999999999' })],
      ['of another issuer', 'token-claim-iss', () => forge({ ...valid(), iss: 'https://evil.example' })],
      ['for no audience', 'token-claim-aud', () => forge(without('aud'))],
      ['for other audiences', 'token-claim-aud', () => forge({ ...valid(), aud: ['shop', 'newsletter'] })],
      [
        'that is not valid yet',
        'token-claim-nbf',
        () => forge({ ...valid(), nbf: server().now.getTime() / 1000 + 1800 }),
      ],
      ['whose moderator is a text', 'token-claim-moderator', () => forge({ ...valid(), moderator: 'true' })],
      ['whose moderator is a number', 'token-claim-moderator', () => forge({ ...valid(), moderator: 1 })],
      ['whose id has a NUL', 'token-claim-id', () => forge({ ...valid(), id: 'u-7\0' })],
      ['with a critical extension', 'token-invalid', () => forge(valid(), { crit: ['b64'], b64: false })],
    ];
    for (const [attack, code, token] of attacks)
      it(`refuses a token ${attack}`, async () => {
        const { status, text } = await viewer(token());
        assert.equal(status, 401, text);
        assert.match(text, new RegExp(`"code":"${code}"`));
      });

    it('grants no moderator rights for a token that names an address for its keys', async () => {
      const { text } = await viewer(
        forge(valid(), { jku: `${new URL(server().address).origin}/keys`, x5u: 'https://evil.example' }),
      );
      assert.doesNotMatch(text, /"moderator"/);
    });

    it('grants no moderator rights for a claim in the prototype of a token', async () => {
      const claims = `{"__proto__":{"moderator":true},${JSON.stringify(valid()).slice(1)}`;
      const { text } = await viewer(forge(claims));
      assert.doesNotMatch(text, /"moderator"/);
      assert.equal(({} as { moderator?: boolean }).moderator, undefined);
    });

    it('refuses credentials in a Basic header', async () => {
      const { status } = await send(server(), 'GET', '/viewer', { headers: { authorization: 'Basic YWRhOmFkYQ==' } });
      assert.equal(status, 401);
    });
  },
  { identities: { kind: 'jwt', key: { secret: SECRET }, issuer: ISSUER, audience: AUDIENCE } },
);

onOneDatabase('an attack on the comment of another person', (server) => {
  const attacks: readonly (readonly [attack: string, kind: string, method: string, what: string, body?: object])[] = [
    ['editing it', 'forbidden', 'PATCH', '', { body: 'Mine' }],
    ['deleting it', 'forbidden', 'DELETE', ''],
    ['reading its source', 'forbidden', 'GET', 'source'],
    ['restoring it', 'forbidden', 'POST', 'restore', {}],
    ['pinning it', 'forbidden', 'PUT', 'pin', { pinned: true }],
    ['hiding it', 'forbidden', 'PUT', 'hide', { hidden: true }],
    ['featuring it', 'forbidden', 'PUT', 'feature', { featured: true }],
    ['banning its author', 'forbidden', 'PUT', 'ban', { banned: true }],
    ['approving it', 'forbidden', 'POST', 'approve', {}],
    ['rejecting it', 'forbidden', 'POST', 'reject', {}],
    ['holding it', 'forbidden', 'POST', 'hold', {}],
  ];
  for (const [attack, kind, method, what, body] of attacks)
    it(`fails at ${attack}`, async () => {
      const key = newKey();
      const { id } = await (await server().person('author')).post(key, 'Hello');
      const reader = await server().person('reader');
      await reader.expectCommentProblem(kind, method, what, key, id, body);
      assert.equal((await reader.get(key, id)).body.value, 'Hello');
    });

  it('fails at editing it through another discussion', async () => {
    const reader = await server().person('reader');
    const { id } = await reader.post(newKey(), 'Hello');
    await reader.expectCommentProblem('not-found', 'PATCH', '', newKey(), id, { body: 'Moved' });
  });

  it('fails at closing the discussion', async () => {
    const reader = await server().person('reader');
    const key = newKey();
    await reader.post(key, 'Hello');
    await reader.expectProblem('forbidden', 'PUT', '/discussion/closed', {
      query: { discussion: key },
      body: { closed: true },
    });
  });

  it('fails at withdrawing the report of another reader', async () => {
    const key = newKey();
    const { id } = await (await server().person('author')).post(key, 'Hello');
    const reporter = await server().person('reader');
    await reporter.callComment('PUT', 'report', key, id, { reason: 'spam', key: newUuid() });
    await send(server(), 'DELETE', `/comments/${id}/report?discussion=${key}`);
    assert.equal((await reporter.get(key, id)).reported, true);
  });

  it('fails at taking over its idempotency key', async () => {
    const draft = createDraft(newKey(), 'Hello');
    const first = await (await server().person('author')).submit(draft);
    const second = await (await server().person('reader')).submit(draft);
    assert.notEqual(second.comment?.id, first.comment?.id);
    assert.notEqual(second.comment?.author?.id, first.comment?.author?.id);
  });

  for (const [attack, path] of [
    ['by its id', '/comments/ID?discussion=KEY'],
    ['by its source', '/comments/ID/source?discussion=KEY'],
    ['in the feed', '/feed?discussion=KEY'],
    ['in the list', '/comments?discussion=KEY'],
    ['with the discussion', '/discussion?discussion=KEY'],
  ] as const)
    it(`fails at reading it ${attack} while it is held for review`, async () => {
      const key = newKey();
      const text = await hold(server().guest(), key);
      const [held] = (await (await server().person('moderator')).list(key)).items;
      assert.equal(held?.status, 'pending');
      const { text: answer } = await send(server(), 'GET', path.replace('ID', held.id).replace('KEY', key));
      assert.doesNotMatch(answer, new RegExp(text));
    });
});

onOneDatabase('a request that another site causes', (server) => {
  const FORM = 'application/x-www-form-urlencoded';
  const forms: readonly (readonly [attack: string, origin: string | undefined])[] = [
    ['without an origin', undefined],
    ['from an origin that may use the interface', 'http://localhost:3000'],
    ['from a sandboxed frame', 'null'],
  ];
  for (const [attack, origin] of forms)
    it(`cannot send a form of the moderation pages ${attack}`, async () => {
      const headers = { cookie: `session=${await server().token('moderator')}`, 'content-type': FORM };
      const answer = await send(server(), 'POST', '/moderation/erase', {
        headers: { ...headers, ...(origin && { origin }) },
        body: 'identity=person:ada',
      });
      assert.equal(answer.status, 403, answer.text);
    });

  const writes: readonly (readonly [attack: string, method: string, headers: Readonly<Record<string, string>>])[] = [
    ['as plain text without an origin', 'POST', { 'content-type': 'text/plain' }],
    ['from a foreign origin', 'POST', { 'content-type': 'application/json', origin: 'https://evil.example' }],
    [
      'from a look-alike origin',
      'POST',
      { 'content-type': 'application/json', origin: 'http://localhost.evil.example' },
    ],
    ['from an origin with another scheme', 'POST', { 'content-type': 'application/json', origin: 'file://localhost' }],
    ['without an origin', 'DELETE', {}],
  ];
  for (const [attack, method, own] of writes)
    it(`cannot write with the reader’s cookie ${attack}`, async () => {
      const key = newKey();
      const { id } = await (await server().person('reader')).post(key, 'Hello');
      const headers = { cookie: `session=${await server().token('reader')}`, ...own };
      const path = method === 'DELETE' ? `/comments/${id}?discussion=${key}` : '/comments';
      const body = method === 'DELETE' ? undefined : JSON.stringify(createDraft(key, 'Forged'));
      const answer = await send(server(), method, path, { headers, ...(body !== undefined && { body }) });
      assert.equal(answer.status, 403, answer.text);
      assert.deepEqual(
        (await server().guest().list(key)).items.map(({ body: { value } }) => value),
        ['Hello'],
      );
    });

  it('cannot make a guest forgotten', async () => {
    const key = newKey();
    const guest = server().guest();
    const { id } = await guest.post(key, 'Hello');
    const { cookie = '' } = guest.headers;
    const answer = await send(server(), 'DELETE', '/session', { headers: { cookie, origin: 'https://evil.example' } });
    assert.equal(answer.status, 403);
    assert.deepEqual(answer.headers.getSetCookie(), []);
    assert.equal((await guest.get(key, id)).can?.remove, true);
  });

  it('cannot be read by a foreign origin', async () => {
    const headers = { cookie: `session=${await server().token('reader')}`, origin: 'https://evil.example' };
    const answer = await send(server(), 'GET', `/discussion?discussion=${newKey()}`, { headers });
    assert.equal(answer.headers.get('access-control-allow-origin'), null);
    assert.equal(answer.headers.get('access-control-allow-credentials'), null);
  });

  it('is not allowed beforehand to a foreign origin', async () => {
    const headers = { origin: 'https://evil.example', 'access-control-request-method': 'POST' };
    const answer = await send(server(), 'OPTIONS', '/comments', { headers });
    assert.equal(answer.headers.get('access-control-allow-origin'), null);
  });
});

onOneDatabase('a hostile value', (server) => {
  const values: readonly (readonly [attack: string, path: string, status: number])[] = [
    ['SQL that is always true as a key', `/discussion?discussion=${encodeURIComponent("' OR 1=1--")}`, 200],
    ['quotation marks as a key', `/discussion?discussion=${encodeURIComponent(`"';$$`)}`, 200],
    ['a wildcard as a key', '/discussion?discussion=%25', 200],
    ['a NUL in a key', '/discussion?discussion=a%00b', 422],
    ['SQL as an order', `/comments?discussion=x&sort=${encodeURIComponent('newest; drop table comments')}`, 200],
    ['SQL as a position', `/events?discussion=x&after=${encodeURIComponent('1 or 1=1')}`, 422],
    ['an id of another length', `/comments/${'a'.repeat(36)}?discussion=x`, 404],
    ['a percent sign alone', '/%', 422],
    ['invalid UTF-8', '/comments/%ff?discussion=x', 422],
    ['the way to a file of the server', '/notices/..%2f..%2fmain.ts', 404],
    ['a guessed address of a notice', `/notices/${'A'.repeat(43)}`, 404],
  ];
  for (const [attack, path, status] of values)
    it(`finds nothing: ${attack}`, async () => {
      await server().guest().post(newKey(), 'Hello');
      const answer = await send(server(), 'GET', path);
      assert.equal(answer.status, status, answer.text);
      assert.doesNotMatch(answer.text, /Hello|syntax error|at .*\.ts:|SELECT/i);
    });

  it('finds nothing: a forged cursor', async () => {
    const key = newKey();
    await server().guest().post(key, 'Hello');
    const cursor = Buffer.from('{"after":"0"}').toString('base64url');
    const answer = await send(server(), 'GET', `/comments?discussion=${key}&cursor=${cursor}`);
    assert.equal(answer.status, 422, answer.text);
  });

  const bodies: readonly (readonly [attack: string, kind: string, body: (draft: object) => string])[] = [
    ['a poisoned prototype', 'invalid', (draft) => `{"__proto__":{"moderator":true},${JSON.stringify(draft).slice(1)}`],
    ['120,000 levels of JSON', 'invalid', () => '['.repeat(120_000) + ']'.repeat(120_000)],
    ['300 KB of text', 'too-long', (draft) => JSON.stringify({ ...draft, body: 'x'.repeat(300_000) })],
    [
      'one letter with 120,000 marks',
      'too-long',
      (draft) => JSON.stringify({ ...draft, body: `a${'\u0301'.repeat(120_000)}` }),
    ],
    [
      'a website that is a script',
      'invalid',
      (draft) =>
        JSON.stringify({ ...draft, guest: { name: 'Gus', email: 'g@example.org', website: 'javascript:alert(1)' } }),
    ],
    ['a key that is no UUID', 'invalid', (draft) => JSON.stringify({ ...draft, submitKey: 'abc' })],
  ];
  for (const [attack, kind, body] of bodies)
    it(`is not stored: ${attack}`, async () => {
      const key = newKey();
      const answer = await send(server(), 'POST', '/comments', {
        headers: { 'content-type': 'application/json' },
        body: body(createDraft(key, 'Hello')),
      });
      assert.ok(answer.status === 422 || answer.status === 413, `${answer.status} ${answer.text.slice(0, 200)}`);
      assert.match(answer.text, new RegExp(`urn:article-comments:${kind}`));
      assert.deepEqual(answer.headers.getSetCookie(), []);
      assert.deepEqual((await server().guest().list(key)).items, []);
    });

  it('adds no header: line breaks in a name', async () => {
    const draft = createDraft(newKey(), 'Hello', { guest: { name: 'x\r\nSet-Cookie: a=1', email: 'x@example.org' } });
    const answer = await send(server(), 'POST', '/comments', {
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(draft),
    });
    assert.equal(answer.status, 201, answer.text);
    assert.equal(
      answer.headers.getSetCookie().some((line) => line.startsWith('a=')),
      false,
    );
    assert.doesNotMatch((JSON.parse(answer.text) as SubmitResult).comment?.author?.name ?? '', /[\r\n]/);
  });

  const raw: readonly (readonly [attack: string, request: string, status: RegExp])[] = [
    [
      'a header of 70 KB',
      `GET /api/viewer HTTP/1.1\r\nhost: localhost\r\nx-long: ${'a'.repeat(70_000)}\r\n\r\n`,
      /^HTTP\/1\.1 431 /,
    ],
    [
      'two lengths of one body',
      'POST /api/comments HTTP/1.1\r\nhost: localhost\r\ncontent-length: 4\r\ntransfer-encoding: chunked\r\n\r\n0\r\n\r\n',
      /^HTTP\/1\.1 400 /,
    ],
    ['a path upwards', 'GET /api/../server/src/command.ts HTTP/1.1\r\nhost: localhost\r\n\r\n', /^HTTP\/1\.1 404 /],
    [
      'an encoded path upwards',
      'GET /api/%2e%2e/%2e%2e/etc/passwd HTTP/1.1\r\nhost: localhost\r\n\r\n',
      /^HTTP\/1\.1 404 /,
    ],
    [
      'a path upwards from the moderation pages',
      'GET /moderation/..%2f..%2fpackage.json HTTP/1.1\r\nhost: localhost\r\n\r\n',
      /^HTTP\/1\.1 (303|403|404) /,
    ],
  ];
  for (const [attack, request, status] of raw)
    it(`is refused: ${attack}`, async () => {
      const answer = await sendRaw(server(), request);
      assert.match(answer, status);
      assert.doesNotMatch(answer, /root:|"dependencies"|import /);
    });

  for (const address of [
    'https://evil.example',
    '//evil.example',
    'javascript:alert(1)',
    'http://localhost@evil.example',
    '/\\evil.example',
    '/\t/evil.example',
  ])
    it(`leads to no other site after signing in: ${JSON.stringify(address)}`, async () => {
      const { text } = await send(server(), 'GET', `/sign-in?return=${encodeURIComponent(address)}`);
      assert.match(text, /name="return" value="\/"/);
    });
});

const newUuid = (): string => createDraft('x', 'x').submitKey;

onOneDatabase('a notice of illegal content', (server) => {
  const complete = {
    explanation: 'It calls for violence.',
    urls: ['https://news.example/a#comment-1'],
    name: 'Ada',
    email: 'ada@example.org',
    goodFaith: true,
  };
  const attacks: readonly (readonly [attack: string, notice: object | undefined])[] = [
    ['without an explanation', { ...complete, explanation: ' ' }],
    ['without an address', { ...complete, urls: [] }],
    ['with a script as its address', { ...complete, urls: ['javascript:alert(1)'] }],
    ['without a name', { ...complete, name: undefined }],
    ['without an email address', { ...complete, email: undefined }],
    ['without good faith', { ...complete, goodFaith: false }],
    ['that is a plain report', undefined],
  ];
  const reported = async (reader: Reader, notice: object | undefined): Promise<string> => {
    const key = newKey();
    const { id } = await (await server().person('author')).post(key, 'Hello');
    const { text } = await reader.request('PUT', `/comments/${id}/report`, {
      query: { discussion: key },
      body: { reason: 'illegal', key: newUuid(), ...(notice && { notice }) },
    });
    return text;
  };
  for (const [attack, notice] of attacks)
    it(`is refused ${attack}`, async () => {
      assert.match(await reported(server().guest(), notice), /urn:article-comments:invalid/);
    });

  it('is accepted with all of that', async () => {
    assert.match(await reported(server().guest(), complete), /"statusUrl"/);
  });
});
