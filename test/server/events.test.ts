import assert from 'node:assert/strict';
import { it } from 'node:test';
import { trim } from '../../demo/server/events/trim.js';
import { EventReader, type ReadEvent } from './event-reader.js';
import { aKey, draftOf } from '../support/demo-server/reader.js';
import { onEachDatabase } from '../support/demo-server/test-server.js';

const numbers = (events: readonly ReadEvent[]): readonly number[] => events.map(({ id }) => Number(id));

onEachDatabase('events', (server) => {
  it('tell everybody what happens, in order and without a gap', async () => {
    const key = aKey();
    const [reader, moderator] = [await server().person('reader'), await server().person('moderator')];
    const { position } = await reader.open(key);
    const events = await EventReader.follow(server().guest(), key, position);
    const { id } = await reader.post(key, 'Hello');
    await reader.do('PATCH', '', key, id, { body: 'Hello again' });
    await moderator.do('PUT', 'vote', key, id, { value: 1 });
    await moderator.ask('PUT', '/discussion/closed', { query: { discussion: key }, body: { closed: true } });
    await reader.do('DELETE', '', key, id);
    const told = await events.take(5);
    assert.deepEqual(numbers(told), [1, 2, 3, 4, 5]);
    assert.deepEqual([told[0]?.data.id ?? '', told[3]?.type, told[3]?.data.state, told[4]?.type], [id, 'discussion', 'closed', 'removed']);
    events.close();
  });

  it('come once each to whoever comes back with the place where they were', async () => {
    const key = aKey();
    const reader = await server().person('reader');
    const posts = Promise.all(Array.from({ length: 25 }, (_, number) => reader.post(key, `Number ${number}`)));
    const seen: number[] = [];
    while (seen.length < 25) {
      const events = await EventReader.follow(server().guest(), key, String(seen.at(-1) ?? 0));
      seen.push(...numbers(await events.take(Math.min(4, 25 - seen.length))));
      events.close();
    }
    await posts;
    assert.deepEqual(
      seen,
      Array.from({ length: 25 }, (_, index) => index + 1),
    );
  });

  it('keep what is held from everybody but its author and the moderators', async () => {
    const key = aKey();
    const [reader, moderator] = [await server().person('reader'), await server().person('moderator')];
    const streams = [];
    for (const one of [reader, moderator, server().guest()]) streams.push(await EventReader.follow(one, key, '0'));
    const { comment } = await reader.submit(draftOf(key, 'Visit my casino'));
    const open = await (await server().person('author')).post(key, 'In the open');
    const [own, moderators, others] = await Promise.all(streams.map((stream) => stream.next()));
    assert.deepEqual([own?.data.id, moderators?.data.id, others?.data.id], [comment?.id, comment?.id, open.id]);
    await moderator.ask('POST', '/demo/approve', { body: { discussion: key, id: comment?.id } });
    const shown = await streams[2]?.next();
    assert.deepEqual([shown?.type, shown?.data.id], ['added', comment?.id]);
    for (const stream of streams) stream.close();
  });

  it('say first that something is missing when it has been trimmed, or when the place was never reached', async () => {
    const key = aKey();
    const reader = await server().person('reader');
    for (const text of ['One', 'Two']) await reader.post(key, text);
    server().pass(25 * 60);
    await trim(server().store);
    const late = await server().person('author');
    await late.post(key, 'Three');
    for (const after of ['0', '1', '77']) {
      const events = await EventReader.follow(server().guest(), key, after);
      assert.deepEqual(await events.next(), { id: '3', type: 'stale', data: {} });
      events.close();
    }
    const events = await EventReader.follow(server().guest(), key, '2');
    assert.equal((await events.next()).data.body?.value, 'Three');
    events.close();
    await late.refused('invalid', 'GET', '/events', { query: { discussion: key, after: 'x' } });
  });

  it('begin now for whoever names no place', async () => {
    const key = aKey();
    const reader = await server().person('reader');
    await reader.post(key, 'Before');
    const events = await EventReader.follow(reader, key);
    await reader.post(key, 'After');
    assert.equal((await events.next()).data.body?.value, 'After');
    events.close();
  });
});
