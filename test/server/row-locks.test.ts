import assert from 'node:assert/strict';
import { after, before, it } from 'node:test';
import pg from 'pg';
import { createDraft, newKey } from '../support/demo-server/reader.js';
import { createPostgresDatabase, TestServer, describeOnPostgres } from '../support/demo-server/test-server.js';

/** More than the pool has connections. */
const writers = 30;

describeOnPostgres('a discussion that somebody else has locked', () => {
  let server: TestServer;
  let locker: pg.Client;
  let drop: () => Promise<void>;

  before(async () => {
    const database = await createPostgresDatabase();
    drop = database.drop;
    server = await TestServer.start(database.config);
    locker = new pg.Client({ connectionString: database.config.kind === 'postgres' ? database.config.url : '' });
    await locker.connect();
  });
  after(async () => {
    await locker?.end();
    await server?.close();
    await drop?.();
  });

  const lock = async (key: string): Promise<void> => {
    await locker.query('begin');
    await locker.query('select 1 from discussions where key = $1 for update', [key]);
  };

  it('keeps nobody from reading, nor from writing elsewhere, and stores what was written meanwhile', async () => {
    const key = newKey();
    const other = newKey();
    const guest = server.guest();
    await guest.post(key, 'The first');
    await guest.post(other, 'The first');
    await lock(key);
    const drafts = Array.from({ length: writers }, (_, number) => createDraft(key, `Number ${number}`));
    const posts = drafts.map((draft) => server.guest().request('POST', '/comments', { body: draft }));
    // Each would fail for want of a connection if those who post held them all.
    for (let count = 0; count < 3; count++) {
      assert.equal((await guest.open(key)).discussion.total, 1);
      await guest.post(other, `Number ${count}`);
    }
    await locker.query('commit');
    // On a slow machine, some have been told to try again.
    const responses = await Promise.all(posts);
    for (const [index, { status }] of responses.entries())
      if (status === 503) await server.guest().submit(drafts[index]!);
    assert.equal((await guest.open(key)).discussion.total, writers + 1);
  });

  it('is given up in the end, with a time to try again', async () => {
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
