import assert from 'node:assert/strict';
import { after, before, it } from 'node:test';
import { EventReader } from './event-reader.js';
import { newKey, createDraft, readAll } from '../../test/support/demo-server/reader.js';
import { ServerClock } from '../../test/support/demo-server/server-clock.js';
import { createPostgresDatabase, TestServer, describeOnPostgres } from '../../test/support/demo-server/test-server.js';

describeOnPostgres('two instances on one PostgreSQL', () => {
  let servers: readonly TestServer[] = [];
  let drop: () => Promise<void>;

  before(async () => {
    const database = await createPostgresDatabase();
    drop = database.drop;
    const clock = new ServerClock();
    // Concurrently, on an empty database.
    servers = await Promise.all(
      (['listen', 'listen', 'poll'] as const).map((bus) => TestServer.start(database.config, { bus, clock })),
    );
  });

  after(async () => {
    await Promise.all(servers.map((server) => server.close()));
    await drop();
  });

  const addresses = (): readonly (() => string)[] =>
    servers.map(
      ({ address }) =>
        () =>
          address,
    );

  it('shares sessions and cursors between instances', async () => {
    const key = newKey();
    const [first, second] = addresses();
    const reader = await servers[0]?.person('reader');
    assert.ok(reader && first && second);
    for (const text of ['One', 'Two']) await reader.post(key, text);
    const { next } = await reader.list(key, { limit: '1' });
    const elsewhere = reader.at(second);
    assert.equal((await elsewhere.list(key, { cursor: next })).items[0]?.body.value, 'Two');
    await elsewhere.call('DELETE', '/session');
    await reader.expectProblem('session-expired', 'GET', '/viewer');
  });

  it('stores one comment if the same idempotency key is sent to all instances at once', async () => {
    const key = newKey();
    const reader = await servers[0]?.person('reader');
    assert.ok(reader);
    const draft = createDraft(key, 'Only once');
    const responses = await Promise.all(
      [...addresses(), ...addresses()].map((address) =>
        reader.at(address).request('POST', '/comments', { body: draft }),
      ),
    );
    assert.deepEqual(responses.map(({ status }) => status).sort(), [200, 200, 200, 200, 200, 201]);
  });

  it('sends the changes of any instance to the followers of all instances, in the same order', async () => {
    const key = newKey();
    const reader = await servers[0]?.person('reader');
    assert.ok(reader);
    const streams = await Promise.all(addresses().map((address) => EventReader.follow(reader.at(address), key, '0')));
    const many = Array.from({ length: 15 }, (_, number) => number);
    const posts = Promise.all(
      many.map((number) => reader.at(addresses()[number % 3] ?? (() => '')).post(key, `Number ${number}`)),
    );
    const received = await Promise.all(streams.map((stream) => stream.take(15)));
    await posts;
    for (const events of received) {
      assert.deepEqual(
        events.map(({ id }) => Number(id)),
        many.map((number) => number + 1),
      );
      assert.deepEqual(
        events.map(({ data }) => data.id),
        (await readAll(reader, key, {})).map(({ id }) => id),
      );
    }
    for (const stream of streams) stream.close();
  });
});
