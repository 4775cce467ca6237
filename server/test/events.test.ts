import assert from 'node:assert/strict';
import { it } from 'node:test';
import { EventHub, EventStream } from '../src/discussion/event-hub.js';
import { LocalBus } from '../src/database/bus.js';
import { prune } from '../src/erasure/clean-up.js';
import { discussionId } from '../src/discussion/discussion-state.js';
import { anonymous, type Caller } from '../src/identity/caller.js';
import { EventReader, type ReadEvent } from './event-reader.js';
import { newKey, createDraft } from '../../test/support/demo-server/reader.js';
import { onOneDatabase } from '../../test/support/demo-server/test-server.js';

const numbers = (events: readonly ReadEvent[]): readonly number[] => events.map(({ id }) => Number(id));

onOneDatabase('events', (server) => {
  it('sends all events to a follower, in order and without gaps', async () => {
    const key = newKey();
    const [reader, moderator] = [await server().person('reader'), await server().person('moderator')];
    const { position } = await reader.open(key);
    const events = await EventReader.follow(server().guest(), key, position);
    const { id } = await reader.post(key, 'Hello');
    await reader.callComment('PATCH', '', key, id, { body: 'Hello again' });
    await moderator.callComment('PUT', 'vote', key, id, { value: 1 });
    await moderator.call('PUT', '/discussion/closed', { query: { discussion: key }, body: { closed: true } });
    await reader.callComment('DELETE', '', key, id);
    const received = await events.take(5);
    assert.deepEqual(numbers(received), [1, 2, 3, 4, 5]);
    assert.deepEqual(
      [received[0]?.data.id ?? '', received[3]?.type, received[3]?.data.state, received[4]?.type],
      [id, 'discussion', 'closed', 'removed'],
    );
    events.close();
  });

  it('resumes events after the last position without sending one twice', async () => {
    const key = newKey();
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

  it('sends a held comment only to its author and to moderators', async () => {
    const key = newKey();
    const [reader, moderator] = [await server().person('reader'), await server().person('moderator')];
    const streams = [];
    for (const one of [reader, moderator, server().guest()]) streams.push(await EventReader.follow(one, key, '0'));
    const { comment } = await reader.submit(createDraft(key, 'Visit my casino'));
    const open = await (await server().person('author')).post(key, 'In the open');
    const [own, moderators, others] = await Promise.all(streams.map((stream) => stream.next()));
    assert.deepEqual([own?.data.id, moderators?.data.id, others?.data.id], [comment?.id, comment?.id, open.id]);
    await moderator.call('POST', '/demo/approve', { body: { discussion: key, id: comment?.id } });
    const approved = await streams[2]?.next();
    assert.deepEqual([approved?.type, approved?.data.id], ['added', comment?.id]);
    for (const stream of streams) stream.close();
  });

  it('starts a stream with "stale" when events were pruned or the position is from the future', async () => {
    const key = newKey();
    const reader = await server().person('reader');
    for (const text of ['One', 'Two']) await reader.post(key, text);
    server().advanceClock(25 * 60);
    await prune(server().store);
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
    await late.expectProblem('invalid', 'GET', '/events', { query: { discussion: key, after: 'x' } });
  });

  it('starts a stream with new events if the reader gives no position', async () => {
    const key = newKey();
    const reader = await server().person('reader');
    await reader.post(key, 'Before');
    const events = await EventReader.follow(reader, key);
    await reader.post(key, 'After');
    assert.equal((await events.next()).data.body?.value, 'After');
    events.close();
  });

  it('writes an event once for all readers without an identity', async () => {
    const key = newKey();
    const reader = await server().person('reader');
    const bus = new LocalBus();
    const hub = new EventHub({ ...server().store, bus });
    await hub.start();
    const guest: Caller = { identity: 'guest:someone' };
    const streams = [anonymous, anonymous, guest].map((caller) => new EventStream(discussionId(key), caller, 0));
    for (const stream of streams) {
      // The first heartbeat.
      stream.output.read();
      hub.follow(stream);
    }
    await reader.post(key, 'Hello');
    await bus.publish(discussionId(key));
    const [first, second, other] = await Promise.all(streams.map(({ output }) => firstEvent(output)));
    assert.ok(first && other);
    assert.equal(first, second);
    assert.notEqual(first, other);
    await hub.stop();
  });

  it('ends streams at different times, so that their followers do not all reconnect at once', async (test) => {
    let now = 0;
    test.mock.method(performance, 'now', () => now);
    const streamWith = (chance: number): EventStream => {
      const random = test.mock.method(Math, 'random', () => chance);
      const stream = new EventStream(discussionId('pier'), anonymous, 0);
      random.mock.restore();
      return stream;
    };
    const streams = [streamWith(0), streamWith(0.5), streamWith(0.99)];
    const due = [];
    for (const minute of [11, 12, 14, 16]) {
      now = minute * 60_000;
      due.push(streams.filter(({ isDue }) => isDue).length);
    }
    assert.deepEqual(due, [0, 1, 2, 3]);
  });
});

/** The bytes of the first event of a stream. */
async function firstEvent(output: AsyncIterable<Buffer>): Promise<Buffer | undefined> {
  for await (const message of output) if (message.includes('id: 1\n')) return message;
  return undefined;
}
