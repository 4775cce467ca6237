import assert from 'node:assert/strict';
import { it } from 'node:test';
import { defaultRules } from '../src/rules/house-rules.js';
import { httpAdapter } from '../../src/adapters/http.js';
import type { Change } from '../../src/model/adapter.js';
import { eventually } from '../../test/support/eventually.js';
import { quickRules } from '../../test/support/demo-server/quick-rules.js';
import { newKey, type Reader } from '../../test/support/demo-server/reader.js';
import { onOneDatabase, type TestServer } from '../../test/support/demo-server/test-server.js';
import { EventReader } from './event-reader.js';

const from = (server: TestServer, address: string): Reader => server.guest({ 'x-forwarded-for': address });

/** The status of a request for the stream, which is closed again at once. */
async function statusOf(reader: Reader, discussion: string): Promise<number> {
  const closing = new AbortController();
  const response = await fetch(`${reader.address}/events?discussion=${discussion}`, {
    headers: reader.headers,
    signal: closing.signal,
  });
  closing.abort();
  return response.status;
}

const limits = { perAddress: 3, total: 5, retryAfter: 60 };

onOneDatabase(
  'event streams',
  (server) => {
    it('limits event streams by address, and frees their places when they end', async (test) => {
      const key = newKey();
      const one = from(server(), '2001:db8::1');
      const streams = [await EventReader.follow(one, key, '0'), await EventReader.follow(one, key, '0')];
      streams.push(await EventReader.follow(from(server(), '2001:db8::2'), key, '0'));
      const query = { discussion: key };
      for (const [chance, seconds] of [
        [0, 30],
        [0.5, 60],
        [1, 90],
      ] as const) {
        test.mock.method(Math, 'random', () => chance);
        const { response } = await from(server(), '2001:db8::3').expectProblem('rate-limited', 'GET', '/events', {
          query,
        });
        assert.equal(Number(response.headers.get('retry-after')), seconds);
      }
      test.mock.restoreAll();
      const neighbour = await EventReader.follow(from(server(), '2001:db8:0:1::1'), key, '0');
      const { id } = await one.post(key, 'Hello');
      for (const stream of [...streams, neighbour]) assert.equal((await stream.next()).data.id, id);
      streams.pop()?.close();
      const next = () => statusOf(from(server(), '2001:db8::3'), key);
      await eventually(next, (status) => status === 200);
      for (const stream of [...streams, neighbour]) stream.close();
    });

    it('limits event streams in total', async () => {
      const key = newKey();
      const addresses = ['192.0.2.1', '192.0.2.2', '192.0.2.3', '192.0.2.4', '192.0.2.5'];
      const open = (address: string) => EventReader.follow(from(server(), address), key, '0');
      // The places of the test before become free a moment after it.
      await eventually(
        () => statusOf(from(server(), '192.0.2.9'), key),
        (status) => status === 200,
      );
      const streams = [];
      for (const address of addresses) streams.push(await open(address));
      const last = from(server(), '192.0.2.6');
      const { response } = await last.expectProblem('unavailable', 'GET', '/events', { query: { discussion: key } });
      assert.ok(Number(response.headers.get('retry-after')) >= 30);
      // Everything else goes on.
      assert.equal((await last.open(key)).discussion.state, 'open');
      for (const stream of streams) stream.close();
    });

    it('frees the place of an event stream, however its request ends', async () => {
      const key = newKey();
      const reader = from(server(), '192.0.2.7');
      const query = { discussion: key };
      await eventually(
        () => statusOf(reader, key),
        (status) => status === 200,
      );
      for (let count = 0; count < 20; count++) {
        await reader.expectProblem('invalid', 'GET', '/events', { query: { ...query, after: 'x' } });
        const { status, headers } = await fetch(`${reader.address}/events?discussion=${key}`, {
          method: 'HEAD',
          headers: reader.headers,
        });
        assert.deepEqual([status, headers.get('content-type')], [200, 'text/event-stream']);
        const cut = new AbortController();
        const cutRequest = fetch(`${reader.address}/events?discussion=${key}`, {
          headers: reader.headers,
          signal: cut.signal,
        });
        cut.abort();
        await assert.rejects(cutRequest, { name: 'AbortError' });
      }
      for (let count = 0; count < limits.perAddress; count++)
        await eventually(
          () => statusOf(reader, key),
          (status) => status === 200,
        );
    });
  },
  { rules: { ...quickRules, eventStreams: limits }, proxies: 1 },
);

onOneDatabase(
  'a page that finds no place for its event stream',
  (server) => {
    it('shows comments at once, and receives new ones when a stream is free', async () => {
      const key = newKey();
      const discussion = { key, url: 'https://news.example/' };
      const first = await EventReader.follow(server().guest(), key, '0');
      let refusals = 0;
      const countRefusals: typeof fetch = async (...request) => {
        const response = await fetch(...request);
        if (response.status === 429) refusals++;
        return response;
      };
      const refusedAgain = (): Promise<number> => {
        const before = refusals;
        return eventually(
          async () => refusals,
          (count) => count > before,
        );
      };
      const adapter = httpAdapter({ src: server().address, fetch: countRefusals });
      const leaving = new AbortController();
      const { signal } = leaving;
      assert.equal((await adapter.open(discussion, { signal })).state, 'open');
      const changes: Change[] = [];
      adapter.subscribe?.(discussion, (change) => changes.push(change), { signal });
      await refusedAgain();
      const { id } = await server().guest().post(key, 'While there was no place');
      assert.equal((await first.next()).data.id, id);
      await refusedAgain();
      assert.equal(changes.length, 0);
      first.close();
      await eventually(
        async () => changes.length,
        (count) => count > 0,
      );
      assert.deepEqual(
        changes.map((change) => [change.type, 'comment' in change && change.comment.id]),
        [['added', id]],
      );
      leaving.abort();
    });
  },
  { rules: { ...quickRules, eventStreams: { ...defaultRules.eventStreams, perAddress: 1, retryAfter: 1 } } },
);

onOneDatabase(
  'a server without event streams',
  (server) => {
    it('lets pages poll', async () => {
      const adapter = httpAdapter({ src: server().address });
      const { signal } = new AbortController();
      await adapter.open({ key: newKey(), url: 'https://news.example/' }, { signal });
      assert.equal(adapter.subscribe, undefined);
    });
  },
  { rules: { ...quickRules, eventStreams: { ...defaultRules.eventStreams, total: 0 } } },
);

onOneDatabase(
  'the event streams of a household',
  (server) => {
    it('limits the event streams of a household over all of its IPv6 networks', async () => {
      const key = newKey();
      const streams = [];
      for (const network of ['0', '1', '80', 'ff'])
        streams.push(await EventReader.follow(from(server(), `2001:db8:0:${network}::1`), key, '0'));
      const query = { discussion: key };
      await from(server(), '2001:db8:0:2::1').expectProblem('rate-limited', 'GET', '/events', { query });
      streams.push(await EventReader.follow(from(server(), '2001:db8:0:100::1'), key, '0'));
      streams[0]?.close();
      await eventually(
        () => statusOf(from(server(), '2001:db8:0:2::1'), key),
        (status) => status === 200,
      );
      for (const stream of streams) stream.close();
    });
  },
  {
    proxies: 1,
    rules: { ...quickRules, eventStreams: { perAddress: 2, total: 100, retryAfter: 60 }, readersPerAddress: 2 },
  },
);
