/** Databases that are damaged, or crafted to run for ever. */
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { once } from 'node:events';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import type { Worker } from 'node:worker_threads';
import initSql from 'sql.js';
import { ImportError } from '../src/source.js';
import { readSqlite } from '../src/sqlite.js';
import { fixtures, freshPath, importFiles } from './import-fixture.js';

const { Database } = await initSql();

/** Isso's database after further statements. */
function databaseAfter(statements: string): string {
  const made = new Database();
  made.run(readFileSync(join(fixtures, 'isso.sql'), 'utf8'));
  made.run(statements);
  const path = freshPath('comments.db');
  writeFileSync(path, made.export());
  made.close();
  return path;
}

const importOf = (path: string) => importFiles('isso', [path], { base: 'https://news.example' });

const endless = 'with recursive numbers(id) as (select 1 union all select id + 1 from numbers)';

const columns = 'tid, id, parent, created, modified, mode, text, author, website, likes, dislikes';

/**
 * A database of some kilobytes whose table has 60^6 rows: each page of its tree refers to the next one 60 times, and the last one has rows.
 */
function repeatedPages(): string {
  const pageSize = 512;
  const made = new Database();
  made.run(`pragma page_size = ${pageSize}`);
  made.run(readFileSync(join(fixtures, 'isso.sql'), 'utf8'));
  for (let id = 10; id < 200; id++)
    made.run(`insert into comments values (1, ${id}, null, 1370602440, null, 1, '', 'x', 'Ada', '', '', 0, 0, x'', 0)`);
  const [root] = made.exec(`select rootpage from sqlite_master where name = 'comments'`)[0]!.values[0] as [number];
  const file = Buffer.from(made.export());
  made.close();
  const page = (number: number): Buffer => file.subarray((number - 1) * pageSize, number * pageSize);
  assert.equal(page(root)[0], 5, 'The root refers to other pages.');
  const childOf = (cell: number): number => page(root).readUInt32BE(page(root).readUInt16BE(12 + 2 * cell));
  const leaf = childOf(0);
  const chain = [root, ...[1, 2, 3, 4, 5].map(childOf), leaf];
  for (const [index, number] of chain.slice(0, -1).entries()) {
    const next = chain[index + 1]!;
    const cells = 60;
    const bytes = page(number).fill(0);
    bytes[0] = 5;
    bytes.writeUInt16BE(cells, 3);
    bytes.writeUInt16BE(pageSize - cells * 5, 5);
    bytes.writeUInt32BE(next, 8);
    for (let cell = 0; cell < cells; cell++) {
      const start = pageSize - (cell + 1) * 5;
      bytes.writeUInt16BE(start, 12 + 2 * cell);
      bytes.writeUInt32BE(next, start);
      bytes[start + 4] = cell + 1;
    }
  }
  const path = freshPath('comments.db');
  writeFileSync(path, file);
  return path;
}

describe('a database', () => {
  const refusals: readonly (readonly [string, string, RegExp])[] = [
    [
      'an endless view in place of the comments',
      `drop table comments; create view comments as ${endless} select 1 as tid, id, null as parent, 1 as created, null as modified,
         1 as mode, 'x' as text, 'Ada' as author, null as website, 0 as likes, 0 as dislikes from numbers`,
      /comments\.db cannot be imported: "comments" is a view instead of a table\. Name the database of Isso itself\.$/,
    ],
    [
      'an endless view in place of the articles',
      `drop table threads; create view threads as ${endless} select id, '/' as uri, '' as title from numbers`,
      /"threads" is a view instead of a table\./,
    ],
    [
      'a virtual table',
      `drop table comments; create virtual table comments using fts4(${columns})`,
      /"comments" is a virtual table instead of a table\./,
    ],
    [
      'a computed column',
      'alter table comments rename column text to old; alter table comments add column text as (hex(zeroblob(100000000)))',
      /the column "text" of "comments" is computed instead of stored\./,
    ],
    [
      'a view that calls itself a table',
      `pragma writable_schema = on; update sqlite_master set type = 'table',
         sql = 'create view comments as ${endless} select * from numbers' where name = 'comments'`,
      /comments/,
    ],
    ['no comments', 'drop table comments', /it has no table "comments"\./],
    ['no text', 'alter table comments drop column text', /its table "comments" has no column "text"\./],
  ];
  for (const [name, statements, expected] of refusals)
    it(`refuses a database with ${name}`, async () => {
      await assert.rejects(importOf(databaseAfter(statements)), (error: Error) => {
        assert.ok(error instanceof ImportError, error.stack);
        assert.match(error.message, expected);
        return true;
      });
    });

  it('reads a database with triggers, other views and other tables', async () => {
    const { comments } = await importOf(
      databaseAfter(
        `create view other as ${endless} select * from numbers; create index by_author on comments(author);
           create trigger again after insert on comments begin delete from comments; end`,
      ),
    );
    assert.equal(comments('https://news.example/bridge/').length, 3);
  });

  it('stops reading a database that leads to more rows than it has room for', async () => {
    const { report } = await importOf(repeatedPages());
    assert.match(
      report.problemList.join('\n'),
      /comments\.db: the database cannot be read: it leads to more rows than it has room for\. To save what is readable: sqlite3 .* \.recover \| sqlite3 recovered\.db$/,
    );
  });

  it('reports bytes that are not text, and imports the rest of the text', async () => {
    const { comments, report } = await importOf(
      databaseAfter(`update comments set text = cast(x'63616661e9' as text) where id = 1`),
    );
    assert.equal(comments('https://news.example/bridge/')[0]?.body.value, 'cafa\ufffd');
    assert.deepEqual(
      report.problemList.map((problem) => problem.replace(/^.*comments\.db: /, '')),
      ['comment 1: bytes that are not text in text, imported as \ufffd'],
    );
  });

  it('reads a database in UTF-16', async () => {
    const made = new Database();
    made.run(`pragma encoding = 'UTF-16be'`);
    made.run(readFileSync(join(fixtures, 'isso.sql'), 'utf8'));
    made.run(`update comments set author = 'Ägnes' where id = 1`);
    const path = freshPath('comments.db');
    writeFileSync(path, made.export());
    made.close();
    const { comments } = await importOf(path);
    assert.equal(comments('https://news.example/bridge/')[0]?.author?.name, 'Ägnes');
  });

  it('refuses a database that is cut off, and reports the damage', async () => {
    const whole = readFileSync(databaseAfter(''));
    const path = freshPath('comments.db');
    writeFileSync(path, whole.subarray(0, whole.length / 2));
    await assert.rejects(
      importOf(path),
      /comments\.db: the database cannot be read: database disk image is malformed\./,
    );
  });
});

describe('a query', () => {
  const query = `${endless} select sum(id) as id from numbers`;

  it('stops a query that returns no result for too long, and names the file', async () => {
    const path = databaseAfter('');
    await assert.rejects(readSqlite(path, { tables: {}, query }, 100).next(), {
      name: 'ImportError',
      message: `${path} cannot be imported: a query has had no result for 0.1 seconds. Check it with: sqlite3 ${path} 'pragma quick_check'`,
    });
  });

  it('does not end the process if it runs out of memory when its time is already over', async () => {
    /** Whether an error of the thread would have been heard until it had ended. Unheard, it is thrown in this process. */
    const areErrorsHeard: boolean[] = [];
    const onWorker = (message: unknown): unknown => {
      const { worker } = message as { readonly worker: Worker };
      return worker.once('exit', () => areErrorsHeard.push(worker.listenerCount('error') > 0));
    };
    subscribe('worker_threads', onWorker);
    try {
      await assert.rejects(readSqlite(databaseAfter(''), { tables: {}, query }, 100).next(), ImportError);
    } finally {
      unsubscribe('worker_threads', onWorker);
    }
    assert.deepEqual(areErrorsHeard, [true]);
  });

  /** Returns the first 500 rows, and then none without an end. */
  const firstRows = `${endless} select id from numbers where id <= 500 or id < 0`;

  it('ends at once when the process is asked to stop', async () => {
    const script = freshPath('query.mjs');
    const sqlite = JSON.stringify(join(import.meta.dirname, '..', 'src', 'sqlite.ts'));
    writeFileSync(
      script,
      `import { readSqlite } from ${sqlite};
       process.once('SIGTERM', () => process.exit(143));
       const rows = readSqlite(${JSON.stringify(databaseAfter(''))}, { tables: {}, query: ${JSON.stringify(firstRows)} });
       for await (const { values } of rows) if (values.id === 1) console.log('running');`,
    );
    const child = spawn(process.execPath, ['--import', import.meta.resolve('tsx'), script]);
    await once(child.stdout, 'data');
    child.kill('SIGTERM');
    assert.deepEqual(await once(child, 'close'), [143, null]);
  });

  it('stops a query that needs too much memory', async () => {
    const rows = readSqlite(databaseAfter(''), { tables: {}, query: 'select length(hex(zeroblob(400000000))) as id' });
    await assert.rejects(
      rows.next(),
      /^DamagedError: the database cannot be read: (?:out of memory|string or blob too big)\./,
    );
  });
});
