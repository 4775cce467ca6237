import assert from 'node:assert/strict';
import { it } from 'node:test';
import { prune } from '../src/erasure/clean-up.js';
import { quickRules } from '../../test/support/demo-server/quick-rules.js';
import { createDraft, newKey } from '../../test/support/demo-server/reader.js';
import { onOneDatabase } from '../../test/support/demo-server/test-server.js';
import { everythingStored } from './everything-stored.js';
import { EventReader } from './event-reader.js';
import { ModerationPages } from './moderation-pages.js';
import { noticeReport } from './notice-report.js';

interface PersonalExport {
  readonly person: string;
  readonly exportedAt: string;
  readonly comments: readonly {
    readonly id: string;
    readonly discussion: string;
    readonly parentId: string | null;
    readonly author: { readonly name: string };
    readonly body: object;
  }[];
}

onOneDatabase(
  'the erasure of a person',
  (server) => {
    it('asks for confirmation and reports what was erased', async () => {
      const key = newKey();
      const [reader, author] = [await server().person('reader'), await server().person('author')];
      await reader.post(key, 'Mine');
      const { id } = await author.post(key, 'Not mine');
      await reader.callComment('PUT', 'vote', key, id, { value: 1 });
      await reader.callComment('PUT', 'report', key, id, { reason: 'spam' });
      const pages = await ModerationPages.open(server(), 'moderator');
      await pages.visit('/moderation/erase?identity=person:reader');
      assert.match(pages.text, /erase everything by <bdi>person:reader<\/bdi> \(<bdi>Ada Okafor<\/bdi>\)/);
      for (const words of ['Comments: 1', 'Votes: 1', 'Reports: 1', 'Sessions: 1', 'cannot be undone'])
        assert.ok(pages.text.includes(words), words);
      assert.match(await everythingStored(server().store), /Ada Okafor/);
      await pages.send('/moderation/erase', { identity: 'person:reader' });
      assert.equal(pages.notice, 'Erased everything by person:reader. Comments: 1, Votes: 1, Reports: 1, Sessions: 1');
      await reader.expectProblem('session-expired', 'POST', '/comments', { body: createDraft(key, 'Still here?') });
      await pages.visit('/moderation/erase?identity=person:reader');
      assert.match(pages.text, /There is nothing by <bdi>person:reader<\/bdi>/);
    });

    it('leaves only tombstones, to which the replies remain attached', async () => {
      const key = newKey();
      const [reader, author] = [await server().person('reader'), await server().person('author')];
      const parent = await reader.post(key, 'What the person wrote first');
      const answer = await author.post(key, 'An answer', { parentId: parent.id });
      const deep = await reader.post(key, 'What the person wrote then', { parentId: answer.id });
      const beside = await author.post(key, 'To the person', { parentId: deep.id });
      assert.equal(beside.replyTo?.name, 'Ada Okafor');
      const removed = await reader.post(key, 'What the person removed');
      await reader.callComment('DELETE', '', key, removed.id);
      await reader.submit(createDraft(key, 'What the person wrote about a casino'));
      await server()
        .guest()
        .callComment('PUT', 'report', key, parent.id, { reason: 'other', detail: 'Ada Okafor again' });

      const pages = await ModerationPages.open(server(), 'moderator');
      await pages.send('/moderation/erase', { identity: 'person:reader' });
      assert.equal(pages.status, 200);
      server().advanceClock(60);
      // Rate limits are kept until they expire.
      await prune(server().store);
      assert.doesNotMatch(await everythingStored(server().store), /What the person|Ada Okafor|person:reader|"reader"/);
      const { items, total } = await server().guest().list(key);
      assert.deepEqual(
        items.map(({ id, status, body, replyTo }) => [id, status, body.value, replyTo]),
        [
          [parent.id, 'deleted', '', undefined],
          [answer.id, 'visible', 'An answer', undefined],
          [beside.id, 'visible', 'To the person', undefined],
        ],
      );
      assert.equal(total, 2);
    });

    it('subtracts the votes and sends the new counts to readers at once', async () => {
      const key = newKey();
      const [reader, author] = [await server().person('reader'), await server().person('author')];
      const liked = await author.post(key, 'Liked');
      const disliked = await author.post(key, 'Disliked');
      const own = await reader.post(key, 'My own');
      await reader.callComment('PUT', 'vote', key, liked.id, { value: 1 });
      await reader.callComment('PUT', 'vote', key, disliked.id, { value: -1 });
      await (await server().person('moderator')).callComment('PUT', 'vote', key, liked.id, { value: 1 });
      const { position } = await server().guest().open(key);
      const events = await EventReader.follow(server().guest(), key, position);
      const pages = await ModerationPages.open(server(), 'moderator');
      await pages.send('/moderation/erase', { identity: 'person:reader' });
      assert.deepEqual((await server().guest().get(key, liked.id)).votes, { up: 1, down: 0, score: 1, mine: 0 });
      assert.deepEqual((await server().guest().get(key, disliked.id)).votes, { up: 0, down: 0, score: 0, mine: 0 });
      const told = await events.take(3);
      assert.deepEqual(
        told.map(({ type, data }) => `${type} ${data.id}`).sort(),
        [`changed ${disliked.id}`, `changed ${liked.id}`, `removed ${own.id}`].sort(),
      );
      events.close();
    });

    it('erases many comments in many discussions', async () => {
      const reader = await server().person('reader');
      const keys = [newKey(), newKey()];
      // More than one transaction takes.
      const parent = await reader.post(keys[0] ?? '', 'One of many');
      for (let number = 0; number < 54; number++)
        await reader.post(keys[0] ?? '', `One of many: ${number}`, { parentId: parent.id });
      await reader.post(keys[1] ?? '', 'One of many, elsewhere');
      const pages = await ModerationPages.open(server(), 'moderator');
      await pages.send('/moderation/erase', { identity: 'person:reader' });
      assert.match(pages.notice, /Comments: 56/);
      assert.doesNotMatch(await everythingStored(server().store), /One of many/);
      for (const key of keys) {
        const { items, total } = await server().guest().list(key);
        // No tombstone where only the person's own replies were.
        assert.deepEqual([items, total], [[], 0]);
      }
    });

    it('works for guests, found through one of their comments', async () => {
      const key = newKey();
      const guest = server().guest();
      const text = 'A casino by the pier';
      await guest.submit(createDraft(key, text, { guest: { name: 'Gustav the Guest' } }));
      await guest.post(key, 'A second one', { guest: { name: 'Gustav the Guest' } });
      const pages = await (await ModerationPages.open(server(), 'moderator')).find('/moderation', text);
      const link = /href="(\/moderation\/erase\?identity=guest[^"]*)"/.exec(pages.comment(text))?.[1] ?? '';
      await pages.visit(link);
      assert.match(pages.text, /\(<bdi>Gustav the Guest<\/bdi>\)/);
      assert.match(pages.text, /Comments: 2/);
      const identity = new URL(link, server().address).searchParams.get('identity') ?? '';
      await pages.send('/moderation/erase', { identity });
      assert.match(pages.notice, /Comments: 2, Votes: 0, Reports: 0, Sessions: 0$/);
      assert.doesNotMatch(await everythingStored(server().store), /Gustav|by the pier|A second one/);
    });

    it('is preceded by an export of everything, for moderators and for the person', async () => {
      const key = newKey();
      const [reader, author] = [await server().person('reader'), await server().person('author')];
      const { id } = await author.post(key, 'Not mine');
      const own = await reader.post(key, 'All that I said', { parentId: id });
      await reader.callComment('PUT', 'vote', key, id, { value: -1 });
      await reader.callComment('PUT', 'report', key, id, { reason: 'other', detail: 'What I told you' });
      await reader.callComment('PUT', 'report', key, id, noticeReport({ explanation: 'What the law says' }));
      const pages = await ModerationPages.open(server(), 'moderator');
      await pages.send('/moderation/warn', { identity: 'person:reader', warning: 'Mind your manners' });
      await pages.visit('/moderation/erase?identity=person:reader');
      const [, link = ''] = /href="([^"]*)" download/.exec(pages.text) ?? [];
      await pages.visit(link);
      assert.equal(pages.headers.get('content-disposition'), 'attachment; filename="comments.json"');
      const found = JSON.parse(pages.text) as PersonalExport;
      assert.equal(found.person, 'person:reader');
      const mine = found.comments.find((comment) => comment.id === own.id);
      assert.deepEqual(
        [mine?.discussion, mine?.parentId, mine?.body, mine?.author.name],
        [key, id, { format: 'text', value: 'All that I said' }, 'Ada Okafor'],
      );
      for (const words of ['What I told you', 'What the law says', 'Mind your manners', '"value": -1', 'expiresAt'])
        assert.ok(pages.text.includes(words), words);
      assert.ok(!pages.text.includes('Not mine'));
      const { exportedAt: _then, ...same } = await reader.call<PersonalExport>('GET', '/personal-data');
      const { exportedAt: _now, ...seen } = found;
      assert.deepEqual(same, seen);
      await server().guest().expectProblem('sign-in-required', 'GET', '/personal-data');
      await pages.visit('/moderation/erase/data?identity=Ada');
      assert.equal(pages.status, 422);
      await pages.send('/moderation/erase', { identity: 'person:reader' });
      await pages.visit(link);
      const left = JSON.parse(pages.text) as PersonalExport;
      assert.deepEqual(
        { ...left, person: '', exportedAt: '' },
        {
          person: '',
          exportedAt: '',
          comments: [],
          votes: [],
          reports: [],
          notices: [],
          mails: [],
          sessions: [],
          standing: null,
          addresses: [],
          firstWrites: [],
          moderation: { removed: [], decided: [], banned: [], handling: [] },
        },
      );
    });

    it('refuses an id that is not a person, with a remedy', async () => {
      const pages = await ModerationPages.open(server(), 'moderator');
      await pages.visit('/moderation/erase?identity=Ada%20Okafor');
      assert.equal(pages.status, 422);
      assert.match(pages.text, /Start with person: or guest:, as it stands beside each comment\./);
      assert.match(pages.text, /aria-invalid="true" aria-describedby="problem" autofocus/);
      await pages.send('/moderation/erase', { identity: '' });
      assert.equal(pages.status, 422);
    });
  },
  // Replies at level 1 are siblings that name whom they reply to.
  { rules: { ...quickRules, maxDepth: 1 } },
);
