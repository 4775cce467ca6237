import assert from 'node:assert/strict';
import { it } from 'node:test';
import { houseRules } from '../../demo/server/house-rules.js';
import { aKey, draftOf, type Reader } from '../support/demo-server/reader.js';
import { onEachDatabase } from '../support/demo-server/test-server.js';

/** The form of the sign-in page, as a browser would send it. */
async function signIn(reader: Reader, person: string, back = '/'): Promise<Response> {
  const { text } = await reader.request('GET', '/sign-in', { query: { return: back } });
  const value = (name: string): string => new RegExp(`name="${name}" value="([^"]*)"`).exec(text)?.[1]?.replaceAll('&amp;', '&') ?? '';
  const answer = await reader.request('POST', '/sign-in', {
    body: new URLSearchParams({ person, return: value('return'), token: value('token') }).toString(),
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
  });
  return new Response(null, { status: answer.status, headers: answer.headers });
}

onEachDatabase('identity', (server) => {
  it('comes from the sign-in page, lasts and ends', async () => {
    const reader = server().guest();
    const answer = await signIn(reader, 'reader', `${new URL(server().address).origin}/demo/`);
    assert.deepEqual([answer.status, answer.headers.get('location')], [303, `${new URL(server().address).origin}/demo/`]);
    assert.match(answer.headers.get('set-cookie') ?? '', /session=[\w-]{43}; Max-Age=\d+; Path=\/; HttpOnly; SameSite=Lax/);
    assert.deepEqual(await reader.ask('GET', '/viewer'), { state: 'signed-in', author: { id: 'ada', name: 'Ada Okafor' } });
    const stolen = reader.headers;
    await reader.ask('DELETE', '/session');
    await reader.ask('DELETE', '/session');
    assert.deepEqual(await reader.ask('GET', '/viewer'), { state: 'anonymous' });
    const body = draftOf(aKey(), 'Hello');
    await server().guest().refused('session-expired', 'POST', '/comments', { body, headers: stolen });
    assert.deepEqual(await server().guest().ask('GET', '/viewer', { headers: stolen }), { state: 'anonymous' });
  });

  it('leads back to no other site', async () => {
    const { origin } = new URL(server().address);
    for (const back of [
      'https://evil.example/',
      '//evil.example',
      'javascript:alert(1)',
      '/\\evil.example',
      'http://localhost@evil.example/',
    ]) {
      const answer = await signIn(server().guest(), 'reader', back);
      assert.equal(new URL(answer.headers.get('location') ?? '', origin).href, `${origin}/`, back);
    }
  });

  it('is not given to a form that the page did not hand out, nor to a foreign one', async () => {
    const reader = server().guest();
    const headers = { 'content-type': 'application/x-www-form-urlencoded' };
    await reader.refused('forbidden', 'POST', '/sign-in', { body: 'person=reader&token=x', headers });
    await reader.request('GET', '/sign-in');
    await reader.refused('forbidden', 'POST', '/sign-in', { body: 'person=reader&token=x', headers });
    await reader.refused('forbidden', 'POST', '/sign-in', {
      body: 'person=reader',
      headers: { ...headers, origin: 'https://evil.example' },
    });
  });

  it('of a guest is told by a cookie that a repeated request gets again', async () => {
    const key = aKey();
    const [lost, again, other] = [server().guest(), server().guest(), server().guest()];
    const draft = draftOf(key, 'Hello');
    const { comment } = await lost.submit(draft);
    await again.submit(draft);
    assert.equal((await again.do('PATCH', '', key, comment?.id ?? '', { body: 'Hello again' })).body.value, 'Hello again');
    await other.cannot('forbidden', 'PATCH', '', key, comment?.id ?? '', { body: 'Mine' });
  });

  it('by a cookie writes only from known pages, and reads are opened to those alone', async () => {
    const reader = server().guest();
    await signIn(reader, 'reader');
    const body = draftOf(aKey(), 'Hello');
    const { cookie = '' } = reader.headers;
    for (const origin of ['https://evil.example', 'null', 'http://localhost.evil.example'])
      await reader.refused('forbidden', 'POST', '/comments', { body, headers: { cookie, origin } });
    await server().guest().refused('forbidden', 'POST', '/comments', { body, headers: { cookie } });
    const foreign = await reader.request('GET', '/viewer', { headers: { origin: 'https://evil.example' } });
    assert.equal(foreign.headers.get('access-control-allow-origin'), null);
    const known = await reader.request('GET', '/viewer', { headers: { origin: 'http://localhost:5173' } });
    assert.equal(known.headers.get('access-control-allow-origin'), 'http://localhost:5173');
    assert.equal(known.headers.get('access-control-allow-credentials'), 'true');
    const preflight = await reader.request('OPTIONS', '/comments', {
      headers: {
        origin: 'http://localhost:5173',
        'access-control-request-method': 'PATCH',
        'access-control-request-headers': 'content-type',
      },
    });
    assert.match(preflight.headers.get('access-control-allow-methods') ?? '', /PATCH/);
    await reader.refused('session-expired', 'GET', '/viewer', { headers: { authorization: 'Bearer nobody' } });
  });

  it('decides who may keep an answer', async () => {
    const key = aKey();
    const person = await server().person('reader');
    await person.post(key, 'Hello');
    const query = { discussion: key };
    const first = await server().guest().request('GET', '/discussion', { query });
    assert.equal(first.headers.get('cache-control'), 'no-cache');
    assert.equal(first.headers.get('vary'), 'Cookie, Authorization, Origin');
    const headers = { 'if-none-match': first.headers.get('etag') ?? '' };
    assert.equal((await server().guest().request('GET', '/discussion', { query, headers })).status, 304);
    const own = await person.request('GET', '/discussion', { query, headers });
    assert.deepEqual([own.status, own.headers.get('cache-control'), own.headers.get('etag')], [200, 'private, no-store', null]);
  });
});

onEachDatabase(
  'pace',
  (server) => {
    it('is limited for a person, and for all guests of an address together', async () => {
      const [reader, author] = [await server().person('reader'), await server().person('author')];
      for (const text of ['One', 'Two']) await reader.post(aKey(), text);
      const body = draftOf(aKey(), 'Three');
      const { answer } = await reader.refused('rate-limited', 'POST', '/comments', { body });
      const wait = Number(answer.headers.get('retry-after'));
      assert.ok(wait > 0 && wait <= 60, String(wait));
      await author.post(aKey(), 'One');
      for (const text of ['One', 'Two']) await server().guest().post(aKey(), text);
      await server().guest().refused('rate-limited', 'POST', '/comments', { body });
      server().pass(1.1);
      assert.equal((await reader.submit(body)).outcome, 'published');
    });
  },
  { rules: { ...houseRules, pace: { atOnce: 2, seconds: 60 } } },
);
