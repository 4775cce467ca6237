/** What a client writes into the headers of proxies, which must count only as far as a proxy of the publisher has written them. */
import assert from 'node:assert/strict';
import { request as httpRequest } from 'node:http';
import { describe, it } from 'node:test';
import { defaultRules } from '../src/rules/house-rules.js';
import { createDraft, newKey, type Reader } from '../../test/support/demo-server/reader.js';
import { onOneDatabase, type TestServer } from '../../test/support/demo-server/test-server.js';

const plenty = { burst: 100_000, secondsEach: 1 };
const twoComments = {
  ...defaultRules,
  readersPerAddress: 2,
  requestsPerMinute: 100_000,
  rateLimits: {
    comment: { burst: 2, secondsEach: 3600 },
    edit: plenty,
    remove: plenty,
    vote: plenty,
    report: plenty,
  },
};

/** What a client sends as `X-Forwarded-For`, to be taken for another one. */
const forgeries: readonly (readonly [name: string, value: string])[] = [
  ['an address', '203.0.113.1'],
  ['three addresses', '203.0.113.2, 203.0.113.3,203.0.113.4'],
  ['an address with a port', '203.0.113.5:1234'],
  ['an IPv6 address', '2001:db8:1::1'],
  ['an IPv6 address in brackets', '[2001:db8:2::1]'],
  ['an IPv6 address in brackets with a port', '[2001:db8:3::1]:443'],
  ['an IPv4 address as IPv6', '::ffff:203.0.113.6'],
  ['the loopback interface', '127.0.0.1'],
  ['spaces and tabs', ' \t 203.0.113.7 \t '],
  ['empty entries', '203.0.113.8, , ,,'],
  ['commas alone', ',,,,'],
  ['quotes', '"203.0.113.9"'],
  ['the syntax of Forwarded', 'for=203.0.113.10;proto=https'],
  ['no address', 'unknown'],
  ['letters of Latin-1', 'é\u00a0\u00ff'],
  ['a name of objects', '__proto__'],
  ['a long text', 'x'.repeat(10_000)],
  ['1,000 addresses', Array.from({ length: 1000 }, (_, index) => `10.1.${index >> 8}.${index & 255}`).join(', ')],
];

/** The last proxy but one, as the last one writes it. */
const inner = '10.0.0.1';

/** What reaches the server from `client` through so many proxies, each of which adds the address it was called from. */
function forwarded(proxies: number, client: string, forged?: string): Readonly<Record<string, string>> {
  const entries = [forged, ...[client, inner].slice(0, proxies)].filter((entry) => entry !== undefined);
  return entries.length === 0 ? {} : { 'x-forwarded-for': entries.join(', ') };
}

/** The status of a comment by a guest without cookies. */
async function statusOfComment(server: TestServer, headers: Readonly<Record<string, string>>): Promise<number> {
  const body = createDraft(newKey(), 'Hello');
  return (await server.guest(headers).request('POST', '/comments', { body })).status;
}

/** The status of a comment whose headers are sent line by line. `fetch` joins those of one name. */
function statusOfLines(server: TestServer, lines: readonly (readonly [string, string])[]): Promise<number> {
  return new Promise((resolve, reject) => {
    const body = JSON.stringify(createDraft(newKey(), 'Hello'));
    const headers = [
      ['Host', new URL(server.address).host],
      ['Content-Type', 'application/json'],
      ['Content-Length', String(Buffer.byteLength(body))],
      ...lines,
    ].flat();
    httpRequest(`${server.address}/comments`, { method: 'POST', headers }, (response) => {
      response.resume().once('end', () => resolve(response.statusCode ?? 0));
    })
      .once('error', reject)
      .end(body);
  });
}

for (const proxies of [0, 1, 2])
  onOneDatabase(
    `a forged X-Forwarded-For with TRUST_PROXY=${proxies}`,
    (server) => {
      const client = '192.0.2.1';

      it('gives a guest no new limit', async () => {
        for (let count = 0; count < 2; count++)
          assert.equal(await statusOfComment(server(), forwarded(proxies, client)), 201);
        assert.equal(await statusOfComment(server(), forwarded(proxies, client)), 429);
        for (const [name, value] of forgeries)
          assert.equal(await statusOfComment(server(), forwarded(proxies, client, value)), 429, name);
      });

      it('gives a guest no new limit in a line of its own', async () => {
        const lines = Object.entries(forwarded(proxies, client));
        for (const [name, value] of forgeries)
          assert.equal(await statusOfLines(server(), [['X-Forwarded-For', value], ...lines]), 429, name);
      });

      it('gives a guest no new limit by the headers of other proxies', async () => {
        for (const name of ['x-real-ip', 'forwarded', 'true-client-ip', 'cf-connecting-ip', 'x-client-ip']) {
          const value = name === 'forwarded' ? 'for=203.0.113.11' : '203.0.113.11';
          const headers = { ...forwarded(proxies, client), [name]: value };
          assert.equal(await statusOfComment(server(), headers), 429, name);
        }
      });

      it('uses up the limit of no other guest', async () => {
        if (proxies === 0) {
          // Without a proxy, all clients of this test have one address.
          assert.equal(await statusOfComment(server(), forwarded(proxies, client, '192.0.2.2')), 429);
          return;
        }
        for (let count = 0; count < 3; count++)
          await statusOfComment(server(), forwarded(proxies, client, '192.0.2.2'));
        assert.equal(await statusOfComment(server(), forwarded(proxies, '192.0.2.2')), 201);
      });
    },
    { rules: twoComments, proxies, ...(proxies > 0 && { publicUrl: 'https://news.example' }) },
  );

/** The status and the body of a request with this `Host`. */
function getAs(
  address: string,
  host: string,
  path: string,
): Promise<{ readonly status: number; readonly text: string }> {
  return new Promise((resolve, reject) => {
    httpRequest(new URL(path, address), { headers: { Host: host } }, (response) => {
      let text = '';
      response.setEncoding('utf8').on('data', (part: string) => (text += part));
      response.once('end', () => resolve({ status: response.statusCode ?? 0, text }));
    })
      .once('error', reject)
      .end();
  });
}

/** What a stranger, or a page whose name leads to the server, sends as the host. */
const strangeHosts = [
  'evil.example',
  'evil.example:8010',
  'localhost.evil.example',
  'evil.example Your account is locked',
  'localhost/Dear-customer',
  'localhost@evil.example',
  '203.0.113.9',
  '[2001:db8::9]',
];

const guests = { kind: 'guests' } as const;

for (const [what, options] of [
  ['without PUBLIC_URL', { identities: guests }],
  ['with the sign-in without a password', { publicUrl: 'http://localhost:8010' }],
] as const)
  onOneDatabase(
    `a server ${what}`,
    (server) => {
      const path = '/api/discussion?discussion=pier';

      it('answers who names this machine', async () => {
        const { port } = new URL(server().address);
        for (const host of [`127.0.0.1:${port}`, `localhost:${port}`, 'LOCALHOST', `[::1]:${port}`, 'a.localhost'])
          assert.equal((await getAs(server().address, host, path)).status, 200, host);
      });

      it('answers nobody else, and says what to set, but for its health', async () => {
        for (const host of strangeHosts) {
          for (const one of [path, '/moderation', '/api/sign-in'])
            assert.equal((await getAs(server().address, host, one)).status, 403, `${host}: ${one}`);
          assert.match((await getAs(server().address, host, path)).text, /PUBLIC_URL|DEMO_SIGN_IN/);
          assert.equal((await getAs(server().address, host, '/health')).status, 200, host);
        }
      });
    },
    options,
  );

onOneDatabase(
  'a server with PUBLIC_URL',
  (server) => {
    it('answers whatever a proxy names', async () => {
      assert.equal((await getAs(server().address, 'backend.internal', '/api/discussion?discussion=pier')).status, 200);
    });
  },
  { identities: guests, publicUrl: 'https://news.example' },
);

onOneDatabase(
  'a guest with many addresses',
  (server) => {
    const from = (address: string): Reader => server().guest({ 'x-forwarded-for': address });
    const hex = (number: number): string => number.toString(16);

    /** How many comments are accepted, one from each address in each round. */
    async function accepted(addresses: readonly string[], rounds: number): Promise<number> {
      let count = 0;
      for (let round = 0; round < rounds; round++)
        for (const address of addresses)
          if ((await statusOfComment(server(), { 'x-forwarded-for': address })) === 201) count++;
      return count;
    }

    it('is one guest if they are no addresses', async () => {
      const texts = ['unknown', '_hidden', 'x'.repeat(10_000), '999.1.1.1', '1.2.3', ':::1', '[::1', '1.2.3.4.5:80'];
      assert.equal(await accepted(texts, 1), 2);
    });

    it('has the limit of one address in all 64-bit networks of a household together', async () => {
      const addresses = Array.from({ length: 6 }, (_, index) => `2001:db8:0:ab${hex(index * 51).padStart(2, '0')}::1`);
      assert.equal(await accepted(addresses, 2), 4, 'the limits of two readers');
      assert.equal(await accepted(['2001:db8:0:ac00::1'], 3), 2, 'the next household');
    });

    it('has one limit in all networks that 6to4 makes of an IPv4 address, together with that address', async () => {
      const addresses = Array.from({ length: 4 }, (_, index) => `2002:c633:6401:${hex(index)}::1`);
      assert.equal(await accepted(['198.51.100.1', ...addresses], 2), 2);
    });

    it('shares no limit with others who reach the server through a NAT64', async () => {
      assert.equal(await accepted(['64:ff9b::198.51.100.2', '64:ff9b::198.51.100.3'], 3), 4);
      assert.equal(await accepted(['198.51.100.2'], 1), 0, 'the same client by IPv4');
    });

    it('is banned in the 64-bit network, however its address is written, and in no other', async () => {
      const key = newKey();
      const { id } = await from('2001:db8:5:101::1').post(key, 'Rude');
      await (await server().person('moderator')).callComment('PUT', 'ban', key, id, { banned: true });
      const body = createDraft(key, 'Again');
      for (const address of [
        '2001:db8:5:101::2',
        '2001:0DB8:5:101:f::',
        '[2001:db8:5:101::3]:443',
        '[2001:db8:5:101::4]',
      ])
        await from(address).expectProblem('blocked', 'POST', '/comments', { body });
      await from('2001:db8:5:102::1').post(key, 'A neighbour');
    });

    it('is banned alone among those who reach the server through a NAT64', async () => {
      const key = newKey();
      const { id } = await from('64:ff9b::203.0.113.1').post(key, 'Rude');
      await (await server().person('moderator')).callComment('PUT', 'ban', key, id, { banned: true });
      const body = createDraft(key, 'Again');
      await from('203.0.113.1').expectProblem('blocked', 'POST', '/comments', { body });
      await from('64:ff9b::203.0.113.2').post(key, 'A neighbour');
    });
  },
  { rules: twoComments, proxies: 1, publicUrl: 'https://news.example' },
);

const forgedHosts = [
  'evil.example',
  'evil.example, news.example',
  'news.example, evil.example',
  'evil.example:443',
  '',
];
const forgedProtocols = ['https', 'http', 'javascript', 'https, http', 'http, https', 'x'.repeat(5000)];

describe('a forged X-Forwarded-Host or X-Forwarded-Proto', () => {
  for (const proxies of [0, 1, 2])
    onOneDatabase(
      `with TRUST_PROXY=${proxies}`,
      (server) => {
        const origin = (): string => (proxies === 0 ? new URL(server().address).origin : 'https://news.example');

        it('moves no address of the feed', async () => {
          const key = newKey();
          await server().guest().post(key, 'Hello');
          for (const host of forgedHosts)
            for (const protocol of forgedProtocols) {
              const headers = { 'x-forwarded-host': host, 'x-forwarded-proto': protocol };
              const { text } = await server()
                .guest(headers)
                .request('GET', '/feed', { query: { discussion: key } });
              assert.match(text, new RegExp(`rel="self" href="${origin().replaceAll('.', '\\.')}/api/feed`));
              assert.doesNotMatch(text, /evil|javascript/);
            }
        });

        it('opens the server to no other origin', async () => {
          for (const host of forgedHosts)
            for (const protocol of forgedProtocols) {
              const response = await fetch(`${server().address}/comments`, {
                method: 'POST',
                headers: {
                  'content-type': 'application/json',
                  'x-forwarded-host': host,
                  'x-forwarded-proto': protocol,
                  origin: 'https://evil.example',
                },
                body: JSON.stringify(createDraft(newKey(), 'Hello')),
              });
              assert.equal(response.status, 403);
              assert.equal(response.headers.get('access-control-allow-origin'), null);
            }
        });

        it('changes no cookie', async () => {
          for (const protocol of forgedProtocols) {
            const headers = { 'x-forwarded-proto': protocol, 'x-forwarded-host': 'evil.example' };
            const { headers: answer } = await server()
              .guest(headers)
              .request('POST', '/comments', { body: createDraft(newKey(), 'Hello') });
            const [cookie = ''] = answer.getSetCookie();
            assert.notEqual(cookie, '');
            assert.equal(/; Secure/.test(cookie), proxies > 0, cookie);
            assert.doesNotMatch(cookie, /domain/i);
          }
        });
      },
      { proxies, ...(proxies > 0 && { publicUrl: 'https://news.example' }) },
    );
});
