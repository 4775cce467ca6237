/** Mails of a server without a mailer: they wait until it has one. */
import assert from 'node:assert/strict';
import { after, before, it } from 'node:test';
import { eraseExpired } from '../src/erasure/erase-expired.js';
import { erasePerson } from '../src/erasure/erase-person.js';
import { exportPerson } from '../src/erasure/export-person.js';
import type { SendMail } from '../src/rules/mail.js';
import { deliverDue } from '../src/delivery/outbox.js';
import type { ReportReceipt } from '../../src/model/adapter.js';
import type { TestDatabase } from '../../test/support/demo-server/pglite-database.js';
import { newKey, type Reader } from '../../test/support/demo-server/reader.js';
import { ServerClock } from '../../test/support/demo-server/server-clock.js';
import { ServerLog } from '../../test/support/demo-server/server-log.js';
import {
  createPostgresDatabase,
  describeOnOneDatabase,
  TestServer,
} from '../../test/support/demo-server/test-server.js';
import { newText } from './held-comments.js';
import { ModerationPages } from './moderation-pages.js';
import { noticeReport } from './notice-report.js';

const day = 24 * 60;

/** Nothing is delivered but by the tests. */
const interval = 2_000_000_000;

interface SentNotice {
  readonly sender: Reader;
  readonly key: string;
  readonly id: string;
  readonly text: string;
  readonly receipt: ReportReceipt;
}

async function notify(server: TestServer, sender = server.guest()): Promise<SentNotice> {
  const key = newKey();
  const text = newText('Burn it down');
  const { id } = await (await server.person('author')).post(key, text);
  const receipt = await sender.callComment<ReportReceipt>('PUT', 'report', key, id, noticeReport());
  return { sender, key, id, text, receipt };
}

async function decide(server: TestServer, text: string): Promise<void> {
  const pages = await (await ModerationPages.open(server, 'moderator')).find('/moderation/notices', text);
  await pages.press('decide', text, {
    measure: 'removed',
    ground: 'law',
    rule: 'Criminal Code, section 111',
    facts: 'It calls for a crime.',
    redress: 'Write to us within six months.',
    href: 'mailto:editors@gazette.example',
  });
}

const waiting = (server: TestServer) =>
  server.store.database
    .selectFrom('outbox')
    .select(['recipient', 'attempts', 'text'])
    .where('kind', '=', 'mail')
    .orderBy('number')
    .execute();

/** What the pages say above their content. */
async function masthead(server: TestServer, page = '/moderation', language = 'en'): Promise<string> {
  const { text } = await (await ModerationPages.open(server, 'moderator', { 'accept-language': language })).visit(page);
  return (/<header class="masthead">[^]*?<\/header>/.exec(text)?.[0] ?? '').replaceAll(/<[^>]*>/g, '');
}

/** `instances`: how many servers use the database at once after the restart. */
function waitingMailTests(createDatabase: () => Promise<TestDatabase>, instances: number): void {
  let database: TestDatabase;
  let clock: ServerClock;
  let servers: readonly TestServer[] = [];
  const log = new ServerLog();
  const server = (): TestServer => servers[0]!;

  const start = async (count: number, sendMail: SendMail | 'none'): Promise<void> => {
    await Promise.all(servers.map((one) => one.close()));
    servers = [];
    for (let number = 0; number < count; number++)
      servers = [...servers, await TestServer.start(database.config, { sendMail, clock, interval, log })];
  };
  const deliver = async (): Promise<void> => {
    await Promise.all(servers.map(({ store }) => deliverDue(store)));
  };
  const empty = async (): Promise<void> => {
    await server().store.database.deleteFrom('outbox').execute();
    log.clear();
  };

  before(async () => {
    database = await createDatabase();
    clock = new ServerClock();
    await start(1, 'none');
  });
  after(async () => {
    await Promise.all(servers.map((one) => one.close()));
    await database.drop();
  });

  it('keeps mails without attempts or errors, and sends them once and in order when a mailer is set up', async () => {
    await empty();
    const subjects: string[] = [];
    for (let number = 0; number < 4; number++) {
      const { text, receipt } = await notify(server());
      clock.advance({ minutes: 1 });
      await decide(server(), text);
      clock.advance({ minutes: 1 });
      subjects.push(...Array.from({ length: 2 }, () => `Your notice (${receipt.reference})`));
    }
    for (let month = 0; month < 5; month++) {
      await deliver();
      await eraseExpired(server().store);
      clock.advance({ minutes: 30 * day });
    }
    assert.deepEqual(
      (await waiting(server())).map(({ attempts }) => attempts),
      subjects.map(() => 0),
    );
    assert.deepEqual(log.errors, []);

    const received: string[] = [];
    await start(instances, async ({ subject, text }) => void received.push(`${subject}\n${text.slice(0, 11)}`));
    await deliver();
    const expected = subjects.map((subject, index) => `${subject}\n${index % 2 ? 'The comment' : 'We received'}`);
    assert.deepEqual(
      instances === 1 ? received : received.toSorted(),
      instances === 1 ? expected : expected.toSorted(),
    );
    assert.deepEqual(await waiting(server()), []);
    await deliver();
    assert.equal(received.length, 8);
    assert.deepEqual(log.errors, []);
    await start(1, 'none');
  });

  it('counts waiting mails on each page for moderators, in their language', async () => {
    await empty();
    assert.doesNotMatch(await masthead(server()), /waiting to be sent|not set up/);
    await notify(server());
    for (const page of ['/moderation', '/moderation/notices', '/moderation/erase'])
      assert.match(
        await masthead(server(), page),
        /Emails waiting to be sent: 1\. This server is not set up to send emails\. They are kept as long as their notices\./,
      );
    await notify(server());
    assert.match(await masthead(server(), '/moderation', 'de'), /E-Mails, die auf den Versand warten: 2\./);
    assert.doesNotMatch(await masthead(server()), /@/);
  });

  it('counts waiting mails also if a mailer has not taken them for ten minutes', async () => {
    await start(1, async () => Promise.reject(new Error('connect ECONNREFUSED')));
    await empty();
    await notify(server());
    await deliver();
    assert.doesNotMatch(await masthead(server()), /Emails/);
    clock.advance({ minutes: 11 });
    const text = await masthead(server());
    assert.match(text, /Emails waiting to be sent: 1\./);
    assert.doesNotMatch(text, /not set up/);
    await start(1, 'none');
  });

  it('deletes the mails of a notice that its sender withdraws', async () => {
    await empty();
    const withdrawn = await notify(server());
    const { receipt } = await notify(server());
    await withdrawn.sender.callComment('DELETE', 'report', withdrawn.key, withdrawn.id);
    const left = await waiting(server());
    assert.deepEqual(
      left.map(({ text }) => text.includes(receipt.statusUrl ?? '-')),
      [true],
    );
  });

  it('includes waiting mails in the copy of the sender’s data, and deletes them with the sender', async () => {
    await empty();
    const { text } = await notify(server(), await server().person('reader'));
    await decide(server(), text);
    const { mails } = (await exportPerson(server().store, 'person:reader')) as {
      readonly mails: readonly { readonly to: string; readonly text: string }[];
    };
    assert.deepEqual(
      mails.map((mail) => [mail.to, mail.text.slice(0, 11)]),
      [
        ['nora@mail.example', 'We received'],
        ['nora@mail.example', 'The comment'],
      ],
    );
    await erasePerson(server().store, 'person:reader');
    assert.deepEqual(await waiting(server()), []);
  });

  for (const [state, months] of [
    ['decided', 6],
    ['open', 12],
  ] as const)
    it(`deletes the mails of a notice (${state}) after ${months} months, and logs no address`, async () => {
      await empty();
      const { text } = await notify(server());
      if (state === 'decided') await decide(server(), text);
      clock.advance({ minutes: (months * 30 - 2) * day });
      await eraseExpired(server().store);
      assert.equal((await waiting(server())).length, state === 'decided' ? 2 : 1);
      assert.deepEqual(log.messages, []);
      clock.advance({ minutes: 10 * day });
      await eraseExpired(server().store);
      await eraseExpired(server().store);
      assert.deepEqual(await waiting(server()), []);
      assert.deepEqual(log.messages, [
        `Mails that were deleted with their notices and never sent: ${state === 'decided' ? 2 : 1}. Set SMTP_URL and MAIL_FROM.`,
      ]);
    });
}

describeOnOneDatabase('mails of a server without a mailer', (createDatabase) =>
  // Several servers share a PostgreSQL only.
  waitingMailTests(createDatabase, createDatabase === createPostgresDatabase ? 2 : 1),
);
