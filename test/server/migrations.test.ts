import { it } from 'node:test';
import pg from 'pg';
import { openDatabase } from '../../demo/server/database/open-database.js';
import { createPostgresDatabase, describeOnPostgres } from '../support/demo-server/test-server.js';

/** Seconds for which the instance that came first is busy: longer than this server waits for a lock anywhere else. */
const busy = 1;

describeOnPostgres('an empty PostgreSQL', () => {
  // Where the instances collide is up to chance, so several rounds with many instances.
  for (const round of [1, 2, 3, 4, 5]) {
    it(`is migrated once by instances that start at the same time (${round} of 5)`, async () => {
      const { config, drop } = await createPostgresDatabase();
      try {
        const opened = await Promise.all(Array.from({ length: 8 }, () => openDatabase(config)));
        await Promise.all(opened.map(({ close }) => close()));
      } finally {
        await drop();
      }
    });
  }

  const table = 'create table migrated (id bigint primary key, version bigint not null)';
  const slow = {
    'creates the table of versions': { before: 'select', work: table },
    'enters the first version': { before: table, work: 'insert into migrated values (1, 0)' },
  };
  for (const [what, { before, work }] of Object.entries(slow))
    it(`is migrated by an instance that waits for one that ${what}`, async () => {
      const { config, drop } = await createPostgresDatabase();
      const first = new pg.Client({ connectionString: config.url });
      try {
        await first.connect();
        await first.query(before);
        await first.query(`begin; ${work}`);
        const goesOn = first.query(`select pg_sleep(${busy}); commit`);
        const { close } = await openDatabase(config);
        await goesOn;
        await close();
      } finally {
        await first.end();
        await drop();
      }
    });
});
