/** Guests who may not comment, and comments that a moderator reads first. */
import assert from 'node:assert/strict';
import { it } from 'node:test';
import { startServer } from '../src/http/start-server.js';
import { createDraft, newKey, type Reader } from '../../test/support/demo-server/reader.js';
import { quickRules } from '../../test/support/demo-server/quick-rules.js';
import { onOneDatabase, type TestServer } from '../../test/support/demo-server/test-server.js';

/** Posts a comment, and returns whether others can read it. */
async function isPublished(server: TestServer, author: Reader, key: string): Promise<boolean> {
  const { outcome } = await author.submit(createDraft(key, 'Hello'));
  const isRead = (await server.guest().list(key)).items.length > 0;
  assert.equal(outcome, isRead ? 'published' : 'pending');
  return isRead;
}

async function approve(server: TestServer, key: string): Promise<string> {
  const moderator = await server.person('moderator');
  const [held] = (await moderator.list(key)).items;
  await moderator.callComment('POST', 'approve', key, held?.id ?? '');
  return held?.id ?? '';
}

onOneDatabase(
  'guests who may not comment',
  (server) => {
    it('asks guests who may not comment to sign in', async () => {
      const key = newKey();
      const { posting } = (await server().guest().open(key)).discussion;
      assert.equal(posting?.who, 'signed-in');
      assert.equal(posting?.guest, undefined);
      await server()
        .guest()
        .expectProblem('sign-in-required', 'POST', '/comments', { body: createDraft(key, 'Hello') });
      assert.equal(await isPublished(server(), await server().person('reader'), key), true);
    });

    it('may still report a comment', async () => {
      const key = newKey();
      const { id } = await (await server().person('reader')).post(key, 'Hello');
      await server().guest().callComment('PUT', 'report', key, id, { reason: 'spam' });
    });

    it('refuses to start if guests may not comment and no sign-in is configured', async () => {
      const config = {
        port: 0,
        bus: 'local',
        origins: [],
        retentionDays: 30,
        noticeMonths: 6,
        openMonths: 12,
        proxies: 0,
      } as const;
      const start = startServer(
        { ...config, database: { kind: 'pglite' }, identities: { kind: 'guests' } },
        { rules: { ...quickRules, guests: 'none' } },
      );
      await assert.rejects(start, /^ConfigError: Nobody can comment: guests is "none".+Set JWT_SECRET/);
    });
  },
  { rules: { ...quickRules, guests: 'none' } },
);

onOneDatabase(
  'guests whose comments are read first',
  (server) => {
    it('announces to guests, and not to accounts, that a moderator reads their comments first', async () => {
      const key = newKey();
      assert.equal((await server().guest().open(key)).discussion.posting?.premoderated, true);
      assert.equal(await isPublished(server(), server().guest(), key), false);
      const reader = await server().person('reader');
      assert.equal((await reader.open(key)).discussion.posting?.premoderated, undefined);
      assert.equal(await isPublished(server(), reader, key), true);
    });

    it('can change what is held, but not what a moderator has read', async () => {
      const key = newKey();
      const guest = server().guest();
      const { comment } = await guest.submit(createDraft(key, 'Hello'));
      const id = comment?.id ?? '';
      assert.equal(comment?.can?.edit, true);
      await guest.callComment('PATCH', '', key, id, { body: 'Hello, all' });
      await approve(server(), key);
      assert.equal((await guest.get(key, id)).can?.edit, false);
      await guest.expectCommentProblem('rejected', 'PATCH', '', key, id, { body: 'Something else' });
    });
  },
  { rules: { ...quickRules, guests: 'held' } },
);

onOneDatabase(
  'first comments that are read first',
  (server) => {
    it('holds the comments of a new reader until one of them is published', async () => {
      const [first, second] = [newKey(), newKey()];
      const guest = server().guest();
      assert.equal(await isPublished(server(), guest, first), false);
      assert.equal(await isPublished(server(), guest, second), false);
      await approve(server(), first);
      assert.equal(await isPublished(server(), guest, newKey()), true);
      assert.equal(await isPublished(server(), server().guest(), newKey()), false);
    });

    it('does not hold the first comment of a moderator', async () => {
      assert.equal(await isPublished(server(), await server().person('moderator'), newKey()), true);
    });
  },
  { rules: { ...quickRules, review: 'first-comments' } },
);

onOneDatabase(
  'comments that are all read first',
  (server) => {
    it('holds every comment, also from a reader whose comment was published before', async () => {
      const key = newKey();
      const reader = await server().person('reader');
      assert.equal((await reader.open(key)).discussion.posting?.premoderated, true);
      assert.equal(await isPublished(server(), reader, key), false);
      await approve(server(), key);
      assert.equal(await isPublished(server(), reader, newKey()), false);
    });
  },
  { rules: { ...quickRules, review: 'everything' } },
);
