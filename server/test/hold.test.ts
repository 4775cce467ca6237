/** Which comments a moderator reads first: for the site, and by decision of a moderator for one discussion. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readConfig } from '../src/rules/config.js';
import { type Hold, holdsOf, withHold } from '../src/rules/hold.js';
import { quickRules } from '../../test/support/demo-server/quick-rules.js';
import { createDraft, newKey, type Reader } from '../../test/support/demo-server/reader.js';
import { onOneDatabase, type TestServer } from '../../test/support/demo-server/test-server.js';
import { EventReader } from './event-reader.js';
import { ModerationPages } from './moderation-pages.js';

const outcomeOf = async (author: Reader, key: string, text = 'Hello'): Promise<string> =>
  (await author.submit(createDraft(key, text))).outcome;

/** Chooses what is held on the page of the discussion. */
async function choose(server: TestServer, key: string, hold: Hold | '', message = ''): Promise<ModerationPages> {
  const pages = await ModerationPages.open(server, 'moderator');
  return pages.send('/moderation/discussion', { discussion: key, hold, message });
}

async function publishHeld(server: TestServer, key: string): Promise<string> {
  const moderator = await server.person('moderator');
  const [held] = (await moderator.list(key)).items;
  await moderator.callComment('POST', 'approve', key, held?.id ?? '');
  return held?.id ?? '';
}

/** The label of the option that is chosen. */
const chosen = ({ text }: ModerationPages): string => /<option[^>]* selected>([^<]*)/.exec(text)?.[1] ?? '';

onOneDatabase('what is held in one discussion', (server) => {
  it('is what the site holds, until a moderator chooses something else', async () => {
    const key = newKey();
    assert.equal(await outcomeOf(server().guest(), key), 'published');
    const pages = await ModerationPages.open(server(), 'moderator');
    await pages.visit(`/moderation/discussion?discussion=${key}`);
    assert.equal(chosen(pages), 'As on the whole site');
    assert.match(pages.text, /As on the whole site: Those with certain words</);
    await pages.send('/moderation/discussion', { discussion: key, hold: 'everything', message: '' });
    assert.equal(pages.notice, 'Saved the settings of the discussion. They apply now.');
    await pages.visit(`/moderation/discussion?discussion=${key}`);
    assert.equal(chosen(pages), 'All');
    assert.equal(await outcomeOf(server().guest(), key), 'pending');
    assert.equal(await outcomeOf(await server().person('reader'), key), 'pending');
    assert.equal(await outcomeOf(server().guest(), newKey()), 'published');
    await choose(server(), key, '');
    assert.equal(await outcomeOf(server().guest(), key), 'published');
  });

  it('may be the comments of guests', async () => {
    const key = newKey();
    await choose(server(), key, 'guests');
    assert.equal((await server().guest().open(key)).discussion.posting?.premoderated, true);
    assert.equal(await outcomeOf(server().guest(), key), 'pending');
    const reader = await server().person('reader');
    assert.equal((await reader.open(key)).discussion.posting?.premoderated, undefined);
    assert.equal(await outcomeOf(reader, key), 'published');
  });

  it('may be first comments', async () => {
    const key = newKey();
    await choose(server(), key, 'first-comments');
    const guest = server().guest();
    assert.equal(await outcomeOf(guest, key), 'pending');
    await publishHeld(server(), key);
    assert.equal(await outcomeOf(guest, key), 'published');
    assert.equal(await outcomeOf(server().guest(), key), 'pending');
  });

  it('is named at each comment that is held without a word from the list', async () => {
    const [key, text] = [newKey(), `Hello from ${newKey()}`];
    await choose(server(), key, 'guests');
    await outcomeOf(server().guest(), key, text);
    const pages = await ModerationPages.open(server(), 'moderator');
    await pages.find('/moderation', text);
    assert.match(pages.comment(text), /Comments that wait for approval: All by guests</);
    await choose(server(), key, '');
    await pages.find('/moderation', text);
    assert.match(pages.comment(text), /Held earlier\./);
  });

  it('never includes the comments of moderators', async () => {
    const key = newKey();
    await choose(server(), key, 'everything');
    assert.equal(await outcomeOf(await server().person('moderator'), key), 'published');
  });

  it('keeps an author from changing what a moderator has read', async () => {
    const key = newKey();
    await choose(server(), key, 'everything');
    const guest = server().guest();
    await outcomeOf(guest, key);
    const id = await publishHeld(server(), key);
    assert.equal((await guest.get(key, id)).can?.edit, false);
    await guest.expectCommentProblem('rejected', 'PATCH', '', key, id, { body: 'Something else' });
    await choose(server(), key, '');
    assert.equal((await guest.get(key, id)).can?.edit, true);
  });

  it('is announced to open pages, with the message', async () => {
    const key = newKey();
    const streams = [];
    for (const one of [server().guest(), await server().person('reader')])
      streams.push(await EventReader.follow(one, key, '0'));
    await choose(server(), key, 'guests', 'We read along.');
    const [guests, accounts] = await Promise.all(streams.map((stream) => stream.next()));
    assert.equal(guests?.type, 'discussion');
    assert.deepEqual(
      [guests?.data.posting?.premoderated, guests?.data.posting?.who, guests?.data.message?.value],
      [true, 'anyone', 'We read along.'],
    );
    assert.equal(accounts?.data.posting?.premoderated, undefined);
    await choose(server(), key, '', 'We read along.');
    const [after] = await Promise.all(streams.map((stream) => stream.next()));
    assert.equal(after?.data.posting?.premoderated, undefined);
    for (const stream of streams) stream.close();
  });

  it('is refused if it is unknown', async () => {
    const key = newKey();
    const pages = await ModerationPages.open(server(), 'moderator');
    await pages.send('/moderation/discussion', { discussion: key, hold: 'nothing', message: '' });
    assert.equal(pages.status, 422);
    assert.match(pages.text, /There is no setting “nothing”|There is no setting &quot;nothing&quot;/);
    assert.equal(await outcomeOf(server().guest(), key), 'published');
  });
});

onOneDatabase(
  'a site that holds everything',
  (server) => {
    it('may leave a discussion to the words', async () => {
      const key = newKey();
      assert.equal(await outcomeOf(server().guest(), key), 'pending');
      await choose(server(), key, 'words');
      assert.equal(await outcomeOf(server().guest(), key), 'published');
      assert.equal(await outcomeOf(server().guest(), key, 'Visit my casino'), 'pending');
    });
  },
  { hold: 'everything' },
);

onOneDatabase(
  'a site where guests may not write',
  (server) => {
    it('does not let them into a discussion that holds them', async () => {
      const key = newKey();
      await choose(server(), key, 'guests');
      assert.equal((await server().guest().open(key)).discussion.posting?.who, 'signed-in');
      await server()
        .guest()
        .expectProblem('sign-in-required', 'POST', '/comments', { body: createDraft(key, 'Hello') });
    });
  },
  { rules: { ...quickRules, guests: 'none' } },
);

describe('the setting HOLD', () => {
  it('takes precedence over the house rules, which apply without it', () => {
    assert.equal(readConfig({}, 0).hold, undefined);
    const { hold } = readConfig({ HOLD: 'first-comments' }, 0);
    assert.equal(withHold({ ...quickRules, guests: 'held' }, hold).guests, 'allowed');
    assert.equal(withHold(quickRules, hold).review, 'first-comments');
    assert.equal(withHold(quickRules, undefined), quickRules);
  });

  it('refuses other values', () =>
    assert.throws(
      () => readConfig({ HOLD: 'all' }, 0),
      /^ConfigError: HOLD is "all"\. Use one of: words, guests, first-comments, everything\.$/,
    ));

  it('is one of the house rules, or two of them', () => {
    assert.deepEqual(holdsOf(quickRules), ['words']);
    assert.deepEqual(holdsOf({ ...quickRules, guests: 'held' }), ['guests']);
    assert.deepEqual(holdsOf({ ...quickRules, guests: 'held', review: 'first-comments' }), [
      'guests',
      'first-comments',
    ]);
    assert.deepEqual(holdsOf({ ...quickRules, guests: 'held', review: 'everything' }), ['everything']);
  });
});
