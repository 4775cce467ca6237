import assert from 'node:assert/strict';
import { it } from 'node:test';
import type { ReportReceipt, Votes } from '../../src/model/adapter.js';
import { aKey } from '../support/demo-server/reader.js';
import { onEachDatabase } from '../support/demo-server/test-server.js';

onEachDatabase('reacting', (server) => {
  it('counts one vote of each person, and says which is theirs', async () => {
    const key = aKey();
    const author = await server().person('author');
    const [reader, moderator] = [await server().person('reader'), await server().person('moderator')];
    const { id } = await author.post(key, 'Vote for me');
    const value = (value: number) => ({ value });
    assert.deepEqual(await reader.do<Votes>('PUT', 'vote', key, id, value(1)), { up: 1, down: 0, score: 1, mine: 1 });
    assert.deepEqual(await reader.do<Votes>('PUT', 'vote', key, id, value(1)), { up: 1, down: 0, score: 1, mine: 1 });
    assert.deepEqual(await moderator.do<Votes>('PUT', 'vote', key, id, value(-1)), { up: 1, down: 1, score: 0, mine: -1 });
    assert.deepEqual(await reader.do<Votes>('PUT', 'vote', key, id, value(0)), { up: 0, down: 1, score: -1, mine: 0 });
    assert.equal((await moderator.get(key, id)).votes?.mine, -1);
    await author.cannot('forbidden', 'PUT', 'vote', key, id, value(1));
    const guest = server().guest();
    await guest.cannot('sign-in-required', 'PUT', 'vote', key, id, value(1));
    assert.equal((await guest.get(key, id)).can?.vote, undefined, 'neither promised to a guest nor denied');
    await (await server().person('banned')).cannot('blocked', 'PUT', 'vote', key, id, value(1));
  });

  it('takes one report of each reader, with a reference, and takes it back', async () => {
    const key = aKey();
    const author = await server().person('author');
    const { id } = await author.post(key, 'Report me');
    const guest = server().guest();
    const first = await guest.do<ReportReceipt>('PUT', 'report', key, id, { reason: 'spam', detail: 'Third time today' });
    assert.match(first.reference ?? '', /^R-\w{8}$/);
    assert.deepEqual(await guest.do('PUT', 'report', key, id, { reason: 'abuse' }), { alreadyReported: true, reference: first.reference });
    assert.equal((await guest.get(key, id)).reported, true);
    assert.equal((await author.get(key, id)).reported, undefined);
    await author.cannot('forbidden', 'PUT', 'report', key, id, { reason: 'spam' });
    await guest.cannot('invalid', 'PUT', 'report', key, id, { reason: 'because' });
    await server().guest().cannot('invalid', 'PUT', 'report', key, id, { reason: 'other', detail: ' ' });
    await guest.do('DELETE', 'report', key, id);
    await guest.do('DELETE', 'report', key, id);
    assert.equal((await guest.get(key, id)).reported, undefined);
  });

  it('lets moderators pin comments in front, up to a number', async () => {
    const key = aKey();
    const [reader, moderator] = [await server().person('reader'), await server().person('moderator')];
    const comments = [];
    for (let number = 0; number < 7; number++) comments.push(await reader.post(key, `Number ${number}`));
    const [first, ...others] = comments.toReversed();
    await reader.cannot('forbidden', 'PUT', 'pin', key, first?.id ?? '', { pinned: true });
    await moderator.do('PUT', 'pin', key, first?.id ?? '', { pinned: true });
    await moderator.do('PUT', 'pin', key, first?.id ?? '', { pinned: true });
    const { items } = await reader.list(key);
    assert.deepEqual([items[0]?.id, items[0]?.pinned, items.length], [first?.id, true, 7]);
    for (const { id } of others.slice(0, 4)) await moderator.do('PUT', 'pin', key, id, { pinned: true });
    await moderator.cannot('invalid', 'PUT', 'pin', key, others[4]?.id ?? '', { pinned: true });
    await moderator.do('PUT', 'pin', key, first?.id ?? '', { pinned: false });
    await moderator.do('PUT', 'pin', key, others[4]?.id ?? '', { pinned: true });
    const reply = await reader.post(key, 'An answer', { parentId: first?.id ?? null });
    await moderator.cannot('invalid', 'PUT', 'pin', key, reply.id, { pinned: true });
  });

  it('closes and opens by hand, and closes when the time is over', async () => {
    const key = aKey();
    const [reader, moderator] = [await server().person('reader'), await server().person('moderator')];
    const { id } = await reader.post(key, 'Before');
    const put = (closed: boolean) => moderator.ask('PUT', '/discussion/closed', { query: { discussion: key }, body: { closed } });
    await reader.refused('forbidden', 'PUT', '/discussion/closed', { query: { discussion: key }, body: { closed: true } });
    await put(true);
    const { discussion, page } = await reader.open(key);
    assert.equal(discussion.state, 'closed');
    assert.ok(discussion.closedAt);
    assert.deepEqual([page.items[0]?.can?.reply, page.items[0]?.can?.edit, page.items[0]?.can?.remove], [false, false, true]);
    await reader.cannot('closed', 'PATCH', '', key, id, { body: 'After' });
    await put(false);
    assert.deepEqual(Object.keys((await reader.open(key)).discussion).includes('closesAt'), false);

    const other = aKey();
    await reader.post(other, 'Before');
    assert.ok((await reader.open(other)).discussion.closesAt);
    server().pass(91 * 24 * 60);
    const late = await server().person('reader');
    assert.equal((await late.open(other)).discussion.state, 'closed');
    await late.refused('session-expired', 'GET', '/viewer', { headers: reader.headers });
  });

  it('counts several discussions at once, whatever their keys are called', async () => {
    const key = aKey();
    const reader = await server().person('reader');
    await reader.post(key, 'One');
    await reader.post(key, 'Two');
    const { counts } = await reader.ask<{ counts: Record<string, number> }>('GET', '/counts', {
      query: { discussion: [key, '__proto__', 'constructor'] },
    });
    assert.deepEqual(Object.entries(counts), [
      [key, 2],
      ['__proto__', 0],
      ['constructor', 0],
    ]);
  });
});
