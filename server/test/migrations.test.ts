import assert from 'node:assert/strict';
import { it } from 'node:test';
import pg from 'pg';
import type { Log } from '../src/database/data.js';
import { openDatabase } from '../src/database/open-database.js';
import { lockTimeout } from '../src/database/transaction.js';
import { createPostgresDatabase, describeOnPostgres } from '../../test/support/demo-server/test-server.js';
import { lockWaits } from './lock-waits.js';

const noLog: Log = { warn: assert.fail, error: ({ err }) => assert.ifError(err) };

const instances = 8;

const createTable = 'create table migrated (id bigint primary key, version bigint not null)';
const enterVersion = 'insert into migrated values (1, 0)';

/** Checks that the schema is complete: every migration has run, once, and is entered. */
async function assertMigrated(client: pg.Client): Promise<void> {
  const { rows: versions } = await client.query<{ version: string }>('select version from migrated');
  assert.equal(versions.length, 1);
  assert.ok(Number(versions[0]?.version) > 0);
  const { rows: comments } = await client.query('select * from comments');
  assert.deepEqual(comments, []);
}

describeOnPostgres('an empty PostgreSQL', () => {
  /** Runs a test on a database of its own, with two connections beside those of the instances. */
  async function onEmptyDatabase(
    work: (database: {
      readonly open: () => Promise<void>;
      readonly first: pg.Client;
      readonly observer: pg.Client;
    }) => Promise<void>,
  ): Promise<void> {
    const { config, drop } = await createPostgresDatabase();
    const [first, observer] = [config, config].map(({ url }) => new pg.Client({ connectionString: url }));
    assert.ok(first && observer);
    try {
      await Promise.all([first.connect(), observer.connect()]);
      await work({ open: async () => (await openDatabase(config, noLog)).close(), first, observer });
      await assertMigrated(observer);
    } finally {
      await Promise.all([first.end(), observer.end()]);
      await drop();
    }
  }

  it(`is migrated once by ${instances} instances that start at the same time`, () =>
    onEmptyDatabase(async ({ open }) => {
      await Promise.all(Array.from({ length: instances }, open));
    }));

  // All wait for the first one, so that they go on at the same moment.
  for (const [what, before, work] of [
    ['create the table of versions', 'select', createTable],
    ['enter the first version', createTable, enterVersion],
  ] as const)
    it(`is migrated once by ${instances} instances that ${what} at the same moment`, () =>
      onEmptyDatabase(async ({ open, first, observer }) => {
        await first.query(before);
        await first.query(`begin; ${work}`);
        const opened = Promise.all(Array.from({ length: instances }, open));
        await lockWaits(observer, instances);
        await first.query('rollback');
        await opened;
      }));

  for (const [what, before, work] of [
    ['creates the table of versions', 'select', createTable],
    ['enters the first version', createTable, enterVersion],
  ] as const)
    it(`is migrated by an instance that waits for one that ${what}, longer than for any other lock`, () =>
      onEmptyDatabase(async ({ open, first, observer }) => {
        await first.query(before);
        await first.query(`begin; ${work}`);
        const opened = open();
        await lockWaits(observer, 1);
        // Begins to wait later, for as long as the server waits for any other lock.
        const impatient = observer.query(`set lock_timeout = ${lockTimeout}; ${work}`);
        await assert.rejects(impatient, { code: '55P03' });
        await lockWaits(observer, 1);
        await first.query('commit');
        await opened;
      }));
});

describeOnPostgres('a PostgreSQL', () => {
  for (const [locale, expected] of [
    ['C', [/^In the locale of the database, Ü and ü are different letters/]],
    ['C.UTF-8', []],
  ] as const)
    it(`is opened with ${expected.length} warnings in the locale ${locale}`, async () => {
      const warnings: string[] = [];
      const { config, drop } = await createPostgresDatabase(`template template0 locale '${locale}'`);
      const { close } = await openDatabase(config, { ...noLog, warn: (text) => void warnings.push(text) });
      await close();
      await drop();
      assert.equal(warnings.length, expected.length);
      expected.forEach((pattern, index) => assert.match(warnings[index] ?? '', pattern));
    });
});
