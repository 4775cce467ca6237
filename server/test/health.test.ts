/** What watches the server: whether it works, and its figures. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { newKey } from '../../test/support/demo-server/reader.js';
import { ServerLog } from '../../test/support/demo-server/server-log.js';
import {
  createPostgresDatabase,
  describeOnPostgres,
  onOneDatabase,
  TestServer,
} from '../../test/support/demo-server/test-server.js';
import { noticeReport } from './notice-report.js';

interface Health {
  readonly status: string;
  readonly database: string;
  readonly outbox?: { readonly mails: number; readonly events: number; readonly late: number };
}

const get = (server: TestServer, path: string, headers: Readonly<Record<string, string>> = {}): Promise<Response> =>
  fetch(new URL(path, server.address), { headers });

async function notify(server: TestServer): Promise<string> {
  const key = newKey();
  const { id } = await (await server.person('author')).post(key, 'Burn it down');
  const { status } = await server
    .guest()
    .request('PUT', `/comments/${id}/report`, { query: { discussion: key }, body: noticeReport() });
  assert.equal(status, 200);
  return key;
}

onOneDatabase(
  'the health of a server',
  (server) => {
    it('is good, with what waits to be sent', async () => {
      await notify(server());
      const response = await get(server(), '/health');
      assert.deepEqual([response.status, response.headers.get('cache-control')], [200, 'no-store']);
      const outbox = { mails: 1, events: 0, late: 0 };
      assert.deepEqual(await response.json(), { status: 'ok', database: 'ok', outbox });
    });

    it('is counted once for all who ask within five seconds', async () => {
      await notify(server());
      const outbox = { mails: 1, events: 0, late: 0 };
      const answers = await Promise.all(Array.from({ length: 20 }, () => get(server(), '/health')));
      for (const answer of answers) assert.deepEqual(((await answer.json()) as Health).outbox, outbox);
      server().advanceClock(0.1);
      const { outbox: later } = (await (await get(server(), '/health')).json()) as Health;
      assert.deepEqual(later, { ...outbox, mails: 2 });
    });

    it('names what has waited for more than ten minutes', async () => {
      server().advanceClock(11);
      const { status, outbox } = (await (await get(server(), '/health')).json()) as Health;
      assert.deepEqual([status, outbox?.late], ['ok', 2]);
    });
  },
  { sendMail: 'none', interval: 2_000_000_000 },
);

describeOnPostgres('the health of a server without its database', () => {
  it('is bad, with the reason in the log only, and good again with the database', async () => {
    const log = new ServerLog();
    const database = await createPostgresDatabase();
    const server = await TestServer.start(database.config, { log });
    try {
      assert.equal((await get(server, '/health')).status, 200);
      await database.rename('away');
      server.advanceClock(1);
      const response = await get(server, '/health');
      assert.equal(response.status, 503);
      assert.deepEqual(await response.json(), { status: 'unavailable', database: 'unavailable' });
      assert.match(log.text, /The database does not answer\./);
      await database.rename('back');
      server.advanceClock(1);
      assert.equal((await get(server, '/health')).status, 200);
    } finally {
      await server.close();
      await database.drop();
    }
  });
});

describe('the metrics of a server', () => {
  onOneDatabase('on one machine', (server) => {
    it('counts requests by route, event streams and what waits to be sent, without keys and names', async () => {
      const key = await notify(server());
      const response = await get(server(), '/metrics');
      assert.equal(response.status, 200);
      assert.match(response.headers.get('content-type') ?? '', /^text\/plain; version=0\.0\.4/);
      const text = await response.text();
      assert.match(
        text,
        /^http_request_duration_seconds_count\{method="PUT",route="\/api\/comments\/:id\/report",status="200"\} 1$/m,
      );
      assert.match(text, /^comments_event_streams 0$/m);
      assert.match(text, /^comments_outbox_waiting\{kind="mail"\} \d+$/m);
      assert.match(text, /^comments_outbox_late \d+$/m);
      assert.match(text, /^process_resident_memory_bytes \d+$/m);
      assert.doesNotMatch(text, new RegExp(`${key}|nora|author`));
    });

    for (const header of ['x-forwarded-for', 'x-forwarded-host', 'x-real-ip', 'forwarded', 'via', 'cf-connecting-ip'])
      it(`refuses the metrics to a request that a proxy forwards with ${header}`, async () => {
        const response = await get(server(), '/metrics', { [header]: '203.0.113.7' });
        assert.equal(response.status, 403);
        assert.match(await response.text(), /Set METRICS_TOKEN/);
      });
  });

  onOneDatabase(
    'behind a proxy',
    (server) => {
      it('refuses the metrics without a token if the server is behind a proxy', async () => {
        assert.equal((await get(server(), '/metrics')).status, 403);
      });
    },
    { publicUrl: 'https://comments.news.example' },
  );

  onOneDatabase(
    'of pages elsewhere',
    (server) => {
      it('refuses the metrics without a token if pages of other origins use the server', async () => {
        assert.equal((await get(server(), '/metrics')).status, 403);
      });
    },
    { origins: ['https://news.example'] },
  );

  onOneDatabase(
    'with a token',
    (server) => {
      it('shows the metrics only to requests with the token', async () => {
        for (const [authorization, status] of [
          ['Bearer token-of-the-metrics', 200],
          ['Bearer another-token-of-them', 403],
          ['', 403],
        ] as const)
          assert.equal((await get(server(), '/metrics', { authorization })).status, status);
      });
    },
    { metricsToken: 'token-of-the-metrics' },
  );
});
