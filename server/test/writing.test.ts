import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { it } from 'node:test';
import { changeDiscussion, refByKey } from '../src/discussion/change-discussion.js';
import { resolveReplyTarget } from '../src/operations/reply-target.js';
import { newKey, createDraft, type Reader } from '../../test/support/demo-server/reader.js';
import { onOneDatabase } from '../../test/support/demo-server/test-server.js';

const ids = (items: readonly { readonly id: string }[]): readonly string[] => items.map(({ id }) => id);

onOneDatabase('writing', (server) => {
  const expectRefused = (kind: string, reader: Reader, draft: object) =>
    reader.expectProblem(kind, 'POST', '/comments', { body: draft });

  it('shows a comment to everyone, and marks it as the author’s own to its author', async () => {
    const key = newKey();
    const guest = server().guest();
    const comment = await guest.post(key, 'First!\r\nSecond line', {
      guest: { name: ' Gus\u202e  Miller ', website: 'https://gus.example' },
    });
    assert.equal(comment.body.value, 'First!\nSecond line');
    assert.deepEqual(comment.author, { name: 'Gus Miller', url: 'https://gus.example/', badges: ['guest'] });
    assert.equal(comment.can?.edit, true);
    const seen = await server().guest().open(key);
    assert.equal(seen.discussion.total, 1);
    assert.deepEqual(ids(seen.page.items), [comment.id]);
    assert.equal(seen.page.items[0]?.can?.edit, false);
    assert.equal(seen.page.items[0]?.source, undefined);
  });

  it('uses the name of the account, regardless of the name in the request', async () => {
    const author = await server().person('author');
    const comment = await author.post(newKey(), 'I wrote the article.', { guest: { name: 'Somebody else' } });
    assert.deepEqual(comment.author, { id: 'ines', name: 'Ines Marlow', badges: ['author'] });
  });

  it('stores one comment per idempotency key under concurrent retries', async () => {
    const key = newKey();
    const draft = createDraft(key, 'Only once.');
    // Without a cookie, as after a lost response.
    const responses = await Promise.all(
      Array.from({ length: 8 }, () => server().guest().request('POST', '/comments', { body: draft })),
    );
    assert.deepEqual(responses.map(({ status }) => status).sort(), [200, 200, 200, 200, 200, 200, 200, 201]);
    const comments = new Set(responses.map(({ text }) => (JSON.parse(text) as { comment: { id: string } }).comment.id));
    assert.equal(comments.size, 1);
    assert.equal((await server().guest().list(key)).total, 1);
    const guest = server().guest();
    await guest.submit(draft);
    await expectRefused('conflict', guest, { ...draft, body: 'Another text.' });
  });

  it('stores one comment of a guest who received a cookie between two attempts', async () => {
    const key = newKey();
    const draft = createDraft(key, 'Was this stored?');
    const guest = server().guest();
    // The response with the cookie is lost.
    const { comment } = await server().guest().submit(draft);
    await guest.post(key, 'Something else meanwhile.');
    const retried = await guest.submit(draft);
    assert.equal(retried.comment?.id, comment?.id);
    assert.equal((await guest.list(key)).total, 2);
    // What another reader writes with the same key is theirs.
    const other = await server().person('reader');
    assert.notEqual((await other.submit(draft)).comment?.id, comment?.id);
  });

  it('accepts a retry even after the discussion has closed', async () => {
    const key = newKey();
    const reader = await server().person('reader');
    const moderator = await server().person('moderator');
    const draft = createDraft(key, 'Just in time.');
    const { comment } = await reader.submit(draft);
    await moderator.call('PUT', '/discussion/closed', { query: { discussion: key }, body: { closed: true } });
    assert.equal((await reader.submit(draft)).comment?.id, comment?.id);
    await expectRefused('closed', reader, createDraft(key, 'Too late.'));
  });

  it('keeps the idempotency keys of different people apart', async () => {
    const key = newKey();
    const submitKey = randomUUID();
    const first = await (await server().person('reader')).post(key, 'One', { submitKey });
    const second = await (await server().person('author')).post(key, 'Two', { submitKey });
    assert.notEqual(first.id, second.id);
  });

  it('explains what is wrong with a field', async () => {
    const guest = server().guest();
    const cases = [
      ['invalid', 'body', { body: ' \n ' }],
      ['too-long', 'body', { body: 'x'.repeat(5001) }],
      ['invalid', 'name', { guest: {} }],
      ['invalid', 'name', { guest: { name: '\u202e \u0007' } }],
      ['invalid', 'name', { guest: { name: 'x'.repeat(61) } }],
      ['invalid', 'email', { guest: { name: 'Gus', email: 'nowhere' } }],
      ['invalid', 'website', { guest: { name: 'Gus', website: 'javascript:alert(1)' } }],
    ] as const;
    for (const [kind, field, more] of cases) {
      const problem = await expectRefused(kind, guest, createDraft(newKey(), 'Fine.', more));
      assert.equal(problem.field, field, JSON.stringify(more));
      assert.match(problem.detail, /^[A-Z].*[.!/]$/);
    }
    assert.equal((await guest.post(newKey(), '👩‍👩‍👧‍👦'.repeat(5000))).status, 'visible');
    assert.equal((await guest.post(newKey(), `${'x'.repeat(5000)}\n`)).status, 'visible', 'white space at the end');
  });

  it('refuses a banned account and names the reason', async () => {
    const key = newKey();
    const banned = await server().person('banned');
    assert.equal((await banned.open(key)).discussion.posting?.refusal?.reason, 'banned');
    const problem = await expectRefused('blocked', banned, createDraft(key, 'Let me in.'));
    assert.equal(problem.code, 'banned');
  });

  it('holds listed words for review, shows them to their author and lets a moderator approve', async () => {
    const key = newKey();
    const guest = server().guest();
    const moderator = await server().person('moderator');
    const { outcome, comment } = await guest.submit(createDraft(key, 'Visit my C\u0301asi\u200bno now'));
    assert.equal(outcome, 'pending');
    const id = comment?.id ?? '';
    assert.deepEqual(ids((await guest.list(key)).items), [id]);
    assert.deepEqual(ids((await moderator.list(key)).items), [id]);
    const others = await server().guest().open(key);
    assert.deepEqual([others.page.items, others.discussion.total], [[], 0]);
    await server()
      .guest()
      .expectProblem('not-found', 'GET', `/comments/${id}`, { query: { discussion: key } });
    await expectRefused('parent-gone', moderator, createDraft(key, 'A reply', { parentId: id }));
    await guest.expectProblem('sign-in-required', 'POST', '/demo/approve', { body: { discussion: key, id } });
    await moderator.call('POST', '/demo/approve', { body: { discussion: key, id } });
    const approved = await server().guest().open(key);
    assert.deepEqual([ids(approved.page.items), approved.discussion.total], [[id], 1]);
  });

  it('rejects forbidden words without consuming the idempotency key', async () => {
    const key = newKey();
    const guest = server().guest();
    const draft = createDraft(key, 'You are vermin.');
    await expectRefused('rejected', guest, draft);
    assert.equal((await guest.submit({ ...draft, body: 'I do not agree.' })).outcome, 'published');
  });

  it('asks once to confirm a text in capitals', async () => {
    const reader = await server().person('reader');
    const draft = createDraft(newKey(), 'THIS IS THE END OF THE WORLD AS WE KNOW IT');
    const { challenge } = await expectRefused('confirm', reader, draft);
    await expectRefused('confirm', reader, { ...draft, confirm: 'anyway' });
    assert.equal(
      (await reader.submit({ ...draft, ...(challenge && { confirm: challenge.token }) })).outcome,
      'published',
    );
  });

  it('stores a reply to a comment at the deepest level as its sibling', async () => {
    const key = newKey();
    const reader = await server().person('reader');
    let parent = await reader.post(key, 'Level 0');
    for (let level = 1; level <= 8; level++) parent = await reader.post(key, `Level ${level}`, { parentId: parent.id });
    const beside = await reader.post(key, 'Level 9', { parentId: parent.id });
    assert.equal(beside.parentId, parent.parentId);
    assert.deepEqual(beside.replyTo, { id: parent.id, name: 'Ada Okafor' });
    assert.equal((await reader.list(key)).items.length, 10);
  });

  it('edits the latest revision within the time limit', async () => {
    const key = newKey();
    const reader = await server().person('reader');
    const { id, revision } = await reader.post(key, 'A tpyo');
    const edited = await reader.callComment('PATCH', '', key, id, { body: 'A typo', revision });
    assert.equal(edited.body.value, 'A typo');
    assert.ok(edited.editedAt);
    // A retry after a lost response.
    assert.equal(
      (await reader.callComment('PATCH', '', key, id, { body: 'A typo', revision })).revision,
      edited.revision,
    );
    await reader.expectCommentProblem('conflict', 'PATCH', '', key, id, { body: 'Another', revision });
    await reader.expectCommentProblem('rejected', 'PATCH', '', key, id, { body: 'A casino' });
    await (await server().person('author')).expectCommentProblem('forbidden', 'PATCH', '', key, id, { body: 'Mine' });
    assert.deepEqual(await reader.callComment('GET', 'source', key, id), { source: 'A typo' });
    server().advanceClock(16);
    await reader.expectCommentProblem('forbidden', 'PATCH', '', key, id, { body: 'Too late' });
  });

  it('moves a reply up to the deepest level of rules that have become stricter', async () => {
    const key = newKey();
    const reader = await server().person('reader');
    const [top, first] = [await reader.post(key, 'Top'), await reader.post(key, 'Other top')];
    const second = await reader.post(key, 'Second', { parentId: first.id });
    const third = await reader.post(key, 'Third', { parentId: second.id });
    const target = (id: string, maxDepth: number) =>
      changeDiscussion(server().store, refByKey(key), (change) =>
        resolveReplyTarget(change, id, { ...server().store.rules, maxDepth }),
      );
    const replyTo = { reply_to: third.id, reply_to_name: 'Ada Okafor' };
    assert.deepEqual(await target(third.id, 2), { parent: second.id, depth: 2, ...replyTo });
    assert.deepEqual(await target(third.id, 1), { parent: first.id, depth: 1, ...replyTo });
    assert.deepEqual(await target(third.id, 0), { parent: '', depth: 0, ...replyTo });
    assert.deepEqual(await target(top.id, 1), { parent: top.id, depth: 1, reply_to: null, reply_to_name: null });
  });

  it('removes a comment without replies, leaves a tombstone for one with replies, and restores both', async () => {
    const key = newKey();
    const reader = await server().person('reader');
    const parent = await reader.post(key, 'A question');
    const child = await reader.post(key, 'A reply', { parentId: parent.id });
    await server().guest().expectCommentProblem('forbidden', 'DELETE', '', key, parent.id);
    assert.deepEqual(await reader.callComment('DELETE', '', key, parent.id), { effect: 'tombstone' });
    assert.deepEqual(await reader.callComment('DELETE', '', key, parent.id), { effect: 'tombstone' });
    const { items, total } = await server().guest().list(key);
    assert.deepEqual([total, items[0]?.status, items[0]?.body.value, items[0]?.author], [1, 'deleted', '', null]);
    assert.doesNotMatch(JSON.stringify(items), /A question/);
    assert.equal((await reader.callComment('POST', 'restore', key, parent.id)).body.value, 'A question');
    assert.equal((await reader.callComment('POST', 'restore', key, parent.id)).body.value, 'A question');
    assert.deepEqual(await reader.callComment('DELETE', '', key, child.id), { effect: 'gone' });
    await server()
      .guest()
      .expectProblem('not-found', 'GET', `/comments/${child.id}`, { query: { discussion: key } });
    assert.equal((await reader.callComment('POST', 'restore', key, child.id)).status, 'visible');
    assert.equal((await reader.list(key)).total, 2);
  });

  it('lets only the moderator restore a removed comment', async () => {
    const key = newKey();
    const reader = await server().person('reader');
    const moderator = await server().person('moderator');
    const parent = await reader.post(key, 'Not nice');
    await reader.post(key, 'Indeed', { parentId: parent.id });
    await moderator.callComment('DELETE', '', key, parent.id);
    assert.equal((await reader.list(key)).items[0]?.status, 'hidden');
    await reader.expectCommentProblem('forbidden', 'POST', 'restore', key, parent.id);
    assert.equal((await moderator.callComment('POST', 'restore', key, parent.id)).status, 'visible');
  });

  it('finds a comment only in its own discussion', async () => {
    const reader = await server().person('reader');
    const { id } = await reader.post(newKey(), 'Here');
    await reader.expectCommentProblem('not-found', 'DELETE', '', newKey(), id);
    await reader.expectCommentProblem('not-found', 'GET', '', newKey(), id);
  });
});
