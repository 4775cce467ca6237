import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import pg from 'pg';
import { withRetries } from '../src/database/transaction.js';
import { createDraft, newKey } from '../../test/support/demo-server/reader.js';
import { createPostgresDatabase, TestServer, describeOnPostgres } from '../../test/support/demo-server/test-server.js';
import { lockWaits } from './lock-waits.js';

/** More than the pool has connections. */
const writers = 30;

describeOnPostgres('a discussion whose row is locked', () => {
  let server: TestServer;
  /** A server that does not give up a statement that waits, however long the test takes. */
  let patientServer: TestServer;
  let locker: pg.Client;
  let observer: pg.Client;
  let drop: () => Promise<void>;

  before(async () => {
    const database = await createPostgresDatabase();
    drop = database.drop;
    const { url } = database.config;
    const patientUrl = new URL(url);
    // Parameters of the URL take precedence over the server's own.
    for (const limit of ['lock_timeout', 'statement_timeout']) patientUrl.searchParams.set(limit, '0');
    server = await TestServer.start(database.config);
    patientServer = await TestServer.start({ kind: 'postgres', url: patientUrl.href });
    [locker, observer] = [new pg.Client({ connectionString: url }), new pg.Client({ connectionString: url })];
    await Promise.all([locker.connect(), observer.connect()]);
  });
  after(async () => {
    await locker?.end();
    await observer?.end();
    await server?.close();
    await patientServer?.close();
    await drop?.();
  });

  const lock = async (key: string): Promise<void> => {
    await locker.query('begin');
    await locker.query('select 1 from discussions where key = $1 for update', [key]);
  };

  it('can be read, does not block other discussions, and stores pending writes when it is unlocked', async () => {
    const [key, other] = [newKey(), newKey()];
    const guest = patientServer.guest();
    for (const discussion of [key, other]) await guest.post(discussion, 'The first');
    await lock(key);
    const posts = Array.from({ length: writers }, (_, number) =>
      patientServer.guest().request('POST', '/comments', { body: createDraft(key, `Number ${number}`) }),
    );
    await lockWaits(observer, 1);
    // Each would fail for want of a connection if those who post held them all.
    for (let count = 0; count < 3; count++) {
      assert.equal((await guest.open(key)).discussion.total, 1);
      await guest.post(other, `Number ${count}`);
    }
    await locker.query('commit');
    const responses = await Promise.all(posts);
    assert.deepEqual(
      responses.map(({ status }) => status),
      responses.map(() => 201),
    );
    assert.equal((await guest.open(key)).discussion.total, writers + 1);
  });

  it('is waited for by a ban of a writer whose comment is being stored there', async () => {
    const [key, elsewhere] = [newKey(), newKey()];
    const moderator = await patientServer.person('moderator');
    const reader = await patientServer.person('reader');
    const { id } = await reader.post(elsewhere, 'Rude');
    await reader.post(key, 'The first');
    // The transaction has checked the writer, and waits for the table of events at its end.
    await locker.query('begin; lock table events in share mode');
    const posted = reader.request('POST', '/comments', { body: createDraft(key, 'In time') });
    await lockWaits(observer, 1);
    const banned = moderator.callComment('PUT', 'ban', elsewhere, id, { banned: true });
    await lockWaits(observer, 2);
    await locker.query('commit');
    await banned;
    assert.equal((await moderator.open(key)).discussion.total, 2, 'nothing is stored after the ban is confirmed');
    assert.equal((await posted).status, 201);
    await reader.expectProblem('blocked', 'POST', '/comments', { body: createDraft(key, 'Too late') });
    await moderator.callComment('PUT', 'ban', elsewhere, id, { banned: false });
  });

  it('refuses a write after a time limit, with a time to try again', async () => {
    const key = newKey();
    await server.guest().post(key, 'The first');
    await lock(key);
    const draft = createDraft(key, 'Too many cooks');
    const { response, stored } = await server
      .guest()
      .expectProblem('unavailable', 'POST', '/comments', { body: draft });
    assert.ok(Number(response.headers.get('retry-after')) > 0);
    assert.equal(stored, 'no');
    await locker.query('commit');
    assert.equal((await server.guest().submit(draft)).outcome, 'published');
  });
});

describe('a statement that waited too long for a lock', () => {
  it('is retried until it succeeds', async (test) => {
    test.mock.method(Math, 'random', () => 0);
    let attempts = 0;
    const stored = await withRetries(async () => {
      if (++attempts < 10) throw Object.assign(new Error('canceling statement due to lock timeout'), { code: '55P03' });
      return 'stored';
    });
    assert.deepEqual([stored, attempts], ['stored', 10]);
  });
});
