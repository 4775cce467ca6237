/** Mails through a real mail server: what it receives, and what happens while it refuses or is away. */
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { rmSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { after, before, beforeEach, it } from 'node:test';
import { text } from 'node:stream/consumers';
import { SMTPServer } from 'smtp-server';
import { Mailer } from '../src/delivery/mailer.js';
import { deliverDue } from '../src/delivery/outbox.js';
import { serve } from '../src/http/serve.js';
import { runExport, runImport } from '../src/http/transfer.js';
import { createPgliteDatabase } from '../../test/support/demo-server/pglite-database.js';
import { newKey } from '../../test/support/demo-server/reader.js';
import { ServerLog } from '../../test/support/demo-server/server-log.js';
import { describeOnOneDatabase, TestServer } from '../../test/support/demo-server/test-server.js';
import { noticeReport } from './notice-report.js';

interface Received {
  readonly from: string;
  readonly to: readonly string[];
  readonly message: string;
}

/** A mail server that asks for a password, and refuses mails while it is told to. */
class MailServer {
  readonly received: Received[] = [];
  isFull = false;
  #server = this.#create();
  #port = 0;

  #create(): SMTPServer {
    return new SMTPServer({
      // There is no certificate for this machine.
      disabledCommands: ['STARTTLS'],
      allowInsecureAuth: true,
      // The connections that the mailer keeps are cut at once.
      closeTimeout: 1,
      onAuth: ({ username, password }, _session, done) =>
        username === 'comments' && password === 'secret@1'
          ? done(null, { user: username })
          : done(new Error('Wrong password')),
      onData: (stream, { envelope }, done) => {
        void text(stream).then((message) => {
          if (this.isFull) return done(Object.assign(new Error('Mailbox full'), { responseCode: 452 }));
          const { mailFrom, rcptTo } = envelope;
          const from = mailFrom ? mailFrom.address : '';
          this.received.push({ from, to: rcptTo.map(({ address }) => address), message });
          done();
        });
      },
    });
  }

  async start(): Promise<void> {
    this.#server = this.#create();
    const listening = this.#server.listen(this.#port, '127.0.0.1');
    await once(listening, 'listening');
    this.#port = (listening.address() as AddressInfo).port;
  }

  async stop(): Promise<void> {
    await new Promise<void>((resolve) => this.#server.close(() => resolve()));
  }

  get url(): string {
    return `smtp://comments:secret%401@127.0.0.1:${this.#port}`;
  }
}

describeOnOneDatabase('mails through a mail server', (createDatabase) => {
  const mailServer = new MailServer();
  const log = new ServerLog();
  let server: TestServer;
  let drop: () => Promise<void>;

  before(async () => {
    await mailServer.start();
    const database = await createDatabase();
    drop = database.drop;
    const mail = { url: mailServer.url, from: 'Gazette Comments <comments@news.example>' };
    server = await TestServer.start(database.config, {
      mail,
      sendMail: 'of the settings',
      interval: 2_000_000_000,
      log,
    });
  });
  after(async () => {
    await server.close();
    await drop();
    await mailServer.stop();
  });
  beforeEach(() => {
    mailServer.received.length = 0;
    log.clear();
  });

  async function notify(email: string, at: TestServer = server): Promise<void> {
    const key = newKey();
    const { id } = await (await at.person('author')).post(key, 'Burn it down');
    const body = noticeReport({ email });
    const { status } = await at.guest().request('PUT', `/comments/${id}/report`, { query: { discussion: key }, body });
    assert.equal(status, 200);
  }
  const deliver = (): Promise<void> => deliverDue(server.store);

  it('sends mails from the configured sender to the recipient only, marked as generated', async () => {
    await notify('nora@mail.example');
    await deliver();
    const [mail, ...others] = mailServer.received;
    assert.deepEqual(others, []);
    assert.deepEqual([mail?.from, mail?.to], ['comments@news.example', ['nora@mail.example']]);
    const { message = '' } = mail ?? {};
    assert.match(message, /^From: Gazette Comments <comments@news\.example>\r$/m);
    assert.match(message, /^To: nora@mail\.example\r$/m);
    assert.match(message, /^Subject: Your notice \(/m);
    assert.match(message, /^Auto-Submitted: auto-generated\r$/m);
    assert.match(message, /^Content-Type: text\/plain; charset=utf-8\r$/m);
  });

  it('keeps mails while the mail server refuses them, and sends them later', async () => {
    mailServer.isFull = true;
    await notify('nora@mail.example');
    await deliver();
    assert.deepEqual(mailServer.received, []);
    mailServer.isFull = false;
    server.advanceClock(1);
    await deliver();
    assert.deepEqual([mailServer.received.length, log.errors], [1, []]);
  });

  it('requires encryption of a mail server elsewhere, unless its address turns it off', async () => {
    // Leads to this machine, and is none of its names.
    const elsewhere = mailServer.url.replace('127.0.0.1', '0.0.0.0');
    const mail = { to: 'nora@mail.example', subject: 'Your notice', text: 'Hello' };
    const from = 'comments@news.example';
    for (const [url, received] of [
      [elsewhere, 0],
      [`${elsewhere}?ignoreTLS=true`, 1],
    ] as const) {
      const mailer = new Mailer({ url, from });
      await mailer.send(mail).catch((error: Error) => assert.match(error.message, /STARTTLS/));
      mailer.close();
      assert.equal(mailServer.received.length, received);
    }
  });

  it('sends no mails while comments are exported or imported', async () => {
    const { config, drop: remove } = await createPgliteDatabase();
    assert.ok(config.kind === 'pglite' && config.folder);
    const waiting = await TestServer.start(config, { sendMail: 'none', interval: 2_000_000_000 });
    await notify('nora@mail.example', waiting);
    await waiting.close();
    const settings = {
      ...{ DATA_DIR: config.folder, DATABASE_URL: '', PUBLIC_URL: 'http://localhost:8010' },
      ...{ SMTP_URL: mailServer.url, MAIL_FROM: 'comments@news.example' },
    };
    const before = Object.fromEntries(Object.keys(settings).map((name) => [name, process.env[name] ?? '']));
    const out = join(config.folder, '..', `export-${randomUUID()}`);
    try {
      Object.assign(process.env, settings);
      await runExport(['--out', out]);
      await runImport(['backup', join(out, 'private.jsonl')]);
      assert.equal(mailServer.received.length, 0);
      // The server itself sends it at once.
      await (await serve({ ...settings, PORT: '0' })).close();
      assert.equal(mailServer.received.length, 1);
    } finally {
      Object.assign(process.env, before);
      rmSync(out, { recursive: true, force: true });
      await remove();
    }
  });

  it('keeps mails while the mail server is down, and sends them later', async () => {
    await mailServer.stop();
    await notify('nora@mail.example');
    await deliver();
    await mailServer.start();
    server.advanceClock(1);
    await deliver();
    assert.deepEqual([mailServer.received.length, log.errors], [1, []]);
  });
});
