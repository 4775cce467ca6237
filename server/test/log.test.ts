/** What reaches the server's log: no address, no token, and nothing that people have written. */
import assert from 'node:assert/strict';
import { beforeEach, describe, it } from 'node:test';
import { inspect } from 'node:util';
import { sql } from 'kysely';
import { logError } from '../src/http/root.js';
import { describeFailure } from '../src/http/run.js';
import { ConfigError } from '../src/rules/config.js';
import type { ReportReceipt } from '../../src/model/adapter.js';
import { newKey } from '../../test/support/demo-server/reader.js';
import { onOneDatabase } from '../../test/support/demo-server/test-server.js';
import { noticeReport } from './notice-report.js';

const lines: string[] = [];

/** What a notice and its sender's page are recognised by. */
const secrets = /nora|Notifier|mail\.example|calls for violence|[\w-]{43}/;

describe('an error in the log', () => {
  it('is told with its causes, even if it is its own', () => {
    const error = new Error('One');
    error.cause = new Error('Two', { cause: error });
    const told = JSON.stringify(logError(error));
    assert.match(told, /"message":"One".*"cause":.*"message":"Two"/);
  });

  it('is told on the console without the values of the database', () => {
    const error = Object.assign(new Error('violates'), { code: '23514', detail: 'Failing row contains (nora).' });
    const told = inspect(describeFailure(error), { depth: Infinity });
    assert.match(told, /23514/);
    assert.doesNotMatch(told, /nora/);
    assert.equal(describeFailure(new ConfigError('PORT is wrong.')), 'PORT is wrong.');
  });
});

onOneDatabase(
  'the log of the server',
  (server) => {
    beforeEach(() => {
      lines.length = 0;
    });

    const report = async (): Promise<{ readonly status: number; readonly text: string }> => {
      const key = newKey();
      const { id } = await (await server().person('author')).post(key, 'Burn it down');
      const query = { discussion: key };
      return server().guest().request('PUT', `/comments/${id}/report`, { query, body: noticeReport() });
    };
    const logged = (): string => lines.filter((line) => line.includes('"level":50')).join('\n');

    it('has the route of a request, and no token', async () => {
      const { statusUrl = '' } = JSON.parse((await report()).text) as ReportReceipt;
      lines.length = 0;
      assert.equal((await fetch(statusUrl)).status, 200);
      assert.match(lines.join('\n'), /"req":\{"method":"GET","route":"\/api\/notices\/:token"\}/);
      assert.doesNotMatch(lines.join('\n'), secrets);
    });

    it('has the error behind a page that fails, and no token', async () => {
      const { statusUrl = '' } = JSON.parse((await report()).text) as ReportReceipt;
      await sql`alter table legal_notices rename to moved`.execute(server().store.database);
      try {
        const response = await fetch(statusUrl);
        assert.equal(response.status, 503);
        assert.match(logged(), /relation \\"legal_notices\\" does not exist/);
        assert.match(logged(), new RegExp(((await response.json()) as { readonly code: string }).code));
        assert.doesNotMatch(lines.join('\n'), secrets);
      } finally {
        await sql`alter table moved rename to legal_notices`.execute(server().store.database);
      }
    });

    for (const table of ['outbox', 'legal_notices'])
      it(`has the constraint that refuses a row of ${table}, and none of its values`, async () => {
        const name = sql.table(table);
        await sql`alter table ${name} add constraint never check (false) not valid`.execute(server().store.database);
        try {
          assert.equal((await report()).status, 503);
          assert.match(logged(), /"code":"23514"/);
          assert.match(logged(), /"constraint":"never"/);
          assert.doesNotMatch(lines.join('\n'), secrets);
        } finally {
          await sql`alter table ${name} drop constraint never`.execute(server().store.database);
        }
      });
  },
  { log: { level: 'info', stream: { write: (line) => void lines.push(line) } } },
);
