import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { it } from 'node:test';
import { defaultRules, type HouseRules, type LimitedAction, type RateLimit } from '../src/rules/house-rules.js';
import type { Comment } from '../../src/model/adapter.js';
import { newKey, createDraft, type Reader } from '../../test/support/demo-server/reader.js';
import { onOneDatabase, type TestServer } from '../../test/support/demo-server/test-server.js';

const twoAMinute: RateLimit = { burst: 2, secondsEach: 30 };
const plenty: RateLimit = { burst: 100_000, secondsEach: 1 };
const unlimited = { comment: plenty, edit: plenty, remove: plenty, vote: plenty, report: plenty };

const rules = (limits: Partial<Record<LimitedAction, RateLimit>>, more: Partial<HouseRules> = {}): HouseRules => ({
  ...defaultRules,
  words: { held: [], forbidden: ['vermin'] },
  requestsPerMinute: 100_000,
  rateLimits: { ...unlimited, ...limits },
  ...more,
});

/** The seconds to wait, from a request that must be refused as too early. */
async function refusedFor(reader: Reader, ...request: Parameters<Reader['request']>): Promise<number> {
  const { response } = await reader.expectProblem('rate-limited', ...request);
  return Number(response.headers.get('retry-after'));
}

const from = (server: TestServer, address: string): Reader => server.guest({ 'x-forwarded-for': address });

onOneDatabase(
  'rate limits of comments',
  (server) => {
    it('limits comments by account, and for all guests of an address together', async () => {
      const [reader, author] = [await server().person('reader'), await server().person('author')];
      for (const text of ['One', 'Two']) await reader.post(newKey(), text);
      const body = createDraft(newKey(), 'Three');
      assert.equal(await refusedFor(reader, 'POST', '/comments', { body }), 30);
      await author.post(newKey(), 'One');
      for (const text of ['One', 'Two']) await server().guest().post(newKey(), text);
      await refusedFor(server().guest(), 'POST', '/comments', { body });
      server().advanceClock(0.4);
      assert.equal(await refusedFor(reader, 'POST', '/comments', { body }), 6);
      server().advanceClock(0.1);
      assert.equal((await reader.submit(body)).outcome, 'published');
      await refusedFor(reader, 'POST', '/comments', { body: createDraft(newKey(), 'Four') });
    });

    it('allows a retry of a stored comment, and does not count refused texts', async () => {
      const reader = from(server(), '192.0.2.60');
      const draft = createDraft(newKey(), 'One');
      await reader.submit(draft);
      for (const body of [' ', 'You are vermin.', 'THIS IS THE END OF THE WORLD'])
        assert.ok(
          (await reader.request('POST', '/comments', { body: { ...draft, submitKey: randomUUID(), body } })).status >
            400,
        );
      await reader.post(newKey(), 'Two');
      await refusedFor(reader, 'POST', '/comments', { body: createDraft(newKey(), 'Three') });
      assert.equal((await reader.submit(draft)).comment?.body.value, 'One');
    });

    it('counts refused texts of more than 5,000 characters', async () => {
      const reader = from(server(), '192.0.2.61');
      const long = { body: createDraft(newKey(), 'a'.repeat(5001)) };
      for (let count = 0; count < 2; count++) await reader.expectProblem('too-long', 'POST', '/comments', long);
      await refusedFor(reader, 'POST', '/comments', long);
      await refusedFor(reader, 'POST', '/comments', { body: createDraft(newKey(), 'Short') });
    });

    it('counts an IPv6 network as one address, and each IPv4 address separately', async () => {
      for (const address of ['2001:db8::1', '2001:db8::2']) await from(server(), address).post(newKey(), 'Hello');
      const body = createDraft(newKey(), 'Hello');
      await refusedFor(from(server(), '2001:db8:0:0:ffff::3'), 'POST', '/comments', { body });
      await from(server(), '2001:db8:0:1::1').post(newKey(), 'Hello');
      for (let last = 1; last <= 4; last++) await from(server(), `::ffff:192.0.2.${last}`).post(newKey(), 'Hello');
    });
  },
  { rules: rules({ comment: twoAMinute }), proxies: 1 },
);

onOneDatabase(
  'rate limits of everything else',
  (server) => {
    const commentBy = async (author: Reader): Promise<readonly [key: string, comment: Comment]> => {
      const key = newKey();
      return [key, await author.post(key, 'Hello')];
    };
    const at = (id: string, what = ''): string => `/comments/${id}${what}`;

    it('limits votes, and counts flipping one like casting many', async () => {
      const [key, { id }] = await commentBy(await server().person('author'));
      const reader = await server().person('reader');
      for (const value of [1, -1]) await reader.callComment('PUT', 'vote', key, id, { value });
      const { position } = await reader.open(key);
      const options = { query: { discussion: key }, body: { value: 1 } };
      for (let count = 0; count < 50; count++)
        assert.equal(await refusedFor(reader, 'PUT', at(id, '/vote'), options), 30);
      assert.equal((await reader.open(key)).position, position, 'no more events');
      await (await server().person('moderator')).callComment('PUT', 'vote', key, id, { value: 1 });
    });

    it('limits the edits of an author', async () => {
      const author = await server().person('author');
      const [key, { id }] = await commentBy(author);
      for (const body of ['One', 'Two']) await author.callComment('PATCH', '', key, id, { body });
      await refusedFor(author, 'PATCH', at(id), { query: { discussion: key }, body: { body: 'Three' } });
    });

    it('limits removing and restoring by authors, but not by moderators', async () => {
      const [author, moderator] = [await server().person('author'), await server().person('moderator')];
      const [key, { id }] = await commentBy(author);
      await author.callComment('DELETE', '', key, id);
      await author.callComment('POST', 'restore', key, id, {});
      await refusedFor(author, 'DELETE', at(id), { query: { discussion: key } });
      for (let count = 0; count < 4; count++) {
        await moderator.callComment('DELETE', '', key, id);
        await moderator.callComment('POST', 'restore', key, id, {});
      }
    });

    it('limits reports, also from guests without cookies', async () => {
      const [key, { id }] = await commentBy(await server().person('author'));
      const body = { reason: 'spam' };
      // Without cookies, as somebody who reports again and again.
      for (let count = 0; count < 2; count++) await server().guest().callComment('PUT', 'report', key, id, body);
      await refusedFor(server().guest(), 'PUT', at(id, '/report'), { query: { discussion: key }, body });
    });
  },
  { rules: rules({ edit: twoAMinute, remove: twoAMinute, vote: twoAMinute, report: twoAMinute }) },
);

onOneDatabase(
  'rate limits of an address',
  (server) => {
    it('limits the votes of all readers at an address together', async () => {
      const [key, author] = [newKey(), await server().person('author')];
      const { id } = await author.post(key, 'Hello');
      const votes = async (who: string, value: number): Promise<number> => {
        const reader = await server().person(who);
        const options = { query: { discussion: key }, body: { value } };
        return (await reader.request('PUT', `/comments/${id}/vote`, options)).status;
      };
      assert.deepEqual(await Promise.all([votes('reader', 1), votes('reader', -1)]), [200, 200]);
      assert.equal(await votes('moderator', 1), 200);
      assert.equal(await votes('moderator', -1), 429, 'the address has three votes');
    });
  },
  { rules: rules({ vote: twoAMinute }, { readersPerAddress: 1.5 }) },
);

onOneDatabase(
  'the limit of requests',
  (server) => {
    it('counts an IPv6 network as one address, and restarts after a minute', async (test) => {
      // The clock of the library that counts.
      test.mock.timers.enable({ apis: ['Date'], now: Date.now() });
      const read = (address: string) => from(server(), address).request('GET', '/viewer');
      for (let last = 1; last <= 20; last++) assert.equal((await read(`2001:db8::${last}`)).status, 200);
      const { status, headers } = await read('2001:db8::ffff');
      assert.equal(status, 429);
      assert.equal(headers.get('retry-after'), '60');
      assert.equal((await read('2001:db8:0:1::1')).status, 200);
      test.mock.timers.tick(59_999);
      assert.equal((await read('2001:db8::ffff')).status, 429);
      test.mock.timers.tick(1);
      assert.equal((await read('2001:db8::ffff')).status, 200);
    });
  },
  { rules: rules({}, { requestsPerMinute: 20 }), proxies: 1 },
);
