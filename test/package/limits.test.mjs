/** Limits only go down: planted tables and repositories, and the table of this commit. */
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import * as current from './budgets.mjs';
import { earlierTable, limitErrors } from './limits.mjs';

const root = join(import.meta.dirname, '..', '..');
const decision = { by: 'the maintainers, in the minutes of May', date: '2026-05-04' };

describe('a table of limits', () => {
  const earlier = { budgets: { page: { limit: 1000 }, missed: { limit: 1000, ceiling: 1200 } } };
  const errors = (budgets, removed) =>
    limitErrors(earlier, { budgets: { ...earlier.budgets, missed: { limit: 1200 }, ...budgets }, removed });
  const without = (row, removed) => {
    const budgets = { page: { limit: 1000 }, missed: { limit: 1200 } };
    delete budgets[row];
    return limitErrors(earlier, { budgets, removed });
  };

  it('may keep limits, lower them and add rows', () => {
    assert.deepEqual(errors({}), []);
    assert.deepEqual(errors({ page: { limit: 900 }, more: { limit: 5 } }), []);
  });

  it('may not raise one', () => {
    assert.deepEqual(errors({ page: { limit: 1001 } }), [
      'page was raised from 1000 to 1001 bytes without a decision.',
    ]);
  });

  it('may not raise one above the ceiling that it once had', () => {
    assert.deepEqual(errors({ missed: { limit: 1210 } }), [
      'missed was raised from 1200 to 1210 bytes without a decision.',
    ]);
  });

  it('may not have a ceiling, nor a row without a limit', () => {
    assert.deepEqual(errors({ page: { limit: 900, ceiling: 950 } }), ['page has a ceiling beside its limit.']);
    assert.deepEqual(errors({ more: {} }), ['more has no limit in bytes.']);
  });

  it('may raise one that names who decided on just this limit', () => {
    const raised = { from: 1000, to: 1100, ...decision };
    assert.deepEqual(errors({ page: { limit: 1100, raised } }), []);
    for (const wrong of [{ from: 900 }, { to: 1200 }, { by: '' }, { by: undefined }, { date: 'in May' }])
      assert.ok(errors({ page: { limit: 1100, raised: { ...raised, ...wrong } } }).length > 0, JSON.stringify(wrong));
  });

  it('may not lose a row', () => {
    assert.deepEqual(without('page'), ['page with its limit of 1000 bytes was removed without a decision.']);
  });

  it('may lose a row if it names who decided it', () => {
    assert.deepEqual(without('page', { page: { from: 1000, ...decision } }), []);
    assert.deepEqual(without('missed', { missed: { from: 1200, ...decision } }), []);
    for (const wrong of [{ from: 900 }, { by: '' }, { date: '' }])
      assert.ok(without('page', { page: { from: 1000, ...decision, ...wrong } }).length > 0, JSON.stringify(wrong));
  });
});

describe('the table to compare with', () => {
  const folders = [];
  after(() => folders.forEach((folder) => rmSync(folder, { recursive: true, force: true })));
  const folder = () => {
    const made = mkdtempSync(join(tmpdir(), 'limits-'));
    folders.push(made);
    return made;
  };
  const git = (cwd, ...args) =>
    execFileSync(
      'git',
      ['-c', 'user.name=A', '-c', 'user.email=a@example.org', '-c', 'commit.gpgsign=false', ...args],
      { cwd, stdio: 'pipe' },
    );
  const source = (limit) => `export const budgets = { page: { limit: ${limit} } };\n`;
  const write = (cwd, limit) => {
    mkdirSync(join(cwd, 'test', 'package'), { recursive: true });
    writeFileSync(join(cwd, 'test', 'package', 'budgets.mjs'), source(limit));
  };
  const commit = (cwd, limit) => {
    write(cwd, limit);
    git(cwd, 'add', '-A');
    git(cwd, 'commit', '-q', '--allow-empty', '-m', 'Planted');
  };
  /** A repository whose main branch had limits of 3000 and 2000, and whose last commit changed nothing. */
  const repository = () => {
    const made = folder();
    git(made, 'init', '-q', '-b', 'main');
    commit(made, 3000);
    commit(made, 2000);
    commit(made, 2000);
    return made;
  };
  const found = async (cwd, limit) => {
    const { name, table } = await earlierTable(cwd, source(limit));
    return [name.replace(/ [\da-f]{8}$/, ''), table?.budgets.page.limit];
  };

  it('is, on a branch, that of the commit where it left the main branch', async () => {
    const cwd = repository();
    git(cwd, 'checkout', '-q', '-b', 'feature');
    commit(cwd, 2500);
    commit(cwd, 2600);
    assert.deepEqual(await found(cwd, 2600), ['the merge base with main,', 2000]);
  });

  it('is that of the remote main branch in a clone', async () => {
    const cwd = folder();
    git(cwd, 'clone', '-q', repository(), '.');
    git(cwd, 'checkout', '-q', '-b', 'feature');
    commit(cwd, 2500);
    assert.deepEqual(await found(cwd, 2500), ['the merge base with origin/main,', 2000]);
  });

  it('is, on the main branch, the one before the last change', async () => {
    assert.deepEqual(await found(repository(), 2000), ['the commit before the last change,', 3000]);
  });

  it('is, before a commit on the main branch, that of the last one', async () => {
    const cwd = repository();
    write(cwd, 2500);
    assert.deepEqual(await found(cwd, 2500), ['the last commit,', 2000]);
  });

  it('is missing in a shallow clone without history, and without a repository', async () => {
    const cwd = folder();
    git(cwd, 'clone', '-q', '--depth', '1', `file://${repository()}`, '.');
    assert.deepEqual(await found(cwd, 2000), ['nothing: the clone has no earlier table', undefined]);
    assert.deepEqual(await found(folder(), 2000), ['nothing: there is no repository, or no git', undefined]);
  });
});

describe('the limits of this package', () => {
  it('are not above those of the commit before, unless that was decided', async (context) => {
    const { name, table } = await earlierTable(
      root,
      readFileSync(join(root, 'test', 'package', 'budgets.mjs'), 'utf8'),
    );
    context.diagnostic(`The limits were compared with ${name}`);
    // The workflow clones the whole history.
    if (process.env.GITHUB_ACTIONS) assert.ok(table, `The limits were compared with ${name}.`);
    assert.deepEqual(limitErrors(table ?? { budgets: {} }, current), []);
  });
});
