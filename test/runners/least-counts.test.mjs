/** The least number of tests of a suite: what falls below fails, and the numbers only rise. */
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { least, lowered } from '../least-counts.mjs';
import { suitesNamed } from '../suites.mjs';
import { withLeast } from '../support/counts.mjs';

const root = join(import.meta.dirname, '..', '..');
const path = 'test/least-counts.mjs';

const isDecision = (record) => Boolean(record?.by) && /^\d{4}-\d\d-\d\d$/.test(record.date);

/** The numbers in force after a series of tables, the oldest first. */
function leastAfter(tables) {
  const inForce = new Map();
  for (const table of tables)
    for (const [suite, from] of [...inForce, ...Object.keys(table.least).map((name) => [name, 0])]) {
      const to = table.least[suite] ?? 0;
      const decision = table.lowered[suite];
      const isLowered = decision?.from === from && decision.to === to && isDecision(decision);
      if (to > (inForce.get(suite) ?? 0) || isLowered) inForce.set(suite, to);
    }
  return Object.fromEntries(inForce);
}

/** Tables of all commits that have one, without those that removed the file. */
async function earlierTables() {
  const git = (...args) =>
    execFileSync('git', args, { cwd: root, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
  const order = ['--reverse', '--topo-order', '--full-history'];
  const commits = git('log', ...order, '--diff-filter=d', '--format=%H', '--', path).split('\n');
  const sources = commits.filter(Boolean).map((commit) => git('show', `${commit}:${path}`));
  return Promise.all(
    sources.map((source) => import(`data:text/javascript;base64,${Buffer.from(source).toString('base64')}`)),
  );
}

describe('the least number of tests', () => {
  const count = (passed, failed = 0, skipped = 0) => ({ passed, failed, skipped, failures: [] });

  it('fails a suite of which fewer have passed', () =>
    assert.deepEqual(withLeast(count(9), 'modules', 10), {
      ...count(9, 1),
      failures: ['Failed: test: modules (9 tests passed, and test/least-counts.mjs has 10)'],
    }));

  it('is enough', () => assert.deepEqual(withLeast(count(10), 'modules', 10), count(10)));

  it('concerns no run with skipped or failed tests, which says so itself', () => {
    assert.deepEqual(withLeast(count(8, 0, 1), 'modules', 10), count(8, 0, 1));
    assert.deepEqual(withLeast(count(8, 1), 'modules', 10), count(8, 1));
  });

  it('is that of whole suites', () => {
    assert.deepEqual(
      suitesNamed(['modules', 'model/abortable']).map((suite) => suite.least),
      [least.modules],
    );
    assert.deepEqual(
      suitesNamed(['model/abortable']).map((suite) => suite.least),
      [0],
    );
  });

  it('names suites that exist', () => {
    for (const name of Object.keys(least)) assert.equal(suitesNamed([name]).length, 1, name);
  });
});

describe('the table of least numbers', () => {
  const table = (modules, decisions = {}) => ({ least: { modules }, lowered: decisions });
  const decision = { by: 'the maintainers, in the minutes of May', date: '2026-05-04' };

  it('rises', () => assert.deepEqual(leastAfter([table(5), table(9), table(7)]), { modules: 9 }));

  it('is lowered by a decision on just that', () => {
    const modules = { from: 9, to: 7, ...decision };
    assert.deepEqual(leastAfter([table(9), table(7, { modules })]), { modules: 7 });
    assert.deepEqual(leastAfter([table(9), table(6, { modules })]), { modules: 9 });
    assert.deepEqual(leastAfter([table(9), table(7, { modules: { ...modules, by: '' } })]), { modules: 9 });
  });

  it('loses no suite', () => assert.deepEqual(leastAfter([table(9), { least: {}, lowered: {} }]), { modules: 9 }));

  it('is not below that of any commit before, unless that was decided', async () => {
    const inForce = leastAfter([...(await earlierTables()), { least, lowered }]);
    assert.deepEqual(least, inForce);
  });
});
