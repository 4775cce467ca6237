import { describe, it } from 'node:test';
import { openDatabase } from '../../demo/server/database/open-database.js';
import { createPostgresDatabase, withoutPostgres } from '../support/demo-server/test-server.js';

describe('an empty PostgreSQL', { skip: withoutPostgres }, () => {
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
});
