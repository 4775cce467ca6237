import assert from 'node:assert/strict';
import { it } from 'node:test';
import { sql } from 'kysely';
import type { Comment, Sort } from '../../src/model/adapter.js';
import { newKey, readAll } from '../../test/support/demo-server/reader.js';
import { onOneDatabase } from '../../test/support/demo-server/test-server.js';
import { randomFrom } from '../../test/support/random-from.js';
import { seed } from '../../test/support/seed.mjs';

onOneDatabase('paging', (server) => {
  for (const sort of ['oldest', 'newest', 'top'] as const satisfies readonly Sort[]) {
    it(`shows each comment once by ${sort} while others post, vote, pin and remove (SEED=${seed})`, async () => {
      const random = randomFrom(seed);
      const below = (limit: number): number => Math.floor(random() * limit);
      const key = newKey();
      const [author, reader, moderator] = [
        await server().person('author'),
        await server().person('reader'),
        await server().person('moderator'),
      ];
      const before: Comment[] = [];
      for (let number = 0; number < 30; number++) before.push(await author.post(key, `Number ${number}`));
      const any = (): string => before[below(before.length)]?.id ?? '';
      for (let number = 0; number < 15; number++)
        await reader.callComment('PUT', 'vote', key, any(), { value: below(3) - 1 });
      await moderator.callComment('PUT', 'pin', key, before[20]?.id ?? '', { pinned: true });
      const removed = new Set<string>();

      const seen: Comment[] = [];
      for (let cursor: string | undefined, isFirst = true; isFirst || cursor !== undefined; isFirst = false) {
        const page = await reader.list(key, { sort, limit: String(1 + below(6)), cursor });
        seen.push(...page.items);
        cursor = page.next;
        for (let step = below(4); step > 0; step--) {
          const id = any();
          if (random() < 0.3) await author.post(key, 'Added meanwhile');
          else if (random() < 0.2) removed.add(id);
          else if (!removed.has(id)) await moderator.callComment('PUT', 'vote', key, id, { value: below(3) - 1 });
          if (removed.has(id)) await author.callComment('DELETE', '', key, id);
        }
      }
      const ids = seen.map(({ id }) => id);
      assert.equal(new Set(ids).size, ids.length, 'A comment was repeated.');
      const missing = before.filter(({ id }) => !removed.has(id) && !ids.includes(id));
      assert.deepEqual(missing, [], 'A comment is missing.');
      assert.equal(ids[0], before[20]?.id);
      const rest = seen
        .filter(({ id }) => id !== before[20]?.id)
        .map(({ id }) => before.findIndex((one) => one.id === id));
      if (sort === 'newest')
        assert.deepEqual(
          rest.filter((index) => index >= 0),
          rest.filter((index) => index >= 0).sort((a, b) => b - a),
        );
    });
  }

  it('keeps the order by votes that the list started with', async () => {
    const key = newKey();
    const [author, reader] = [await server().person('author'), await server().person('reader')];
    const [low, high] = [await author.post(key, 'Low'), await author.post(key, 'High')];
    await reader.callComment('PUT', 'vote', key, high.id, { value: 1 });
    const first = await reader.list(key, { sort: 'top', limit: '1' });
    assert.deepEqual([first.items[0]?.id, first.items[0]?.votes?.score], [high.id, 1]);
    await (await server().person('moderator')).callComment('PUT', 'vote', key, low.id, { value: 1 });
    await reader.callComment('PUT', 'vote', key, high.id, { value: -1 });
    const second = await reader.list(key, { sort: 'top', limit: '1', cursor: first.next });
    assert.deepEqual([second.items[0]?.id, second.items[0]?.votes?.score, second.next], [low.id, 1, undefined]);
    assert.equal((await reader.list(key, { sort: 'top' })).items[0]?.id, low.id);
    server().advanceClock(61);
    await reader.expectProblem('invalid', 'GET', '/comments', {
      query: { discussion: key, sort: 'top', cursor: first.next },
    });
  });

  it('includes some replies, with a cursor for the rest', async () => {
    const key = newKey();
    const reader = await server().person('reader');
    const parent = await reader.post(key, 'A question');
    const replies: Comment[] = [];
    for (let number = 0; number < 13; number++)
      replies.push(await reader.post(key, `ApiResponse ${number}`, { parentId: parent.id }));
    const nested = await reader.post(key, 'Because', { parentId: replies[2]?.id ?? null });
    const { items } = await server().guest().list(key, { sort: 'newest' });
    const shown = items.filter(({ parentId }) => parentId === parent.id).map(({ id }) => id);
    assert.deepEqual(
      shown,
      replies.slice(0, 10).map(({ id }) => id),
    );
    assert.ok(items.some(({ id }) => id === nested.id));
    const { total, next } = items[0]?.replies ?? {};
    assert.equal(total, 13);
    const rest = await server().guest().list(key, { sort: 'newest', parent: parent.id, cursor: next });
    assert.deepEqual(
      rest.items.map(({ id }) => id),
      replies.slice(10).map(({ id }) => id),
    );
    // It would be the number of the replies, which their parent has said.
    assert.equal('total' in rest, false);
    const all = await readAll(server().guest(), key, { parent: parent.id, limit: '4' });
    assert.deepEqual(all.map(({ id }) => id).sort(), [...replies, nested].map(({ id }) => id).sort());
    assert.deepEqual((await server().guest().get(key, parent.id)).replies?.total, 13);
  });

  it('returns the position of a comment in each order, as in the list', async () => {
    const key = newKey();
    const [author, moderator] = [await server().person('author'), await server().person('moderator')];
    const comments: Comment[] = [];
    for (let number = 0; number < 8; number++) comments.push(await author.post(key, `Number ${number}`));
    const idOf = (index: number): string => comments[index]?.id ?? '';
    await author.post(key, 'A reply', { parentId: idOf(0) });
    for (const index of [3, 5]) await moderator.callComment('PUT', 'vote', key, idOf(index), { value: 1 });
    for (const index of [6, 4]) await moderator.callComment('PUT', 'pin', key, idOf(index), { pinned: true });
    await author.callComment('DELETE', '', key, idOf(1));
    const guest = server().guest();
    for (const sort of ['oldest', 'newest', 'top'] as const) {
      const listed = (await readAll(guest, key, { sort })).filter(({ parentId }) => parentId === null);
      const places: (number | undefined)[] = [];
      for (const { id } of listed) places.push((await guest.get(key, id)).preceding?.[sort]);
      assert.deepEqual(places, [...listed.keys()], sort);
    }
  });

  it('returns no position for replies and for comments beyond thousands of others', async () => {
    const key = newKey();
    const reader = await server().person('reader');
    const first = await reader.post(key, 'The first');
    const reply = await reader.post(key, 'A reply', { parentId: first.id });
    assert.equal((await reader.get(key, reply.id)).preceding, undefined);
    await sql`insert into comments (discussion, id, number, parent, depth, body, format, status, created_at, score_since)
      select discussion, 'c' || n, number + n, '', 0, 'Number ' || n, 'text', 'visible', created_at, 1
      from comments, generate_series(2, 5002) as n where id = ${first.id}`.execute(server().store.database);
    assert.deepEqual((await reader.get(key, 'c5002')).preceding, { newest: 0, top: 0 });
  });

  it('rejects cursors of other lists and forged ones', async () => {
    const [key, other] = [newKey(), newKey()];
    const reader = await server().person('reader');
    for (const discussion of [key, key, other]) await reader.post(discussion, 'Hello');
    const { next = '' } = await reader.list(key, { limit: '1' });
    const refuse = (query: Readonly<Record<string, string>>) =>
      reader.expectProblem('invalid', 'GET', '/comments', { query: { discussion: key, cursor: next, ...query } });
    await refuse({ discussion: other });
    await refuse({ sort: 'newest' });
    await refuse({ cursor: `x${next}` });
    await refuse({ cursor: `${Buffer.from('{"number":0,"early":[]}').toString('base64url')}.x` });
    assert.equal((await reader.list(key, { cursor: next })).items.length, 1);
  });
});

onOneDatabase('the featured comments', (server) => {
  for (const sort of ['oldest', 'newest', 'top', 'replies'] as const) {
    it(`lists featured comments without parents and replies, page by page, by ${sort}`, async () => {
      const key = newKey();
      const reader = await server().person('reader');
      const moderator = await server().person('moderator');
      const [first, second, third] = [
        await reader.post(key, 'First'),
        await reader.post(key, 'Second'),
        await reader.post(key, 'Third'),
      ];
      const reply = await reader.post(key, 'A reply', { parentId: second.id });
      await moderator.callComment('PUT', 'pin', key, second.id, { pinned: true });
      const picked = [first, third, reply].map(({ id }) => id);
      for (const id of picked) await moderator.callComment('PUT', 'feature', key, id, { featured: true });
      const found: string[] = [];
      for (let cursor: string | undefined, isFirst = true; isFirst || cursor !== undefined; isFirst = false) {
        const page = await reader.list(key, { sort, filter: 'featured', limit: '1', cursor });
        assert.equal(page.total, 3);
        found.push(...page.items.map(({ id }) => id));
        cursor = page.next;
      }
      assert.deepEqual([...found].sort(), [...picked].sort());
      if (sort === 'oldest') assert.deepEqual(found, picked);
      await moderator.callComment('PUT', 'hide', key, third.id, { hidden: true });
      assert.equal((await reader.list(key, { filter: 'featured' })).total, 2);
    });
  }

  it('refuses a cursor of another list for the featured comments', async () => {
    const key = newKey();
    const reader = await server().person('reader');
    await reader.post(key, 'First');
    await reader.post(key, 'Second');
    const { next = '' } = await reader.list(key, { limit: '1' });
    await reader.expectProblem('invalid', 'GET', '/comments', {
      query: { discussion: key, cursor: next, filter: 'featured' },
    });
  });
});

onOneDatabase('the order by replies', (server) => {
  it('starts with the comments with most replies, page by page', async () => {
    const key = newKey();
    const reader = await server().person('reader');
    const posted: Comment[] = [];
    for (const text of ['Quiet', 'Busy', 'Pinned', 'Some']) posted.push(await reader.post(key, text));
    const [quiet, busy, pinned, some] = posted.map(({ id }) => id) as [string, string, string, string];
    for (const parent of [busy, some, busy]) await reader.post(key, 'A reply', { parentId: parent });
    await (await server().person('moderator')).callComment('PUT', 'pin', key, pinned, { pinned: true });
    const roots: string[] = [];
    for (let cursor: string | undefined, isFirst = true; isFirst || cursor !== undefined; isFirst = false) {
      const page = await reader.list(key, { sort: 'replies', limit: '2', cursor });
      roots.push(...page.items.filter(({ parentId }) => !parentId).map(({ id }) => id));
      cursor = page.next;
    }
    assert.deepEqual(roots, [pinned, busy, some, quiet]);
  });

  it('falls back to the first offered order if the requested one is unknown', async () => {
    const key = newKey();
    const reader = await server().person('reader');
    const [first] = [await reader.post(key, 'First'), await reader.post(key, 'Second')];
    assert.equal((await reader.list(key, { sort: 'mood' })).items[0]?.id, first.id);
  });
});
