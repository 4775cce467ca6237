import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { it } from 'node:test';
import type { ReportReceipt, Votes } from '../../src/model/adapter.js';
import { newKey } from '../../test/support/demo-server/reader.js';
import { onOneDatabase } from '../../test/support/demo-server/test-server.js';

onOneDatabase('reacting', (server) => {
  it('counts one vote per person and shows them their own', async () => {
    const key = newKey();
    const author = await server().person('author');
    const [reader, moderator] = [await server().person('reader'), await server().person('moderator')];
    const { id } = await author.post(key, 'Vote for me');
    const value = (value: number) => ({ value });
    assert.deepEqual(await reader.callComment<Votes>('PUT', 'vote', key, id, value(1)), {
      up: 1,
      down: 0,
      score: 1,
      mine: 1,
    });
    assert.deepEqual(await reader.callComment<Votes>('PUT', 'vote', key, id, value(1)), {
      up: 1,
      down: 0,
      score: 1,
      mine: 1,
    });
    assert.deepEqual(await moderator.callComment<Votes>('PUT', 'vote', key, id, value(-1)), {
      up: 1,
      down: 1,
      score: 0,
      mine: -1,
    });
    assert.deepEqual(await reader.callComment<Votes>('PUT', 'vote', key, id, value(0)), {
      up: 0,
      down: 1,
      score: -1,
      mine: 0,
    });
    assert.equal((await moderator.get(key, id)).votes?.mine, -1);
    await author.expectCommentProblem('forbidden', 'PUT', 'vote', key, id, value(1));
    const guest = server().guest();
    await guest.expectCommentProblem('sign-in-required', 'PUT', 'vote', key, id, value(1));
    assert.equal((await guest.get(key, id)).can?.vote, undefined, 'left open for a guest');
    await (await server().person('banned')).expectCommentProblem('blocked', 'PUT', 'vote', key, id, value(1));
  });

  it('accepts one report per reader, with a reference, and lets them withdraw it', async () => {
    const key = newKey();
    const author = await server().person('author');
    const { id } = await author.post(key, 'Report me');
    const guest = server().guest();
    const first = await guest.callComment<ReportReceipt>('PUT', 'report', key, id, {
      reason: 'spam',
      detail: 'Third time today',
    });
    assert.match(first.reference ?? '', /^R-\w{8}$/);
    assert.deepEqual(await guest.callComment('PUT', 'report', key, id, { reason: 'abuse' }), {
      alreadyReported: true,
      reference: first.reference,
    });
    assert.equal((await guest.get(key, id)).reported, true);
    assert.equal((await author.get(key, id)).reported, undefined);
    await author.expectCommentProblem('forbidden', 'PUT', 'report', key, id, { reason: 'spam' });
    await guest.expectCommentProblem('invalid', 'PUT', 'report', key, id, { reason: 'because' });
    await server()
      .guest()
      .expectCommentProblem('too-long', 'PUT', 'report', key, id, { reason: 'spam', detail: 'x'.repeat(501) });
    await server().guest().expectCommentProblem('invalid', 'PUT', 'report', key, id, { reason: 'other', detail: ' ' });
    await guest.callComment('DELETE', 'report', key, id);
    await guest.callComment('DELETE', 'report', key, id);
    assert.equal((await guest.get(key, id)).reported, undefined);
  });

  it('answers a repeated report like the first', async () => {
    const key = newKey();
    const author = await server().person('author');
    const { id } = await author.post(key, 'Report me');
    for (const reporter of [await server().person('reader'), server().guest()]) {
      const report = (reportKey: string) =>
        reporter.callComment<ReportReceipt>('PUT', 'report', key, id, { reason: 'spam', key: reportKey });
      const reportKey = randomUUID();
      const first = await report(reportKey);
      assert.equal(first.alreadyReported, undefined);
      assert.deepEqual(await report(reportKey), first);
      assert.deepEqual(await report(randomUUID()), { ...first, alreadyReported: true });
    }
  });

  it('lets moderators pin comments, up to a limit', async () => {
    const key = newKey();
    const [reader, moderator] = [await server().person('reader'), await server().person('moderator')];
    const comments = [];
    for (let number = 0; number < 7; number++) comments.push(await reader.post(key, `Number ${number}`));
    const [first, ...others] = comments.toReversed();
    await reader.expectCommentProblem('forbidden', 'PUT', 'pin', key, first?.id ?? '', { pinned: true });
    await moderator.callComment('PUT', 'pin', key, first?.id ?? '', { pinned: true });
    await moderator.callComment('PUT', 'pin', key, first?.id ?? '', { pinned: true });
    const { items } = await reader.list(key);
    assert.deepEqual([items[0]?.id, items[0]?.pinned, items.length], [first?.id, true, 7]);
    for (const { id } of others.slice(0, 4)) await moderator.callComment('PUT', 'pin', key, id, { pinned: true });
    await moderator.expectCommentProblem('invalid', 'PUT', 'pin', key, others[4]?.id ?? '', { pinned: true });
    await moderator.callComment('PUT', 'pin', key, first?.id ?? '', { pinned: false });
    await moderator.callComment('PUT', 'pin', key, others[4]?.id ?? '', { pinned: true });
    const reply = await reader.post(key, 'A reply', { parentId: first?.id ?? null });
    await moderator.expectCommentProblem('invalid', 'PUT', 'pin', key, reply.id, { pinned: true });
  });

  it('closes and reopens manually, and closes on schedule', async () => {
    const key = newKey();
    const [reader, moderator] = [await server().person('reader'), await server().person('moderator')];
    const { id } = await reader.post(key, 'Before');
    const put = (closed: boolean) =>
      moderator.call('PUT', '/discussion/closed', { query: { discussion: key }, body: { closed } });
    await reader.expectProblem('forbidden', 'PUT', '/discussion/closed', {
      query: { discussion: key },
      body: { closed: true },
    });
    await put(true);
    const { discussion, page } = await reader.open(key);
    assert.equal(discussion.state, 'closed');
    assert.ok(discussion.closedAt);
    assert.deepEqual(
      [page.items[0]?.can?.reply, page.items[0]?.can?.edit, page.items[0]?.can?.remove],
      [false, false, true],
    );
    await reader.expectCommentProblem('closed', 'PATCH', '', key, id, { body: 'After' });
    await put(false);
    const { closesAt } = (await reader.open(key)).discussion;
    assert.ok(closesAt, 'the schedule still applies');

    const other = newKey();
    await reader.post(other, 'Before');
    assert.ok((await reader.open(other)).discussion.closesAt);
    server().advanceClock(91 * 24 * 60);
    const late = await server().person('reader');
    assert.equal((await late.open(other)).discussion.state, 'closed');
    assert.deepEqual(
      [(await late.open(key)).discussion.state, (await late.open(key)).discussion.closedAt],
      ['closed', closesAt],
      'reopened before the time of the schedule',
    );
    await (
      await server().person('moderator')
    ).call('PUT', '/discussion/closed', { query: { discussion: other }, body: { closed: false } });
    const reopened = (await late.open(other)).discussion;
    assert.deepEqual([reopened.state, 'closesAt' in reopened], ['open', false], 'reopened after that time');
    await late.expectProblem('session-expired', 'GET', '/viewer', { headers: reader.headers });
  });

  it('counts several discussions at once, with any keys', async () => {
    const key = newKey();
    const reader = await server().person('reader');
    await reader.post(key, 'One');
    await reader.post(key, 'Two');
    const { counts } = await reader.call<{ counts: Record<string, number> }>('GET', '/counts', {
      query: { discussion: [key, '__proto__', 'constructor'] },
    });
    assert.deepEqual(Object.entries(counts), [
      [key, 2],
      ['__proto__', 0],
      ['constructor', 0],
    ]);
  });
});
