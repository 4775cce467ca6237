/** The built command with a format that needs its second file. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import initSql from 'sql.js';

const root = join(import.meta.dirname, '..', '..');
const folder = mkdtempSync(join(tmpdir(), 'command-test-'));
after(() => rmSync(folder, { recursive: true }));

const { Database } = await initSql();

/** Imports Isso's database after further statements, in a folder that has nothing else. */
function importAfter(statements) {
  const made = new Database();
  made.run(readFileSync(join(root, 'import', 'test', 'fixtures', 'isso.sql'), 'utf8'));
  made.run(statements);
  writeFileSync(join(folder, 'comments.db'), made.export());
  made.close();
  const command = join(root, 'import', 'dist', 'cli.js');
  return spawnSync(process.execPath, [command, 'isso', 'comments.db', '--dry-run'], {
    cwd: folder,
    encoding: 'utf8',
  });
}

describe('the built command', () => {
  it('reads a database of Isso', () => {
    const { status, stdout, stderr } = importAfter('');
    assert.equal(status, 0, stderr);
    assert.match(stdout, /^ +2 {2}Articles\n +3 {2}Comments\n/);
  });

  it('refuses a database whose comments are an endless view', () => {
    const { status, stderr } = importAfter(
      `drop table comments; create view comments as with recursive numbers(id) as (select 1 union all select id + 1 from numbers)
         select id from numbers`,
    );
    assert.equal(status, 2);
    assert.equal(
      stderr,
      'comments.db cannot be imported: "comments" is a view instead of a table. Name the database of Isso itself.\n',
    );
  });
});
