/** Limits only go down: planted tables and repositories, and the table of this commit. */
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import * as current from './budgets.mjs';
import { earlierTable, limitErrors, limitsAfter } from './limits.mjs';

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
  const source = (budgets, removed = {}) =>
    `export const budgets = ${JSON.stringify(budgets)};\nexport const removed = ${JSON.stringify(removed)};\n`;
  const commit = (cwd, page, more = {}) => {
    mkdirSync(join(cwd, 'test', 'package'), { recursive: true });
    writeFileSync(join(cwd, 'test', 'package', 'budgets.mjs'), source({ page: { limit: page }, ...more }));
    git(cwd, 'add', '-A');
    git(cwd, 'commit', '-q', '--allow-empty', '-m', 'Planted');
  };
  /** A repository whose main branch had limits of 3000 and 2000. */
  const repository = () => {
    const made = folder();
    git(made, 'init', '-q', '-b', 'main');
    commit(made, 3000);
    commit(made, 2000);
    return made;
  };
  const found = async (cwd) => {
    const { name, table } = await earlierTable(cwd);
    return [name, table?.budgets.page.limit];
  };

  it('is, on a branch, that of the commit where it left the main branch', async () => {
    const cwd = repository();
    git(cwd, 'checkout', '-q', '-b', 'feature');
    commit(cwd, 2500);
    commit(cwd, 2600);
    assert.deepEqual(await found(cwd), ['the limits of 4 commits', 2000]);
  });

  it('is, on the main branch, that before a raised limit, however many commits ago', async () => {
    const cwd = repository();
    commit(cwd, 2500, { other: { limit: 50 } });
    commit(cwd, 2500, { other: { limit: 40 } });
    commit(cwd, 2500, { other: { limit: 40 } });
    assert.deepEqual(await found(cwd), ['the limits of 4 commits', 2000]);
    const { table } = await earlierTable(cwd);
    assert.deepEqual(limitErrors(table, { budgets: { page: { limit: 2500 }, other: { limit: 40 } } }), [
      'page was raised from 2000 to 2500 bytes without a decision.',
    ]);
  });

  for (const strategy of ['ours', 'theirs'])
    it(`is the lowest of both parents of a merge that keeps ${strategy}`, async () => {
      const cwd = repository();
      git(cwd, 'checkout', '-q', '-b', 'feature');
      commit(cwd, 2500);
      git(cwd, 'checkout', '-q', 'main');
      commit(cwd, 1900);
      git(cwd, 'merge', '-q', '-X', strategy, 'feature', '-m', 'Planted');
      assert.equal((await found(cwd))[1], 1900);
    });

  it('is that of the last commit before the next one', async () => {
    assert.deepEqual(await found(repository()), ['the limits of 2 commits', 2000]);
  });

  it('begins after the last table with ceilings', async () => {
    const cwd = folder();
    git(cwd, 'init', '-q', '-b', 'main');
    commit(cwd, 1000, { other: { limit: 10, ceiling: 20 } });
    commit(cwd, 3000);
    assert.deepEqual(await found(cwd), ['the limits of 1 commits', 3000]);
  });

  it('is missing in a shallow clone, and without a repository or a table', async () => {
    const cwd = folder();
    git(cwd, 'clone', '-q', '--depth', '1', `file://${repository()}`, '.');
    assert.deepEqual(await found(cwd), ['nothing: the clone has no history', undefined]);
    assert.deepEqual(await found(folder()), ['nothing: there is no repository, or no git', undefined]);
    const empty = folder();
    git(empty, 'init', '-q', '-b', 'main');
    git(empty, 'commit', '-q', '--allow-empty', '-m', 'Planted');
    assert.deepEqual(await found(empty), ['nothing: no commit has a table', undefined]);
  });
});

describe('the limits in force', () => {
  const after = (...tables) => limitsAfter(tables).budgets;
  const page = (limit, rest = {}) => ({ budgets: { page: { limit, ...rest } } });

  it('keeps the lowest limit', () =>
    assert.deepEqual(after(page(3000), page(2000), page(2500)), { page: { limit: 2000 } }));

  it('raises a limit only by a decision on just that', () => {
    const raised = { from: 2000, to: 2500, ...decision };
    assert.deepEqual(after(page(2000), page(2500, { raised })), { page: { limit: 2500 } });
    assert.deepEqual(after(page(2000), page(2400, { raised })), { page: { limit: 2000 } });
    assert.deepEqual(after(page(2000), page(2300), page(2500, { raised: { ...raised, from: 2300 } })), {
      page: { limit: 2000 },
    });
  });

  it('drops a row by a decision, and keeps one that is only missing', () => {
    const without = (removed) => ({ budgets: {}, removed });
    assert.deepEqual(after(page(2000), without({ page: { from: 2000, ...decision } })), {});
    assert.deepEqual(after(page(2000), without({})), { page: { limit: 2000 } });
    assert.deepEqual(after(page(2000), without({ page: { from: 1000, ...decision } })), { page: { limit: 2000 } });
  });
});

describe('the limits of this package', () => {
  it('raises no limit of an earlier commit without a decision', async (context) => {
    const { name, table } = await earlierTable(root);
    context.diagnostic(`The limits were compared with ${name}`);
    // The workflow clones the whole history.
    if (process.env.GITHUB_ACTIONS) assert.ok(table, `The limits were compared with ${name}.`);
    assert.deepEqual(limitErrors(table ?? { budgets: {} }, current), []);
  });
});
