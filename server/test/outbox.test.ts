import assert from 'node:assert/strict';
import { beforeEach, it } from 'node:test';
import type { Mail } from '../src/rules/mail.js';
import { deliverDue } from '../src/delivery/outbox.js';
import type { ReportReceipt } from '../../src/model/adapter.js';
import { newKey, Reader } from '../../test/support/demo-server/reader.js';
import { ServerLog } from '../../test/support/demo-server/server-log.js';
import { onOneDatabase, type TestServer } from '../../test/support/demo-server/test-server.js';
import { everythingStored } from './everything-stored.js';
import { newText } from './held-comments.js';
import { ModerationPages } from './moderation-pages.js';
import { noticeReport } from './notice-report.js';

/** A mailer that keeps what it is given, and fails while it is told to. */
class Postbox {
  readonly received: Mail[] = [];
  isDown = false;
  /** Recipients without a mailbox. */
  readonly refuses = new Set<string>();

  readonly send = async (mail: Mail): Promise<void> => {
    if (this.isDown) throw new Error(`Connection lost before <${mail.to}>`);
    if (this.refuses.has(mail.to)) throw refusal(mail);
    this.received.push(mail);
  };
}

/** The error of a mail server, with all that such errors repeat. */
const refusal = ({ to, text }: Mail): Error =>
  Object.assign(new Error(`550 <${to}>: mailbox unavailable`, { cause: new Error(text) }), {
    code: 'EENVELOPE',
    command: 'RCPT TO',
    responseCode: 550,
    response: `550 <${to}>: mailbox unavailable`,
    envelope: { to: [to] },
    rejected: [to],
  });

const postbox = new Postbox();
const log = new ServerLog();

const day = 24 * 60;

onOneDatabase(
  'mails to the senders of notices',
  (server) => {
    const deliver = (): Promise<void> => deliverDue(server().store);

    beforeEach(async () => {
      postbox.isDown = false;
      await deliver();
      postbox.received.length = 0;
      log.clear();
    });

    it('mails a confirmation of a notice, and the decision with its reasons and ways to contest it', async () => {
      const { statusUrl = '', reference } = await notify(server(), 'en-GB,en;q=0.9');
      await deliver();
      const [confirmation, ...none] = postbox.received;
      assert.deepEqual(none, []);
      assert.equal(confirmation?.to, 'nora@mail.example');
      assert.equal(confirmation.subject, `Your notice (${reference})`);
      assert.match(confirmation.text, /^We received your notice on .* UTC\.\n/);
      assert.ok(confirmation.text.endsWith(statusUrl), confirmation.text);
      await decide(server());
      await deliver();
      const [, decision] = postbox.received;
      assert.match(decision?.text ?? '', /^The comment was removed\.\n/);
      for (const words of ['section 111', 'It calls for a crime.', 'mailto:editors@', statusUrl])
        assert.ok(decision?.text.includes(words), words);
      assert.doesNotMatch(await everythingStored(server().store), /The comment was removed/, 'no copy is kept');
    });

    for (const [language, label, decided, detected] of [
      ['en', 'How it was decided', 'By a person, without automated means.', 'Automated means found the comment.'],
      [
        'de',
        'Wie entschieden wurde',
        'Von einem Menschen, ohne automatisierte Mittel.',
        'Der Kommentar wurde mit automatisierten Mitteln gefunden.',
      ],
    ] as const)
      it(`reports by mail whether automated means found the comment (${language})`, async () => {
        for (const [fields, means] of [
          [{}, decided],
          [{ automatedDetection: 'yes' }, `${decided} ${detected}`],
        ] as const) {
          await notify(server(), language);
          await decide(server(), fields);
          await deliver();
          const lines = postbox.received.splice(0).flatMap(({ text: mail }) => mail.split('\n'));
          assert.deepEqual(
            lines.filter((line) => line.startsWith(label)),
            [`${label}: ${means}`],
          );
        }
      });

    it('writes to the sender of a notice in the language of their browser', async () => {
      await notify(server(), 'de-AT,de;q=0.8');
      await notify(server(), 'ar');
      await deliver();
      assert.deepEqual(
        postbox.received.map(({ text }) => text.split('\n\n')[1]),
        [
          'Unsere Entscheidung finden Sie auf dieser Seite, sobald sie gefallen ist.',
          'ستجد قرارنا في هذه الصفحة بعد اتخاذه.',
        ],
      );
    });

    it('sends one mail, however often the notice arrives and however many deliveries run at once', async () => {
      const report = noticeReport();
      const key = newKey();
      const { id } = await (await server().person('author')).post(key, newText('Burn it down'));
      const guest = server().guest();
      for (let attempt = 0; attempt < 2; attempt++) await guest.callComment('PUT', 'report', key, id, report);
      await Promise.all([deliver(), deliver(), deliver()]);
      assert.equal(postbox.received.length, 1);
    });

    it('retries a failed mail, and gives it up after days with an error that names no address', async () => {
      await notify(server());
      postbox.isDown = true;
      await deliver();
      postbox.isDown = false;
      await deliver();
      assert.deepEqual(postbox.received, [], 'not before a minute has passed');
      server().advanceClock(2);
      await deliver();
      assert.equal(postbox.received.length, 1);
      assert.deepEqual(log.errors, []);
      await notify(server());
      postbox.isDown = true;
      for (let attempt = 0; attempt < 9; attempt++) {
        await deliver();
        server().advanceClock(2 * day);
      }
      assert.equal(log.errors.length, 1);
      assert.match(log.errors[0] ?? '', /^The mail “Your notice \(N-\w+\)” could not be sent in 8 attempts/);
      assert.match(log.text, /The mailer failed: Error\./);
      assert.doesNotMatch(log.text, /nora|mail\.example|api\/notices/);
      assert.doesNotMatch(
        JSON.stringify(await server().store.database.selectFrom('outbox').selectAll().execute()),
        /nora/,
      );
    });

    it('sends other mails while the mail server refuses some', async () => {
      for (const refused of ['first@mail.example', 'second@mail.example']) {
        postbox.refuses.add(refused);
        await notify(server(), 'en', { email: refused });
      }
      await notify(server());
      await deliver();
      assert.deepEqual(
        postbox.received.map(({ to }) => to),
        ['nora@mail.example'],
      );
      assert.equal(log.messages.length, 2);
      for (const message of log.messages) {
        assert.match(message, /could not be sent, and will be tried again: The mailer failed: EENVELOPE 550\./);
        assert.doesNotMatch(message, /first|second/);
      }
      postbox.refuses.clear();
      server().advanceClock(2);
      await deliver();
      assert.equal(postbox.received.length, 3);
    });

    it('sends no mail if the sender left no address or was erased', async () => {
      await notify(server(), 'en', { name: undefined, email: undefined }, 'child-abuse');
      await deliver();
      assert.deepEqual(postbox.received, []);
      const key = newKey();
      const { id } = await (await server().person('author')).post(key, newText('Burn it down'));
      const reader = await server().person('reader');
      postbox.isDown = true;
      await reader.callComment('PUT', 'report', key, id, noticeReport());
      await deliver();
      const pages = await ModerationPages.open(server(), 'moderator');
      await pages.send('/moderation/erase', { identity: 'person:reader' });
      postbox.isDown = false;
      server().advanceClock(day);
      await deliver();
      assert.deepEqual(postbox.received, []);
    });
  },
  { sendMail: postbox.send, log },
);

let text = '';

/** A notice by a guest, whose browser asks for a language. */
async function notify(
  server: TestServer,
  language = 'en',
  change: Parameters<typeof noticeReport>[0] = {},
  reason = 'illegal',
): Promise<ReportReceipt> {
  const key = newKey();
  text = newText('Burn it down');
  const { id } = await (await server.person('author')).post(key, text);
  const guest = new Reader(() => server.address, { 'accept-language': language });
  return guest.callComment<ReportReceipt>('PUT', 'report', key, id, { ...noticeReport(change), reason });
}

/** A moderator decides on the last notice. */
async function decide(server: TestServer, fields: Readonly<Record<string, string>> = {}): Promise<void> {
  const pages = await (await ModerationPages.open(server, 'moderator')).find('/moderation/notices', text);
  await pages.press('decide', text, {
    measure: 'removed',
    ground: 'law',
    rule: 'Criminal Code, section 111',
    facts: 'It calls for a crime.',
    redress: 'Write to us within six months.',
    href: 'mailto:editors@gazette.example',
    ...fields,
  });
}
