import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readConfig } from '../src/rules/config.js';
import { eraseExpired } from '../src/erasure/erase-expired.js';
import { monthsBefore } from '../src/erasure/erase-decided.js';
import { deliverDue } from '../src/delivery/outbox.js';
import type { ReportReceipt } from '../../src/model/adapter.js';
import { createPgliteDatabase } from '../../test/support/demo-server/pglite-database.js';
import { quickRules } from '../../test/support/demo-server/quick-rules.js';
import { createDraft, newKey, type Opened } from '../../test/support/demo-server/reader.js';
import { ServerClock } from '../../test/support/demo-server/server-clock.js';
import {
  createPostgresDatabase,
  describeOnPostgres,
  onOneDatabase,
  TestServer,
} from '../../test/support/demo-server/test-server.js';
import { everythingStored } from './everything-stored.js';
import { EventReader } from './event-reader.js';
import { ModerationPages } from './moderation-pages.js';
import { noticeReport } from './notice-report.js';

const day = 24 * 60;

onOneDatabase(
  'retention',
  (server) => {
    it('keeps a removed comment for 30 days, during which it can be restored, and then erases it', async () => {
      const key = newKey();
      const guest = server().guest();
      const guestDetails = { guest: { name: 'Wilhelmina', website: 'https://wilhelmina.example' } };
      const alone = await guest.post(key, 'Nobody replied to this', guestDetails);
      const parent = await guest.post(key, 'A question with replies', guestDetails);
      const reply = await (await server().person('reader')).post(key, 'The reply', { parentId: parent.id });
      await (await server().person('author')).callComment('PUT', 'vote', key, parent.id, { value: 1 });
      for (const { id } of [alone, parent]) await guest.callComment('DELETE', '', key, id);
      assert.deepEqual(
        (await server().guest().list(key)).items.map(({ id, status, author }) => [id, status, author?.name]),
        [
          [parent.id, 'deleted', undefined],
          [reply.id, 'visible', 'Ada Okafor'],
        ],
      );
      server().advanceClock(29 * day);
      await eraseExpired(server().store);
      assert.equal((await guest.callComment('POST', 'restore', key, alone.id)).body.value, 'Nobody replied to this');
      await guest.callComment('DELETE', '', key, alone.id);
      server().advanceClock(2 * day);
      await eraseExpired(server().store);
      await guest.expectCommentProblem('not-found', 'POST', 'restore', key, parent.id);
      assert.equal(
        (await guest.callComment('POST', 'restore', key, alone.id)).status,
        'visible',
        'its time began anew',
      );
      await guest.callComment('DELETE', '', key, alone.id);
      server().advanceClock(31 * day);
      await eraseExpired(server().store);
      await guest.expectCommentProblem('not-found', 'POST', 'restore', key, alone.id);
      assert.doesNotMatch(await everythingStored(server().store), /Nobody replied|A question with|ilhelmina/);
      assert.deepEqual(
        (await server().guest().list(key)).items.map(({ id, status, body }) => [id, status, body.value]),
        [
          [parent.id, 'deleted', ''],
          [reply.id, 'visible', 'The reply'],
        ],
      );
    });

    it('keeps no earlier version of an edited text', async () => {
      const key = newKey();
      const reader = await server().person('reader');
      const { id } = await reader.post(key, 'Before the rewording');
      await reader.callComment('PATCH', '', key, id, { body: 'After the rewording' });
      assert.doesNotMatch(await everythingStored(server().store), /Before the rewording/);
      await reader.callComment('DELETE', '', key, id);
      server().advanceClock(31 * day);
      await eraseExpired(server().store);
      assert.doesNotMatch(await everythingStored(server().store), /the rewording/);
    });

    it('erases the text of a handled report 30 days after it was handled', async () => {
      const key = newKey();
      const { id } = await (await server().person('author')).post(key, 'The reported one');
      const reader = await server().person('reader');
      await reader.callComment('PUT', 'report', key, id, { reason: 'private', detail: 'This is my address' });
      server().advanceClock(60 * day);
      await eraseExpired(server().store);
      const pages = await (await ModerationPages.open(server(), 'moderator')).visit('/moderation/reported');
      assert.match(pages.comment('The reported one'), /This is my address/, 'an open report is kept');
      await pages.press('dismiss', 'The reported one');
      server().advanceClock(29 * day);
      await eraseExpired(server().store);
      assert.match(await everythingStored(server().store), /This is my address/);
      server().advanceClock(2 * day);
      await eraseExpired(server().store);
      assert.doesNotMatch(await everythingStored(server().store), /This is my address|"reporter":"person/);
    });

    it('erases the words and the sender of what is still open after twelve months', async () => {
      const key = newKey();
      const { id } = await (await server().person('author')).post(key, 'Nobody has looked at this');
      const reader = await server().person('reader');
      await reader.callComment('PUT', 'report', key, id, { reason: 'other', detail: 'Look here' });
      const notice = noticeReport({ explanation: 'Look there' });
      const { statusUrl = '' } = await reader.callComment<ReportReceipt>('PUT', 'report', key, id, notice);
      await deliverDue(server().store);
      server().advanceClock(366 * day);
      await eraseExpired(server().store);
      assert.doesNotMatch(
        await everythingStored(server().store),
        /Look here|Look there|Nora|nora@|section 111|"reporter":"person/,
      );
      const pages = await (await ModerationPages.open(server(), 'moderator')).visit('/moderation/reported');
      assert.match(pages.comment('Nobody has looked at this'), /Something else/, 'the report waits, without its words');
      await pages.visit('/moderation/notices');
      assert.equal(pages.has('Nobody has looked at this'), false, 'a notice without its words cannot be decided');
      assert.match(await (await fetch(statusUrl)).text(), /Your notice expired without a decision\./);
    });

    it('erases the reports and the note together with the comment', async () => {
      const key = newKey();
      const { id } = await (await server().person('author')).post(key, 'An insult');
      await server().guest().callComment('PUT', 'report', key, id, { reason: 'abuse', detail: 'He says: insult' });
      const pages = await (await ModerationPages.open(server(), 'moderator')).visit('/moderation/reported');
      await pages.press('remove', 'An insult', { reason: 'abuse', note: 'The insult is in the text' });
      server().advanceClock(31 * day);
      await eraseExpired(server().store);
      assert.doesNotMatch(await everythingStored(server().store), /insult/);
      const later = await (await ModerationPages.open(server(), 'moderator')).visit('/moderation/removed');
      assert.deepEqual([later.status, later.has('An insult')], [200, false]);
    });

    it('erases the author’s name in replies to the comment, and sends the change to readers', async () => {
      const key = newKey();
      const wilma = { guest: { name: 'Wilma of the Pier' } };
      const top = await server().guest().post(key, 'At the top');
      const guest = server().guest();
      const deep = await guest.post(key, 'Deep', { parentId: top.id, ...wilma });
      const beside = await (await server().person('reader')).post(key, 'To Wilma', { parentId: deep.id });
      assert.equal(beside.replyTo?.name, 'Wilma of the Pier');
      await guest.callComment('DELETE', '', key, deep.id);
      server().advanceClock(31 * day);
      const { position } = await server().guest().open(key);
      const events = await EventReader.follow(server().guest(), key, position);
      await eraseExpired(server().store);
      assert.doesNotMatch(await everythingStored(server().store), /Wilma of the Pier/);
      const { type, data } = await events.next();
      assert.deepEqual([type, data.id], ['changed', beside.id]);
      events.close();
    });

    it('still answers a retried post and a retried removal of an erased comment', async () => {
      const key = newKey();
      const reader = await server().person('reader');
      const draft = createDraft(key, 'Posted once');
      const { comment } = await reader.submit(draft);
      await reader.callComment('DELETE', '', key, comment?.id ?? '');
      server().advanceClock(31 * day);
      await eraseExpired(server().store);
      const late = await server().person('reader');
      assert.deepEqual(await late.submit(draft), { outcome: 'published' });
      assert.deepEqual(await late.callComment('DELETE', '', key, comment?.id ?? ''), { effect: 'gone' });
      assert.equal((await late.list(key)).total, 0);
    });
  },
  { rules: { ...quickRules, maxDepth: 1 } },
);

onOneDatabase(
  'a retention of 0 days',
  (server) => {
    it('erases at once and offers no undo', async () => {
      const key = newKey();
      const reader = await server().person('reader');
      const opened: Opened & { readonly offers: { readonly operations: readonly string[] } } = await reader.call(
        'GET',
        '/discussion',
        { query: { discussion: key } },
      );
      assert.deepEqual(
        ['removeComment', 'restoreComment'].filter((name) => opened.offers.operations.includes(name)),
        ['removeComment'],
      );
      const parent = await reader.post(key, 'Gone at once');
      await (await server().person('author')).post(key, 'A reply', { parentId: parent.id });
      for (let attempt = 0; attempt < 2; attempt++)
        assert.deepEqual(await reader.callComment('DELETE', '', key, parent.id), { effect: 'tombstone' });
      await reader.expectCommentProblem('not-found', 'POST', 'restore', key, parent.id);
      assert.doesNotMatch(await everythingStored(server().store), /Gone at once|Ada Okafor/);
    });

    it('erases the text of a report as soon as it is handled', async () => {
      const key = newKey();
      const { id } = await (await server().person('author')).post(key, 'Report this');
      await server().guest().callComment('PUT', 'report', key, id, { reason: 'spam', detail: 'I saw it before' });
      const pages = await (await ModerationPages.open(server(), 'moderator')).visit('/moderation/reported');
      await pages.press('dismiss', 'Report this');
      assert.doesNotMatch(await everythingStored(server().store), /I saw it before/);
      await server().guest().callComment('PUT', 'report', key, id, { reason: 'spam' });
      await pages.visit('/moderation/reported');
      await pages.press('remove', 'Report this', { reason: 'spam' });
      assert.equal(
        pages.notice,
        'Removed the comment by Ines Marlow. No one will be able to read it. You can’t undo this.',
      );
    });
  },
  { retentionDays: 0 },
);

describe('the clean-up', () => {
  it('runs when the server starts', async () => {
    const { config, drop } = await createPgliteDatabase();
    try {
      const clock = new ServerClock();
      const first = await TestServer.start(config, { clock });
      const reader = await first.person('reader');
      const key = newKey();
      const { id } = await reader.post(key, 'Removed long ago');
      await reader.callComment('DELETE', '', key, id);
      await first.close();
      clock.advance({ minutes: 31 * day });
      const second = await TestServer.start(config, { clock });
      const stored = await everythingStored(second.store);
      await second.close();
      assert.doesNotMatch(stored, /Removed long ago/);
    } finally {
      await drop();
    }
  });
});

describeOnPostgres('the clean-up of a shared database', () => {
  it('runs in several instances at once', async () => {
    const { config, drop } = await createPostgresDatabase();
    try {
      const clock = new ServerClock();
      const servers = await Promise.all([1, 2, 3].map(() => TestServer.start(config, { clock })));
      const reader = await servers[0]?.person('reader');
      assert.ok(reader);
      const keys = Array.from({ length: 5 }, newKey);
      for (const key of keys) {
        const top = await reader.post(key, 'At the top');
        for (let number = 0; number < 5; number++) {
          const { id } = await reader.post(key, `Removed reply ${number}`, { parentId: top.id });
          await reader.callComment('DELETE', '', key, id);
        }
      }
      clock.advance({ minutes: 31 * day });
      await Promise.all(servers.map(({ store }) => eraseExpired(store)));
      assert.ok(servers[1]);
      const stored = await everythingStored(servers[1].store);
      await Promise.all(servers.map((server) => server.close()));
      assert.doesNotMatch(stored, /Removed reply/);
      assert.equal(stored.match(/At the top/g)?.length, 5);
    } finally {
      await drop();
    }
  });
});

describe('six months', () => {
  it('counts six months as calendar months, however long those are', () => {
    const before = (time: string): string => monthsBefore(new Date(time), 6).toISOString();
    assert.equal(before('2026-09-01T12:00:00.000Z'), '2026-03-01T12:00:00.000Z', '184 days');
    assert.equal(before('2026-08-31T12:00:00.000Z'), '2026-02-28T12:00:00.000Z');
    assert.equal(before('2026-03-15T12:00:00.000Z'), '2025-09-15T12:00:00.000Z', '181 days');
  });
});

describe('how long things are kept', () => {
  it('is 30 unless set, and 0 erases at once', () => {
    assert.equal(readConfig({}, 0).retentionDays, 30);
    assert.equal(readConfig({ RETENTION_DAYS: '0' }, 0).retentionDays, 0);
    assert.equal(readConfig({ RETENTION_DAYS: '365' }, 0).retentionDays, 365);
    assert.deepEqual([readConfig({}, 0).noticeMonths, readConfig({}, 0).openMonths], [6, 12]);
    assert.throws(
      () => readConfig({ NOTICE_MONTHS: '5' }, 0),
      /NOTICE_MONTHS must be a whole number from 6 to 120, not "5"/,
    );
    assert.throws(
      () => readConfig({ OPEN_MONTHS: '0' }, 0),
      /OPEN_MONTHS must be a whole number from 1 to 120, not "0"/,
    );
  });

  it('refuses an invalid value with the value and the remedy', () => {
    for (const value of ['soon', '-1', '1.5', ' ', '1e2', '99999', '30 days'])
      assert.throws(() => readConfig({ RETENTION_DAYS: value }, 0), {
        name: 'ConfigError',
        message: `RETENTION_DAYS must be a whole number from 0 to 3650, not "${value}".`,
      });
  });
});
