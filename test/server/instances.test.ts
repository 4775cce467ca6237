import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { EventReader } from './event-reader.js';
import { aKey, draftOf, readAll } from '../support/demo-server/reader.js';
import { createPostgresDatabase, TestServer, withoutPostgres } from '../support/demo-server/test-server.js';

describe('two instances on one PostgreSQL', { skip: withoutPostgres }, () => {
  let servers: readonly TestServer[] = [];
  let drop: () => Promise<void>;

  before(async () => {
    const database = await createPostgresDatabase();
    drop = database.drop;
    // At the same moment, on an empty database.
    servers = await Promise.all((['listen', 'listen', 'poll'] as const).map((bus) => TestServer.start(database.config, { bus })));
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

  it('know the same people and take each other’s cursors', async () => {
    const key = aKey();
    const [first, second] = addresses();
    const reader = await servers[0]?.person('reader');
    assert.ok(reader && first && second);
    for (const text of ['One', 'Two']) await reader.post(key, text);
    const { next } = await reader.list(key, { limit: '1' });
    const elsewhere = reader.at(second);
    assert.equal((await elsewhere.list(key, { cursor: next })).items[0]?.body.value, 'Two');
    await elsewhere.ask('DELETE', '/session');
    await reader.refused('session-expired', 'GET', '/viewer');
  });

  it('store one comment for one key that comes to both at once', async () => {
    const key = aKey();
    const reader = await servers[0]?.person('reader');
    assert.ok(reader);
    const draft = draftOf(key, 'Only once');
    const answers = await Promise.all(
      [...addresses(), ...addresses()].map((address) => reader.at(address).request('POST', '/comments', { body: draft })),
    );
    assert.deepEqual(answers.map(({ status }) => status).sort(), [200, 200, 200, 200, 200, 201]);
  });

  it('tell of what happens at any of them, in one order, to the followers of all', async () => {
    const key = aKey();
    const reader = await servers[0]?.person('reader');
    assert.ok(reader);
    const streams = await Promise.all(addresses().map((address) => EventReader.follow(reader.at(address), key, '0')));
    const many = Array.from({ length: 15 }, (_, number) => number);
    const posts = Promise.all(many.map((number) => reader.at(addresses()[number % 3] ?? (() => '')).post(key, `Number ${number}`)));
    const told = await Promise.all(streams.map((stream) => stream.take(15)));
    await posts;
    for (const events of told) {
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
