/** Events that are reported to other software, received on this machine and verified with a published library. */
import assert from 'node:assert/strict';
import { randomBytes, randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, beforeEach, describe, it, mock } from 'node:test';
import { Webhook } from 'standardwebhooks';
import type { OutgoingConfig } from '../src/rules/config.js';
import { deliverDue } from '../src/delivery/outbox.js';
import type { ReportReceipt } from '../../src/model/adapter.js';
import { createDraft, newKey } from '../../test/support/demo-server/reader.js';
import { TestReceiver, type ReceivedRequest } from '../../test/support/demo-server/receiver.js';
import { ServerClock } from '../../test/support/demo-server/server-clock.js';
import { ServerLog } from '../../test/support/demo-server/server-log.js';
import { describeOnOneDatabase, onOneDatabase, TestServer } from '../../test/support/demo-server/test-server.js';
import { everythingStored } from './everything-stored.js';
import { hold, newText } from './held-comments.js';
import { ModerationPages } from './moderation-pages.js';
import { noticeReport } from './notice-report.js';

interface Message {
  readonly type: string;
  readonly timestamp: string;
  readonly data: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
}

const newSecret = (): string => `whsec_${randomBytes(32).toString('base64')}`;

/** Tests deliver by themselves. */
const untilTestsEnd = 3_600_000;

const secret = newSecret();
const receiver = await TestReceiver.start();
after(() => receiver.close());

const outgoing: OutgoingConfig = {
  policy: { allowsHttp: true, allowsPrivate: true },
  webhooks: [{ url: receiver.url, secrets: [secret] }],
};

/** The message of a request, which the library accepts only if the signature is right and the time is that of the attempt. */
function verified({ body, headers }: ReceivedRequest, now: Date): Message {
  mock.timers.enable({ apis: ['Date'], now });
  try {
    return new Webhook(secret).verify(body, headers as Record<string, string>) as Message;
  } finally {
    mock.timers.reset();
  }
}

/** The members of `data` in all messages so far, by type; of objects also their members. */
const seen = new Map<string, Set<string>>();

function noteMembers({ type, data }: Message): void {
  const members = seen.get(type) ?? new Set();
  seen.set(type, members);
  for (const [name, value] of Object.entries(data)) {
    members.add(name);
    const parts: unknown = value;
    if (typeof parts === 'object' && parts) for (const part of Object.keys(parts)) members.add(`${name}.${part}`);
  }
}

const log = new ServerLog();

const day = 24 * 60;

onOneDatabase(
  'webhooks',
  (server) => {
    const deliver = (): Promise<void> => deliverDue(server().store);

    beforeEach(async () => {
      receiver.respond = () => ({ status: 204 });
      await deliver();
      receiver.received.length = 0;
      log.clear();
    });

    /** Delivers, and returns the messages about a discussion, all of them verified. */
    async function messagesOn(key: string): Promise<readonly Message[]> {
      receiver.received.length = 0;
      await deliver();
      const messages = receiver.received.map((request) => verified(request, server().now));
      messages.forEach(noteMembers);
      return messages.filter(({ data }) => data['discussion']?.['key'] === key);
    }

    it('reports a comment that is published, edited, removed and restored', async () => {
      const key = newKey();
      const reader = await server().person('reader');
      const parent = await server().guest().post(key, 'A question');
      assert.deepEqual(
        (await messagesOn(key)).map(({ type, data }) => [type, data['comment']?.['author']]),
        [
          ['comment.created', { kind: 'guest', name: 'Gus' }],
          ['comment.published', { kind: 'guest', name: 'Gus' }],
        ],
      );
      const { id } = await reader.post(key, 'An anser', { parentId: parent.id });
      const [created, published, ...none] = await messagesOn(key);
      assert.deepEqual(none, []);
      assert.deepEqual(created, {
        type: 'comment.created',
        timestamp: server().now.toISOString(),
        data: {
          discussion: { key, url: '', title: null },
          comment: {
            id,
            parentId: parent.id,
            status: 'published',
            author: { kind: 'account', id: 'ada', name: 'Ada Okafor' },
            body: { format: 'text', value: 'An anser' },
            createdAt: server().now.toISOString(),
            editedAt: null,
            revision: '1',
            reasons: [],
          },
        },
      });
      assert.deepEqual(published, { ...created, type: 'comment.published' });
      await reader.callComment('PATCH', '', key, id, { body: 'An answer' });
      const [edited] = await messagesOn(key);
      assert.equal(edited?.type, 'comment.edited');
      assert.deepEqual(edited.data['comment']?.['body'], { format: 'text', value: 'An answer' });
      await reader.callComment('DELETE', '', key, id);
      assert.deepEqual(
        (await messagesOn(key)).map(({ type, data }) => [type, data['comment']]),
        [['comment.removed', { id, parentId: parent.id }]],
      );
      await reader.callComment('POST', 'restore', key, id);
      assert.deepEqual(
        (await messagesOn(key)).map(({ type }) => type),
        ['comment.published'],
      );
    });

    it('reports a comment that is held, approved, and removed for a reason', async () => {
      const key = newKey();
      const text = await hold(server().guest(), key);
      assert.deepEqual(
        (await messagesOn(key)).map(({ type, data }) => [type, data['comment']?.['status']]),
        [
          ['comment.created', 'held'],
          ['comment.held', 'held'],
        ],
      );
      const pages = await (await ModerationPages.open(server(), 'moderator')).find('/moderation', text);
      await pages.press('approve', text);
      assert.deepEqual(
        (await messagesOn(key)).map(({ type }) => type),
        ['comment.published'],
      );
      const other = await hold(server().guest(), key);
      await messagesOn(key);
      await (await pages.find('/moderation', other)).press('remove', other, { reason: 'spam' });
      assert.deepEqual(
        (await messagesOn(key)).map(({ type, data }) => [type, data['reason']]),
        [['comment.removed', 'spam']],
      );
    });

    it('sends a report of a reader once, a notice, and the decision on it', async () => {
      const key = newKey();
      const text = newText('Burn it down');
      const { id } = await (await server().person('author')).post(key, text);
      await messagesOn(key);
      const guest = server().guest();
      const report = { reason: 'other', detail: 'It is not nice.', key: randomUUID() };
      for (let attempt = 0; attempt < 2; attempt++) await guest.callComment('PUT', 'report', key, id, report);
      const [reported, ...none] = await messagesOn(key);
      assert.deepEqual(none, []);
      assert.equal(reported?.type, 'comment.reported');
      const { reference: reportReference, ...rest } = reported.data['report'] ?? {};
      assert.match(String(reportReference), /^R-/);
      assert.deepEqual(rest, { reason: 'other', detail: 'It is not nice.' });
      const { reference } = await server().guest().callComment<ReportReceipt>('PUT', 'report', key, id, noticeReport());
      const [received] = await messagesOn(key);
      assert.equal(received?.type, 'notice.received');
      assert.deepEqual(received.data['notice'], {
        reference,
        reason: 'illegal',
        explanation: 'It calls for violence against a neighbour.',
        law: 'Criminal Code, section 111',
        urls: ['https://news.example/article#comment-1'],
      });
      const pages = await (await ModerationPages.open(server(), 'moderator')).find('/moderation/notices', text);
      await pages.press('decide', text, {
        measure: 'removed',
        ground: 'law',
        rule: 'Criminal Code, section 111',
        facts: 'It calls for a crime.',
        redress: 'Write to us within six months.',
        href: 'mailto:editors@gazette.example',
        automatedDetection: 'yes',
      });
      const messages = await messagesOn(key);
      assert.deepEqual(
        messages.map(({ type }) => type),
        ['comment.removed', 'decision.made'],
      );
      assert.deepEqual(messages[1]?.data, {
        discussion: { key, url: '', title: null },
        comment: { id, parentId: null },
        decision: {
          measure: 'removed',
          ground: 'law',
          rule: 'Criminal Code, section 111',
          facts: 'It calls for a crime.',
          automatedDetection: true,
          automated: false,
          decidedAt: server().now.toISOString(),
        },
        notice: reference,
      });
    });

    it('sends no address, no secret of a guest and no idempotency key', async () => {
      const key = newKey();
      const guest = server().guest();
      const draft = createDraft(key, 'Hello', { guest: { name: 'Gus', email: 'gus@mail.example' } });
      const { comment } = await guest.submit(draft);
      const id = comment?.id ?? '';
      const [report, notice] = [{ reason: 'spam', key: randomUUID() }, noticeReport()];
      const sender = server().guest();
      await sender.callComment('PUT', 'report', key, id, report);
      const { statusUrl = '' } = await sender.callComment<ReportReceipt>('PUT', 'report', key, id, notice);
      const messages = JSON.stringify(await messagesOn(key));
      assert.match(messages, /notice\.received/);
      const token = statusUrl.split('/').at(-1) ?? '';
      const secrets = [
        draft.submitKey,
        report.key,
        notice.key,
        token,
        ...guest.cookies.values(),
        ...sender.cookies.values(),
      ];
      for (const value of ['@', 'Nora', ...secrets]) {
        assert.notEqual(value, '');
        assert.ok(!messages.includes(value), value);
      }
    });

    it('retries events at growing intervals, with the same ID and the time of the attempt', async () => {
      const key = newKey();
      await server().guest().post(key, 'Is anybody there?');
      const started = server().now.getTime();
      const attempts: (readonly [id: unknown, minutes: number])[] = [];
      receiver.respond = ({ headers, body }) => {
        if (body.includes('comment.published')) return { status: 204 };
        attempts.push([
          headers['webhook-id'],
          Number(headers['webhook-timestamp']) / 60 - Math.floor(started / 1000) / 60,
        ]);
        return { status: attempts.length < 4 ? 500 : 200 };
      };
      for (let minute = 0; minute < 60; minute++) {
        await deliver();
        server().advanceClock(1);
      }
      assert.equal(new Set(attempts.map(([id]) => id)).size, 1);
      assert.deepEqual(
        attempts.map(([, minutes]) => Math.round(minutes)),
        [0, 1, 6, 36],
      );
      for (const request of receiver.received)
        verified(request, new Date(Number(request.headers['webhook-timestamp']) * 1000));
      assert.deepEqual(log.errors, []);
    });

    it('gives up events after days, with an error that contains no text', async () => {
      await server().guest().post(newKey(), 'Nobody hears this');
      receiver.respond = () => ({ status: 302, headers: { location: receiver.url } });
      for (let attempt = 0; attempt < 18; attempt++) {
        await deliver();
        server().advanceClock(2 * day);
      }
      assert.equal(log.errors.length, 2);
      assert.match(
        log.errors[0] ?? '',
        /^The event comment\.\w+ \(.*\) for http:\/\/127\.0\.0\.1:\d+ could not be sent/,
      );
      assert.match(log.text, /responded with the status 302/);
      assert.deepEqual(await server().store.database.selectFrom('outbox').selectAll().execute(), []);
    });

    it('reports the removal of a comment of an erased person without its text', async () => {
      const key = newKey();
      receiver.respond = () => ({ status: 503 });
      const reader = await server().person('reader');
      await reader.post(key, 'My secret is Wilhelmina');
      await deliver();
      const pages = await ModerationPages.open(server(), 'moderator');
      await pages.send('/moderation/erase', { identity: 'person:reader' });
      assert.doesNotMatch(await everythingStored(server().store), /Wilhelmina/);
      receiver.respond = () => ({ status: 204 });
      server().advanceClock(day);
      assert.deepEqual(
        (await messagesOn(key)).map(({ type }) => type),
        ['comment.removed'],
      );
    });
  },
  { outgoing, interval: untilTestsEnd, log },
);

describe('server/README.md', () => {
  const page = readFileSync(join(import.meta.dirname, '..', '..', 'server', 'README.md'), 'utf8');
  /** The row of a table with this first cell. */
  const rowOf = (name: string): string => new RegExp(`^\\| \`${name}\` .*$`, 'm').exec(page)?.[0] ?? '';

  it('documents each event with all members that were received', () => {
    assert.equal(seen.size, 8);
    for (const [type, members] of seen) {
      assert.notEqual(rowOf(type), '', type);
      for (const member of members) {
        const [name = '', inner] = member.split('.');
        assert.ok(rowOf(type).includes(`\`${name}\``), `${type}: ${member}`);
        if (inner !== undefined) assert.ok(rowOf(name).includes(`\`${inner}\``), `${type}: ${member}`);
      }
    }
  });
});

describeOnOneDatabase('webhooks of a server', (create) => {
  it('sends waiting events from the next server if the first one ends before', async () => {
    const database = await create();
    const clock = new ServerClock();
    const key = newKey();
    const deaf = await TestReceiver.start();
    const webhooks = [{ url: deaf.url, secrets: [secret] }];
    deaf.respond = () => ({ status: 503 });
    const first = await TestServer.start(database.config, {
      outgoing: { ...outgoing, webhooks },
      clock,
      interval: untilTestsEnd,
    });
    await first.guest().post(key, 'Before the restart');
    await deliverDue(first.store);
    const ids = new Set(deaf.received.map(({ headers }) => headers['webhook-id']));
    await first.close();
    deaf.received.length = 0;
    deaf.respond = () => ({ status: 200 });
    clock.advance({ minutes: 2 });
    const second = await TestServer.start(database.config, {
      outgoing: { ...outgoing, webhooks },
      clock,
      interval: untilTestsEnd,
    });
    await deliverDue(second.store);
    // The delivery that starts with the server may have sent some of them.
    await second.close();
    assert.deepEqual(deaf.received.map((request) => verified(request, clock.now()).type).sort(), [
      'comment.created',
      'comment.published',
    ]);
    assert.ok(deaf.received.some(({ headers }) => ids.has(headers['webhook-id'])));
    await deaf.close();
    await database.drop();
  });

  it('stops sending to a receiver after status 410, and signs all events for the other with its secret', async () => {
    const database = await create();
    const [leaving, staying] = [await TestReceiver.start(), await TestReceiver.start()];
    leaving.respond = () => ({ status: 410 });
    const own = newSecret();
    const webhooks = [
      { url: leaving.url, secrets: [secret] },
      { url: staying.url, secrets: [own] },
    ];
    const log = new ServerLog();
    const server = await TestServer.start(database.config, {
      outgoing: { ...outgoing, webhooks },
      interval: untilTestsEnd,
      log,
    });
    for (const text of ['First', 'Second']) {
      await server.guest().post(newKey(), text);
      await deliverDue(server.store);
    }
    assert.equal(leaving.received.length, 1);
    assert.equal(staying.received.length, 4);
    for (const { body, headers } of staying.received) new Webhook(own).verify(body, headers as Record<string, string>);
    assert.equal(log.messages.length, 1);
    assert.match(log.messages[0] ?? '', /status 410.*until the server is restarted/);
    await server.close();
    for (const one of [leaving, staying]) await one.close();
    await database.drop();
  });

  it('sends nothing to a name that leads to a private address', async () => {
    const database = await create();
    const log = new ServerLog();
    const server = await TestServer.start(database.config, {
      outgoing: {
        policy: { allowsHttp: true, allowsPrivate: false },
        webhooks: [{ url: `http://hooks.example:${receiver.port}/`, secrets: [secret] }],
      },
      interval: untilTestsEnd,
      resolve: async () => [{ address: '127.0.0.1', family: 4 }],
      log,
    });
    receiver.received.length = 0;
    await server.guest().post(newKey(), 'For the metadata service');
    for (let attempt = 0; attempt < 18; attempt++) {
      await deliverDue(server.store);
      server.advanceClock(2 * day);
    }
    assert.equal(receiver.received.length, 0);
    assert.match(log.text, /hooks\.example is not a public address\. Set OUTGOING_PRIVATE=1/);
    await server.close();
    await database.drop();
  });
});
