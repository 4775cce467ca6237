import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { describe, it } from 'node:test';
import { Problem } from '../src/rules/problem.js';
import { requireAccess, requireWriteAccess } from '../src/identity/access.js';
import type { ReportReceipt } from '../../src/model/adapter.js';
import { newKey, createDraft, type Reader } from '../../test/support/demo-server/reader.js';
import { onOneDatabase } from '../../test/support/demo-server/test-server.js';

/** Submits the form of the sign-in page. */
async function signIn(reader: Reader, person: string, back = '/'): Promise<Response> {
  const { text } = await reader.request('GET', '/sign-in', { query: { return: back } });
  const value = (name: string): string =>
    new RegExp(`name="${name}" value="([^"]*)"`).exec(text)?.[1]?.replaceAll('&amp;', '&') ?? '';
  const response = await reader.request('POST', '/sign-in', {
    body: new URLSearchParams({ person, return: value('return'), token: value('token') }).toString(),
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
  });
  return new Response(null, { status: response.status, headers: response.headers });
}

describe('access to writing', () => {
  const person = { id: 'ada', author: { id: 'ada', name: 'Ada' }, isModerator: false };

  it('is refused as "blocked" after a ban, and as "forbidden" for any other reason', () => {
    const refuses = (kind: string, code: string) => (error: unknown) =>
      error instanceof Problem && error.kind === kind && error.info.code === code;
    assert.throws(() => requireAccess({ person, ban: { until: null, isOwn: true } }), refuses('blocked', 'banned'));
    for (const reason of ['not-a-member', 'unverified', 'other'] as const)
      assert.throws(() => requireAccess({ person: { ...person, refusal: { reason } } }), refuses('forbidden', reason));
    const warning = { id: 'w', message: 'Calm down.' };
    assert.throws(() => requireWriteAccess({ person, warning }), refuses('forbidden', 'warned'));
    requireAccess({ person, warning });
  });
});

onOneDatabase('identity', (server) => {
  it('lasts from the sign-in page until the session is ended', async () => {
    const reader = server().guest();
    const response = await signIn(reader, 'reader', `${new URL(server().address).origin}/demo/`);
    assert.deepEqual(
      [response.status, response.headers.get('location')],
      [303, `${new URL(server().address).origin}/demo/`],
    );
    assert.match(
      response.headers.get('set-cookie') ?? '',
      /session=[\w-]{43}; Max-Age=\d+; Path=\/; HttpOnly; SameSite=Lax/,
    );
    assert.deepEqual(await reader.call('GET', '/viewer'), {
      state: 'signed-in',
      author: { id: 'ada', name: 'Ada Okafor' },
    });
    const expired = reader.headers;
    await reader.call('DELETE', '/session');
    await reader.call('DELETE', '/session');
    assert.deepEqual(await reader.call('GET', '/viewer'), { state: 'anonymous' });
    const body = createDraft(newKey(), 'Hello');
    await server().guest().expectProblem('session-expired', 'POST', '/comments', { body, headers: expired });
    assert.deepEqual(await server().guest().call('GET', '/viewer', { headers: expired }), { state: 'anonymous' });
  });

  it('is chosen on a page whose style sheet its policy allows', async () => {
    const page = await server().guest().request('GET', '/sign-in');
    assert.match(page.headers.get('content-security-policy') ?? '', /default-src 'none'; style-src 'self'/);
    const [, address = ''] = /<link rel="stylesheet" href="([^"]+)">/.exec(page.text) ?? [];
    const style = await fetch(new URL(address, server().address));
    assert.deepEqual([style.status, style.headers.get('content-type')], [200, 'text/css; charset=utf-8']);
    assert.match(await style.text(), /min-block-size: 3rem/);
  });

  it('never redirects to another site', async () => {
    const { origin } = new URL(server().address);
    for (const back of [
      'https://evil.example/',
      '//evil.example',
      'javascript:alert(1)',
      '/\\evil.example',
      'http://localhost@evil.example/',
    ]) {
      const response = await signIn(server().guest(), 'reader', back);
      assert.equal(new URL(response.headers.get('location') ?? '', origin).href, `${origin}/`, back);
    }
  });

  it('is not given to forged and cross-origin sign-in forms', async () => {
    const reader = server().guest();
    const headers = { 'content-type': 'application/x-www-form-urlencoded' };
    await reader.expectProblem('forbidden', 'POST', '/sign-in', { body: 'person=reader&token=x', headers });
    await reader.request('GET', '/sign-in');
    await reader.expectProblem('forbidden', 'POST', '/sign-in', { body: 'person=reader&token=x', headers });
    await reader.expectProblem('forbidden', 'POST', '/sign-in', {
      body: 'person=reader',
      headers: { ...headers, origin: 'https://evil.example' },
    });
  });

  describe('of a guest', () => {
    it('is forgotten when another person says that it was not them', async () => {
      const key = newKey();
      const guest = server().guest();
      const { id } = await guest.post(key, 'Hello', { remember: true });
      assert.equal((await guest.get(key, id)).can?.remove, true);
      const response = await guest.request('DELETE', '/session');
      assert.equal(response.status, 204);
      assert.match(response.headers.getSetCookie().join('\n'), /^guest=; .*Path=\/; Expires=Thu, 01 Jan 1970/m);
      await guest.expectProblem('forbidden', 'DELETE', `/comments/${id}`, { query: { discussion: key } });
      assert.equal((await guest.get(key, id)).can?.remove ?? false, false);
    });

    it('stays when an account signs out', async () => {
      const key = newKey();
      const reader = server().guest();
      const { id } = await reader.post(key, 'Hello');
      await signIn(reader, 'reader');
      await reader.call('DELETE', '/session');
      assert.equal((await reader.get(key, id)).can?.remove, true);
    });

    const cookieAfter = async (reader: Reader, path: string, body: object, query = {}): Promise<string | undefined> => {
      const { headers } = await reader.request(path.endsWith('/report') ? 'PUT' : 'POST', path, { body, query });
      return headers.getSetCookie().find((line) => line.startsWith('guest='));
    };
    const canEdit = async (reader: Reader, key: string, id: string): Promise<boolean> => {
      const query = { discussion: key };
      const { status } = await reader.request('PATCH', `/comments/${id}`, { query, body: { body: 'Changed.' } });
      return status === 200;
    };

    it('is a random secret, kept until the browser is closed, or for a year if the guest wants to be remembered', async () => {
      const draft = createDraft(newKey(), 'Hello');
      const first = await cookieAfter(server().guest(), '/comments', draft);
      const second = await cookieAfter(server().guest(), '/comments', draft);
      assert.match(first ?? '', /^guest=[\w-]{43}\.[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax$/);
      assert.notEqual(first, second);
      const remembered = createDraft(newKey(), 'Hello', { remember: true });
      assert.match((await cookieAfter(server().guest(), '/comments', remembered)) ?? '', /; Max-Age=31536000;/);
    });

    it('moves with a comment to a retry of the same text within ten minutes', async () => {
      const key = newKey();
      const draft = createDraft(key, 'Hello');
      const { comment } = await server().guest().submit(draft);
      const retrying = server().guest();
      server().advanceClock(9);
      assert.equal((await retrying.submit(draft)).comment?.id, comment?.id);
      assert.equal(await canEdit(retrying, key, comment?.id ?? ''), true);
      server().advanceClock(2);
      const late = server().guest();
      assert.notEqual((await late.submit(draft)).comment?.id, comment?.id);
      assert.equal(await canEdit(late, key, comment?.id ?? ''), false);
    });

    it('moves with a report to a retry of the same report', async () => {
      const key = newKey();
      const { id } = await server().guest().post(key, 'Hello');
      const report = { reason: 'other', detail: 'Why?', key: randomUUID() };
      const { reference } = await server().guest().callComment<ReportReceipt>('PUT', 'report', key, id, report);
      const retrying = server().guest();
      assert.deepEqual(await retrying.callComment('PUT', 'report', key, id, report), { reference });
      const another = await server()
        .guest()
        .callComment<ReportReceipt>('PUT', 'report', key, id, { ...report, detail: 'So.' });
      assert.notEqual(another.reference, reference);
      await retrying.callComment('DELETE', 'report', key, id);
      const again = await retrying.callComment<ReportReceipt>('PUT', 'report', key, id, report);
      assert.equal(again.alreadyReported, undefined);
    });

    it('is not to be had with an idempotency key', async () => {
      const [key, elsewhere] = [newKey(), newKey()];
      const [victim, thief] = [server().guest(), server().guest()];
      const draft = createDraft(key, 'Hello');
      const first = await victim.submit(draft);
      const later = await victim.post(elsewhere, 'Hello again');
      const stolen = await thief.submit({ ...draft, body: 'Words of somebody else' });
      assert.notEqual(stolen.comment?.id, first.comment?.id);
      assert.equal(await canEdit(thief, key, first.comment?.id ?? ''), false);
      assert.equal(await canEdit(thief, elsewhere, later.id), false);
      // Even with the same text, a thief gets no other comment.
      const another = server().guest();
      await another.submit(draft);
      assert.equal(await canEdit(another, elsewhere, later.id), false);
    });

    it('is not to be had with the key of a report', async () => {
      const key = newKey();
      const { id } = await server().guest().post(key, 'Hello');
      const [victim, thief] = [server().guest(), server().guest()];
      const report = { reason: 'spam', key: randomUUID() };
      await victim.callComment('PUT', 'report', key, id, report);
      const own = await victim.post(key, 'Mine');
      await thief.callComment('PUT', 'report', key, id, report);
      assert.equal(await canEdit(thief, key, own.id), false);
    });

    it('is not created by a refusal', async () => {
      const key = newKey();
      const draft = createDraft(key, 'Hello');
      const { comment } = await server().guest().submit(draft);
      const path = `/comments/${comment?.id}/report`;
      const query = { discussion: key };
      for (const refused of [{ body: '' }, { body: 'A scumbag' }, { guest: { name: '' } }])
        assert.equal(await cookieAfter(server().guest(), '/comments', { ...draft, ...refused }), undefined);
      for (const refused of [{ reason: 'no-such' }, { reason: 'other' }, { reason: 'illegal' }])
        assert.equal(await cookieAfter(server().guest(), path, refused, query), undefined);
    });
  });

  it('lets other origins read and write with the session cookie only if they are allowed', async () => {
    const reader = server().guest();
    await signIn(reader, 'reader');
    const body = createDraft(newKey(), 'Hello');
    const { cookie = '' } = reader.headers;
    for (const origin of ['https://evil.example', 'null', 'http://localhost.evil.example'])
      await reader.expectProblem('forbidden', 'POST', '/comments', { body, headers: { cookie, origin } });
    await server().guest().expectProblem('forbidden', 'POST', '/comments', { body, headers: { cookie } });
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
    await reader.expectProblem('session-expired', 'GET', '/viewer', { headers: { authorization: 'Bearer nobody' } });
  });

  it('decides whether a response may be cached', async () => {
    const key = newKey();
    const person = await server().person('reader');
    await person.post(key, 'Hello');
    const query = { discussion: key };
    const first = await server().guest().request('GET', '/discussion', { query });
    assert.equal(first.headers.get('cache-control'), 'no-cache');
    assert.equal(first.headers.get('vary'), 'Cookie, Authorization, Origin');
    const headers = { 'if-none-match': first.headers.get('etag') ?? '' };
    assert.equal((await server().guest().request('GET', '/discussion', { query, headers })).status, 304);
    const own = await person.request('GET', '/discussion', { query, headers });
    assert.deepEqual(
      [own.status, own.headers.get('cache-control'), own.headers.get('etag')],
      [200, 'private, no-store', null],
    );
  });
});

onOneDatabase(
  'cookies of a server that browsers reach over HTTPS',
  (server) => {
    it('sets Secure cookies even if the proxy uses plain HTTP without a header that reports HTTPS', async () => {
      const { headers } = await server()
        .guest()
        .request('POST', '/comments', { body: createDraft(newKey(), 'Hello') });
      assert.match(headers.get('set-cookie') ?? '', /^__Host-guest=.*; HttpOnly; Secure; SameSite=Lax$/);
    });
  },
  { publicUrl: 'https://comments.news.example', identities: { kind: 'guests' } },
);

onOneDatabase(
  'the sign-in of a server that browsers reach over HTTPS',
  (server) => {
    it('sets Secure cookies and returns to the public address', async () => {
      const guest = server().guest();
      const page = await guest.request('GET', '/sign-in');
      assert.match(page.headers.get('set-cookie') ?? '', /; Secure; SameSite=Strict$/);
      const response = await signIn(guest, 'reader', 'https://localhost:8443/articles/7');
      assert.match(response.headers.get('set-cookie') ?? '', /; Secure; SameSite=Lax$/);
      assert.equal(response.headers.get('location'), 'https://localhost:8443/articles/7');
    });
  },
  { publicUrl: 'https://localhost:8443' },
);
