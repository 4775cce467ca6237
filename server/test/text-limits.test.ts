/** How much a text, and a page of them, may weigh. */
import assert from 'node:assert/strict';
import { it } from 'node:test';
import { sql } from 'kysely';
import { httpAdapter } from '../../src/adapters/http.js';
import type { Comment } from '../../src/model/adapter.js';
import { createDraft, newKey, readAll } from '../../test/support/demo-server/reader.js';
import { onOneDatabase } from '../../test/support/demo-server/test-server.js';

/** What an adapter reads of one response, in characters (`src/adapters/shared/fetch-text.ts`). */
const longestResponse = 10_000_000;

/** One letter with so many marks that no limit of characters stops it. */
const towering = `a${'\u0301'.repeat(90_000)}`;

onOneDatabase('a text', (server) => {
  it('has a limit in bytes, which one letter with endless marks exceeds', async () => {
    const key = newKey();
    const guest = server().guest();
    // Characters of up to 15 bytes.
    await guest.post(key, '👩🏽‍🚀😀x'.repeat(1666));
    const refused = await guest.expectProblem('too-long', 'POST', '/comments', {
      body: createDraft(key, `a${'\u0301'.repeat(16)}`.repeat(4900)),
    });
    assert.equal(refused.field, 'body');
    assert.deepEqual((await guest.open(key)).discussion.total, 1);
  });

  it('keeps sixteen marks on a letter in a comment, an edit and a name', async () => {
    const key = newKey();
    const guest = server().guest();
    const { id, body } = await guest.post(key, `Look: ${towering}!`);
    assert.equal(body.value, `Look: a${'\u0301'.repeat(16)}!`);
    const edited = await guest.callComment('PATCH', '', key, id, { body: `a${'\u0489\u200d'.repeat(50)}b` });
    assert.equal(edited.body.value, `a${'\u0489\u200d'.repeat(8)}b`);
    const { author } = await guest.post(key, 'Hello', { guest: { name: `G${'\u0336'.repeat(150)}us` } });
    assert.equal(author?.name, `G${'\u0336'.repeat(16)}us`);
  });

  it('is kept as typed in every script, and so are pictures of several characters', async () => {
    const text = 'ཧྐྵྨླྺྼྻྂ בְּרֵאשִׁ֖ית ที่น้ำ क्ष्म्य ế 🏴󠁧󠁢󠁳󠁣󠁴󠁿 👩🏽‍❤️‍💋‍👨🏿';
    assert.equal((await server().guest().post(newKey(), text)).body.value, text);
  });
});

onOneDatabase('a page', (server) => {
  /** Stores copies of a comment with a text that only an earlier version accepted. */
  async function multiply({ id }: Comment, count: number, parent: string): Promise<void> {
    await sql`insert into comments (discussion, id, number, parent, depth, body, format, status, created_at, score_since)
      select discussion, 'c' || n, number + n, ${parent}, 0, repeat('"', 250000), 'text', 'visible', created_at, 1
      from comments, generate_series(1, ${count}::int) as n where id = ${id}`.execute(server().store.database);
    if (parent !== '')
      await sql`update comments set replies = ${count} where id = ${parent}`.execute(server().store.database);
  }

  for (const sort of ['oldest', 'newest', 'top', 'replies'] as const) {
    it(`ends a page of heavy comments early, so that adapters read it, and continues by ${sort}`, async () => {
      const key = newKey();
      const reader = await server().person('reader');
      const first = await reader.post(key, 'Hello');
      await multiply(first, 90, '');
      const { text } = await reader.request('GET', '/discussion', { query: { discussion: key, sort, limit: '100' } });
      assert.ok(text.length < longestResponse / 2, `${text.length} characters`);
      const all = await readAll(reader, key, { sort, limit: '100' });
      assert.equal(new Set(all.map(({ id }) => id)).size, 91);
      assert.equal(all.length, 91);
      const adapter = httpAdapter({ src: server().address });
      const call = { signal: new AbortController().signal };
      const discussion = { key, url: 'https://news.example/article' };
      assert.equal((await adapter.open(discussion, call)).state, 'open');
      assert.ok((await adapter.list({ discussion, sort: 'oldest', limit: 100 }, call)).next);
    });
  }

  it('leaves the rest of heavy replies to the cursor of their parent', async () => {
    const key = newKey();
    const reader = await server().person('reader');
    const [first, second] = [await reader.post(key, 'One'), await reader.post(key, 'Two')];
    await multiply(second, 40, first.id);
    const { text } = await reader.request('GET', '/discussion', { query: { discussion: key, limit: '100' } });
    assert.ok(text.length < longestResponse / 2, `${text.length} characters`);
    const { items } = (JSON.parse(text) as { readonly page: { readonly items: readonly Comment[] } }).page;
    const [parent] = items;
    assert.equal(parent?.replies?.total, 40);
    const rest = await readAll(reader, key, { parent: first.id, cursor: parent?.replies?.next, limit: '100' });
    assert.equal(new Set([...items, ...rest].map(({ id }) => id)).size, 42);
  });
});
