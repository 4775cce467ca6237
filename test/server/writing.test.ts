import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { it } from 'node:test';
import { aKey, draftOf, type Reader } from '../support/demo-server/reader.js';
import { onEachDatabase } from '../support/demo-server/test-server.js';

const ids = (items: readonly { readonly id: string }[]): readonly string[] => items.map(({ id }) => id);

onEachDatabase('writing', (server) => {
  const refusedDraft = (kind: string, reader: Reader, draft: object) => reader.refused(kind, 'POST', '/comments', { body: draft });

  it('shows a comment to everybody, and as the writer’s own to its writer', async () => {
    const key = aKey();
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

  it('names who is signed in, whatever name the request gives', async () => {
    const author = await server().person('author');
    const comment = await author.post(aKey(), 'I wrote the article.', { guest: { name: 'Somebody else' } });
    assert.deepEqual(comment.author, { id: 'ines', name: 'Ines Marlow', badges: ['author'] });
  });

  it('stores one comment for one key, however often and at once it is sent', async () => {
    const key = aKey();
    const draft = draftOf(key, 'Only once.');
    // Without a cookie, as after an answer that was lost.
    const answers = await Promise.all(Array.from({ length: 8 }, () => server().guest().request('POST', '/comments', { body: draft })));
    assert.deepEqual(answers.map(({ status }) => status).sort(), [200, 200, 200, 200, 200, 200, 200, 201]);
    const comments = new Set(answers.map(({ text }) => (JSON.parse(text) as { comment: { id: string } }).comment.id));
    assert.equal(comments.size, 1);
    assert.equal((await server().guest().list(key)).total, 1);
    await refusedDraft('conflict', server().guest(), { ...draft, body: 'Another text.' });
  });

  it('answers a key that was stored before also when the discussion has been closed meanwhile', async () => {
    const key = aKey();
    const reader = await server().person('reader');
    const moderator = await server().person('moderator');
    const draft = draftOf(key, 'Just in time.');
    const { comment } = await reader.submit(draft);
    await moderator.ask('PUT', '/discussion/closed', { query: { discussion: key }, body: { closed: true } });
    assert.equal((await reader.submit(draft)).comment?.id, comment?.id);
    await refusedDraft('closed', reader, draftOf(key, 'Too late.'));
  });

  it('keeps the keys of different people apart', async () => {
    const key = aKey();
    const submitKey = randomUUID();
    const first = await (await server().person('reader')).post(key, 'One', { submitKey });
    const second = await (await server().person('author')).post(key, 'Two', { submitKey });
    assert.notEqual(first.id, second.id);
  });

  it('says in words what is wrong with a field', async () => {
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
      const problem = await refusedDraft(kind, guest, draftOf(aKey(), 'Fine.', more));
      assert.equal(problem.field, field, JSON.stringify(more));
      assert.match(problem.detail, /^[A-Z].*[.!/]$/);
    }
    assert.equal((await guest.post(aKey(), '👩‍👩‍👧‍👦'.repeat(5000))).status, 'visible');
  });

  it('refuses who is banned, in their words', async () => {
    const key = aKey();
    const banned = await server().person('banned');
    assert.equal((await banned.open(key)).discussion.posting?.refusal?.reason, 'banned');
    const problem = await refusedDraft('blocked', banned, draftOf(key, 'Let me in.'));
    assert.equal(problem.code, 'banned');
  });

  it('holds some words for the editors, shows them to the writer and lets a moderator approve', async () => {
    const key = aKey();
    const guest = server().guest();
    const moderator = await server().person('moderator');
    const { outcome, comment } = await guest.submit(draftOf(key, 'Visit my C\u0301asi\u200bno now'));
    assert.equal(outcome, 'pending');
    const id = comment?.id ?? '';
    assert.deepEqual(ids((await guest.list(key)).items), [id]);
    assert.deepEqual(ids((await moderator.list(key)).items), [id]);
    const others = await server().guest().open(key);
    assert.deepEqual([others.page.items, others.discussion.total], [[], 0]);
    await server()
      .guest()
      .refused('not-found', 'GET', `/comments/${id}`, { query: { discussion: key } });
    await refusedDraft('parent-gone', moderator, draftOf(key, 'An answer', { parentId: id }));
    await guest.refused('sign-in-required', 'POST', '/demo/approve', { body: { discussion: key, id } });
    await moderator.ask('POST', '/demo/approve', { body: { discussion: key, id } });
    const approved = await server().guest().open(key);
    assert.deepEqual([ids(approved.page.items), approved.discussion.total], [[id], 1]);
  });

  it('rejects some words and uses up nothing', async () => {
    const key = aKey();
    const guest = server().guest();
    const draft = draftOf(key, 'You are vermin.');
    await refusedDraft('rejected', guest, draft);
    assert.equal((await guest.submit({ ...draft, body: 'I do not agree.' })).outcome, 'published');
  });

  it('asks once whether a shouted text is meant', async () => {
    const reader = await server().person('reader');
    const draft = draftOf(aKey(), 'THIS IS THE END OF THE WORLD AS WE KNOW IT');
    const { challenge } = await refusedDraft('confirm', reader, draft);
    await refusedDraft('confirm', reader, { ...draft, confirm: 'anyway' });
    assert.equal((await reader.submit({ ...draft, ...(challenge && { confirm: challenge.token }) })).outcome, 'published');
  });

  it('puts an answer to the deepest level beside it', async () => {
    const key = aKey();
    const reader = await server().person('reader');
    let parent = await reader.post(key, 'Level 0');
    for (let level = 1; level <= 8; level++) parent = await reader.post(key, `Level ${level}`, { parentId: parent.id });
    const beside = await reader.post(key, 'Level 9', { parentId: parent.id });
    assert.equal(beside.parentId, parent.parentId);
    assert.deepEqual(beside.replyTo, { id: parent.id, name: 'Ada Okafor' });
    assert.equal((await reader.list(key)).items.length, 10);
  });

  it('edits the newest version, once, within its time', async () => {
    const key = aKey();
    const reader = await server().person('reader');
    const { id, revision } = await reader.post(key, 'A tpyo');
    const edited = await reader.do('PATCH', '', key, id, { body: 'A typo', revision });
    assert.equal(edited.body.value, 'A typo');
    assert.ok(edited.editedAt);
    // The same once more, as after a lost answer.
    assert.equal((await reader.do('PATCH', '', key, id, { body: 'A typo', revision })).revision, edited.revision);
    await reader.cannot('conflict', 'PATCH', '', key, id, { body: 'Another', revision });
    await reader.cannot('rejected', 'PATCH', '', key, id, { body: 'A casino' });
    await (await server().person('author')).cannot('forbidden', 'PATCH', '', key, id, { body: 'Mine' });
    assert.deepEqual(await reader.do('GET', 'source', key, id), { source: 'A typo' });
    server().pass(16);
    await reader.cannot('forbidden', 'PATCH', '', key, id, { body: 'Too late' });
  });

  it('removes without a trace what has no answers, leaves a tombstone where there are some, and restores both', async () => {
    const key = aKey();
    const reader = await server().person('reader');
    const parent = await reader.post(key, 'A question');
    const child = await reader.post(key, 'An answer', { parentId: parent.id });
    await server().guest().cannot('forbidden', 'DELETE', '', key, parent.id);
    assert.deepEqual(await reader.do('DELETE', '', key, parent.id), { effect: 'tombstone' });
    assert.deepEqual(await reader.do('DELETE', '', key, parent.id), { effect: 'tombstone' });
    const { items, total } = await server().guest().list(key);
    assert.deepEqual([total, items[0]?.status, items[0]?.body.value, items[0]?.author], [1, 'deleted', '', null]);
    assert.doesNotMatch(JSON.stringify(items), /A question/);
    assert.equal((await reader.do('POST', 'restore', key, parent.id)).body.value, 'A question');
    assert.equal((await reader.do('POST', 'restore', key, parent.id)).body.value, 'A question');
    assert.deepEqual(await reader.do('DELETE', '', key, child.id), { effect: 'gone' });
    await server()
      .guest()
      .refused('not-found', 'GET', `/comments/${child.id}`, { query: { discussion: key } });
    assert.equal((await reader.do('POST', 'restore', key, child.id)).status, 'visible');
    assert.equal((await reader.list(key)).total, 2);
  });

  it('lets nobody restore what a moderator has removed', async () => {
    const key = aKey();
    const reader = await server().person('reader');
    const moderator = await server().person('moderator');
    const parent = await reader.post(key, 'Not nice');
    await reader.post(key, 'Indeed', { parentId: parent.id });
    await moderator.do('DELETE', '', key, parent.id);
    assert.equal((await reader.list(key)).items[0]?.status, 'hidden');
    await reader.cannot('forbidden', 'POST', 'restore', key, parent.id);
    assert.equal((await moderator.do('POST', 'restore', key, parent.id)).status, 'visible');
  });

  it('finds a comment in its own discussion only', async () => {
    const reader = await server().person('reader');
    const { id } = await reader.post(aKey(), 'Here');
    await reader.cannot('not-found', 'DELETE', '', aKey(), id);
    await reader.cannot('not-found', 'GET', '', aKey(), id);
  });
});
