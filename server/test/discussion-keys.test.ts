/** Discussions belong to the publisher: signed keys, unknown keys, and comments of private articles. */
import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { it } from 'node:test';
import { SignJWT } from 'jose';
import { exportComments } from '../src/transfer/export-comments.js';
import { createDraft, newKey, Reader } from '../../test/support/demo-server/reader.js';
import { onOneDatabase, type TestServer } from '../../test/support/demo-server/test-server.js';

const secret = 'a secret that publisher and server share';

/** A reader with a token of the publisher. */
async function signedIn(server: TestServer, claims: Readonly<Record<string, unknown>>): Promise<Reader> {
  const token = await new SignJWT({ id: 'u-7', name: 'Ada Okafor', ...claims })
    .setProtectedHeader({ alg: 'HS256' })
    .setExpirationTime('1h')
    .sign(new TextEncoder().encode(secret));
  return new Reader(() => server.address, { authorization: `Bearer ${token}` });
}

/** All requests of a reader about a discussion that must not work. */
async function expectNothing(reader: Reader, kind: string, key: string, id: string): Promise<void> {
  await reader.expectProblem(kind, 'GET', '/comments', { query: { discussion: key } });
  await reader.expectProblem(kind, 'GET', '/comments', { query: { discussion: key, parent: id } });
  await reader.expectProblem(kind, 'GET', '/events', { query: { discussion: key } });
  await reader.expectProblem(kind, 'POST', '/comments', { body: createDraft(key, 'Let me in') });
  await reader.expectCommentProblem(kind, 'GET', '', key, id);
  await reader.expectCommentProblem(kind, 'GET', 'source', key, id);
  await reader.expectCommentProblem(kind, 'PUT', 'vote', key, id, { value: 1 });
  await reader.expectCommentProblem(kind, 'PUT', 'report', key, id, { reason: 'spam' });
  const { counts } = await reader.call<{ readonly counts: object }>('GET', '/counts', { query: { discussion: [key] } });
  assert.deepEqual(counts, {});
  await server404(reader, key);
}

async function server404(reader: Reader, key: string): Promise<void> {
  assert.equal((await reader.request('GET', '/feed', { query: { discussion: key } })).status, 404);
}

onOneDatabase(
  'a server with KEY_SECRET',
  (server) => {
    const sign = (key: string): string => `${key}.${createHmac('sha256', secret).update(key).digest('base64url')}`;

    it('has a discussion for each signed key', async () => {
      const key = sign(newKey());
      const guest = server().guest();
      const { id } = await guest.post(key, 'Hello');
      const { discussion, page, position } = await guest.open(key);
      assert.deepEqual([discussion.state, page.items[0]?.id, position], ['open', id, '1']);
      await guest.callComment('PATCH', '', key, id, { body: 'Hello again' });
      assert.deepEqual(await guest.call('GET', '/counts', { query: { discussion: [key, 'other'] } }), {
        counts: { [key]: 1 },
      });
      const feed = await fetch(discussion.feedUrl ?? '');
      assert.match(await feed.text(), /Hello again/);
    });

    it('knows no other key', async () => {
      const name = newKey();
      const { id } = await server().guest().post(sign(name), 'Hello');
      const signature = sign(name).slice(name.length + 1);
      for (const key of [name, `${name}.`, `${name}2.${signature}`, `${name}.${signature.slice(1)}`, `.${signature}`]) {
        const { discussion, page } = await server().guest().open(key);
        assert.deepEqual([discussion.state, page.items], ['missing', []], key);
        await expectNothing(server().guest(), 'not-found', key, id);
      }
    });
  },
  { keys: { secret, unknown: 'open', private: [] } },
);

onOneDatabase(
  'a server with UNKNOWN_KEYS=missing',
  (server) => {
    it('has the discussions that a moderator has opened, and no others', async () => {
      const key = newKey();
      const guest = server().guest();
      assert.equal((await guest.open(key)).discussion.state, 'missing');
      await guest.expectProblem('not-found', 'POST', '/comments', { body: createDraft(key, 'First!') });
      const moderator = await server().person('moderator');
      await moderator.call('PUT', '/discussion/closed', { query: { discussion: key }, body: { closed: false } });
      assert.equal((await guest.open(key)).discussion.state, 'open');
      await guest.post(key, 'First!');
      await (
        await server().person('reader')
      ).expectProblem('not-found', 'PUT', '/discussion/closed', {
        query: { discussion: newKey() },
        body: { closed: false },
      });
    });
  },
  { keys: { unknown: 'missing', private: [] } },
);

onOneDatabase(
  'a private discussion',
  (server) => {
    it('is read and written with a token that may read it, and by moderators', async () => {
      const key = `members/${newKey()}`;
      const member = await signedIn(server(), { reads: ['members/*'] });
      const { id } = await member.post(key, 'Among ourselves');
      const { discussion, page } = await member.open(key);
      assert.deepEqual([discussion.state, discussion.feedUrl, page.items.length], ['open', undefined, 1]);
      const buyer = await signedIn(server(), { id: 'u-8', reads: [key] });
      assert.equal((await buyer.get(key, id)).body.value, 'Among ourselves');
      const moderator = await signedIn(server(), { id: 'u-9', moderator: true });
      await moderator.callComment('PUT', 'pin', key, id, { pinned: true });
    });

    it('shows nothing to anybody else', async () => {
      const key = `members/${newKey()}`;
      const member = await signedIn(server(), { reads: [key] });
      const { id } = await member.post(key, 'Among ourselves');
      const guest = await server().guest().open(key);
      assert.deepEqual([guest.discussion.state, guest.page.items], ['disabled', []]);
      assert.equal(guest.discussion.stateMessage, 'Sign in to read the comments of this article.');
      await expectNothing(server().guest(), 'sign-in-required', key, id);
      for (const claims of [{}, { reads: [] }, { reads: ['members'] }, { reads: [`${key}2`, 'public/*'] }]) {
        const reader = await signedIn(server(), { id: 'u-8', ...claims });
        const { discussion, page } = await reader.open(key);
        assert.deepEqual([discussion.state, page.items], ['disabled', []]);
        assert.equal(discussion.stateMessage, 'The comments of this article are only for readers of the article.');
        await expectNothing(reader, 'forbidden', key, id);
      }
    });

    it('is in no archive of an export, but in its backup', async () => {
      const key = `members/${newKey()}`;
      await (await signedIn(server(), { reads: [key] })).post(key, 'Not for the archives');
      await server().guest().post(newKey(), 'For the archives');
      const folder = await mkdtemp(join(tmpdir(), 'article-comments-export-'));
      const { folder: archives, backup } = await exportComments(server().store, join(folder, 'out'));
      const files = await readdir(archives, { recursive: true, withFileTypes: true });
      const texts = await Promise.all(
        files.filter((file) => file.isFile()).map((file) => readFile(join(file.parentPath, file.name), 'utf8')),
      );
      assert.match(texts.join(), /For the archives/);
      assert.doesNotMatch(texts.join(), /Not for the archives/);
      assert.match(await readFile(backup, 'utf8'), /Not for the archives/);
      await rm(folder, { recursive: true });
    });

    it('leaves all others public', async () => {
      const guest = server().guest();
      const key = `public/${newKey()}`;
      await guest.post(key, 'Hello');
      assert.equal((await guest.open(key)).page.items.length, 1);
    });

    it('is refused to a token with another type of claim', async () => {
      const key = `members/${newKey()}`;
      for (const reads of ['members/*', [1], {}]) {
        const reader = await signedIn(server(), { reads });
        const { code } = await reader.expectProblem('session-expired', 'GET', '/discussion', {
          query: { discussion: key },
        });
        assert.equal(code, 'token-claim-reads');
      }
    });
  },
  { identities: { kind: 'jwt', key: { secret } }, keys: { unknown: 'open', private: ['members/*'] } },
);
