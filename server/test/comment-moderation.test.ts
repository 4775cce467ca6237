import assert from 'node:assert/strict';
import { it } from 'node:test';
import type { Comment } from '../../src/model/adapter.js';
import { createDraft, newKey, type Reader } from '../../test/support/demo-server/reader.js';
import { onOneDatabase } from '../../test/support/demo-server/test-server.js';
import { hold } from './held-comments.js';
import { ModerationPages } from './moderation-pages.js';

onOneDatabase('moderation in the conversation', (server) => {
  const listed = async (reader: Reader, key: string): Promise<readonly Comment[]> => (await reader.list(key)).items;

  it('publishes a held comment, holds it again, and sends an event to all followers', async () => {
    const key = newKey();
    const moderator = await server().person('moderator');
    const text = await hold(server().guest(), key);
    const [held] = await listed(moderator, key);
    assert.deepEqual([held?.body.value, held?.status, held?.can?.approve], [text, 'pending', true]);
    const id = held?.id ?? '';
    for (let time = 0; time < 2; time++)
      assert.equal((await moderator.callComment('POST', 'approve', key, id, {})).status, 'visible');
    assert.equal((await server().guest().open(key)).discussion.total, 1);
    assert.equal((await moderator.callComment('POST', 'hold', key, id, {})).status, 'pending');
    assert.deepEqual(await listed(server().guest(), key), []);
    assert.equal((await server().guest().open(key)).discussion.total, 0);
  });

  it('does not hold a comment that has replies', async () => {
    const key = newKey();
    const moderator = await server().person('moderator');
    await hold(server().guest(), key);
    const id = (await listed(moderator, key))[0]?.id ?? '';
    await moderator.callComment('POST', 'approve', key, id, {});
    await moderator.post(key, 'An answer', { parentId: id });
    await moderator.expectCommentProblem('conflict', 'POST', 'hold', key, id, {});
  });

  it('rejects a held comment, and holds it again', async () => {
    const key = newKey();
    const moderator = await server().person('moderator');
    await hold(server().guest(), key);
    const id = (await listed(moderator, key))[0]?.id ?? '';
    for (let time = 0; time < 2; time++)
      assert.equal((await moderator.callComment('POST', 'reject', key, id, {})).status, 'rejected');
    assert.deepEqual(await listed(moderator, key), []);
    assert.equal((await moderator.callComment('POST', 'hold', key, id, {})).status, 'pending');
    assert.equal((await listed(moderator, key)).length, 1);
  });

  it('features and hides comments, hides the text from readers but not from moderators, and undoes both', async () => {
    const key = newKey();
    const moderator = await server().person('moderator');
    const { id } = await (await server().person('author')).post(key, 'Look at this');
    assert.equal((await moderator.callComment('PUT', 'feature', key, id, { featured: true })).featured, true);
    assert.equal((await server().guest().get(key, id)).featured, true);
    await moderator.callComment('PUT', 'feature', key, id, { featured: false });
    const hidden = await moderator.callComment('PUT', 'hide', key, id, { hidden: true });
    assert.deepEqual([hidden.status, hidden.body.value, hidden.can?.hide], ['hidden', 'Look at this', true]);
    const seen = await server().guest().get(key, id);
    assert.deepEqual([seen.status, seen.body.value, seen.author, seen.can?.hide], ['hidden', '', null, undefined]);
    assert.equal((await server().guest().open(key)).discussion.total, 0);
    await moderator.callComment('PUT', 'hide', key, id, { hidden: false });
    assert.equal((await server().guest().get(key, id)).body.value, 'Look at this');
    assert.equal((await server().guest().open(key)).discussion.total, 1);
  });

  it('does not unhide a removed comment', async () => {
    const key = newKey();
    const moderator = await server().person('moderator');
    const author = await server().person('author');
    const { id } = await author.post(key, 'Away with it');
    await author.post(key, 'An answer', { parentId: id });
    await moderator.callComment('DELETE', '', key, id);
    await moderator.expectCommentProblem('not-found', 'PUT', 'hide', key, id, { hidden: false });
  });

  it('refuses posts of a banned author until the ban is lifted', async () => {
    const key = newKey();
    const moderator = await server().person('moderator');
    const guest = server().guest();
    const { id } = await guest.post(key, 'I was here');
    await moderator.callComment('PUT', 'ban', key, id, { banned: true });
    assert.equal((await guest.open(key)).discussion.posting?.refusal?.reason, 'banned');
    await guest.expectProblem('blocked', 'POST', '/comments', { body: createDraft(key, 'And again') });
    await guest.expectCommentProblem('blocked', 'PATCH', '', key, id, { body: 'Changed' });
    await moderator.callComment('PUT', 'ban', key, id, { banned: false });
    await guest.post(key, 'Back again');
  });

  it('refuses moderation by readers who are not moderators', async () => {
    const key = newKey();
    const { id } = await (await server().person('author')).post(key, 'Mine');
    const reader = await server().person('reader');
    for (const [method, what, body] of [
      ['POST', 'approve', {}],
      ['POST', 'reject', {}],
      ['POST', 'hold', {}],
      ['PUT', 'feature', { featured: true }],
      ['PUT', 'hide', { hidden: true }],
      ['PUT', 'ban', { banned: true }],
    ] as const) {
      await reader.expectCommentProblem('forbidden', method, what, key, id, body);
      await server().guest().expectCommentProblem('sign-in-required', method, what, key, id, body);
    }
    assert.deepEqual(
      Object.keys((await reader.get(key, id)).can ?? {}).filter((name) => name === 'ban'),
      [],
    );
  });

  it('sets and clears the message of a discussion', async () => {
    const key = newKey();
    const pages = await ModerationPages.open(server(), 'moderator');
    await pages.send('/moderation/discussion', { discussion: key, message: 'What would **you** ask?' });
    assert.equal(pages.notice, 'Saved the settings of the discussion. They apply now.');
    const { message } = (await server().guest().open(key)).discussion;
    assert.deepEqual(message, { format: 'markdown', value: 'What would **you** ask?' });
    await pages.visit(`/moderation/discussion?discussion=${key}`);
    assert.match(pages.text, /What would \*\*you\*\* ask\?<\/textarea>/);
    await pages.send('/moderation/discussion', { discussion: key, message: '' });
    assert.equal(pages.notice, 'Saved the settings of the discussion. They apply now.');
    assert.equal((await server().guest().open(key)).discussion.message, undefined);
  });

  it('blocks a warned person until the warning is acknowledged, and erases the warning with the person', async () => {
    const key = newKey();
    const guest = server().guest();
    await guest.post(key, 'Too sharp');
    const pages = await ModerationPages.open(server(), 'moderator');
    const { owner } = await server()
      .store.database.selectFrom('comments')
      .select('owner')
      .where('body', '=', 'Too sharp')
      .executeTakeFirstOrThrow();
    const warn = (): Promise<unknown> =>
      pages.send('/moderation/warn', { identity: owner ?? '', warning: 'Please stay with the pier.' });
    await warn();
    assert.match(pages.notice, /^Warned the person/);
    const { warning } = (await guest.open(key)).discussion.viewer ?? {};
    assert.equal(warning?.message, 'Please stay with the pier.');
    await guest.expectProblem('forbidden', 'POST', '/comments', { body: createDraft(key, 'Let me explain') });
    const acknowledge = (id = ''): Promise<unknown> =>
      guest.call('PUT', '/warning/acknowledged', { query: { discussion: key }, body: { id } });
    await acknowledge('another');
    assert.equal((await guest.open(key)).discussion.viewer?.warning?.id, warning?.id);
    await acknowledge(warning?.id);
    await guest.post(key, 'I will');
    await warn();
    await pages.send('/moderation/erase', { identity: owner ?? '' });
    const { database } = server().store;
    const left = await database.selectFrom('standings').selectAll().where('identity', '=', owner).execute();
    assert.deepEqual(left, []);
  });

  it('refuses a warning without a person and a message without a discussion', async () => {
    const pages = await ModerationPages.open(server(), 'moderator');
    await pages.send('/moderation/warn', { identity: 'Bruno', warning: 'Hello' });
    assert.equal(pages.status, 422);
    assert.match(pages.text, /“Bruno” is not how a person is named here/);
    await pages.send('/moderation/discussion', { discussion: '', message: 'Hello' });
    assert.equal(pages.status, 422);
  });
});
