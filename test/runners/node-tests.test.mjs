/** What is a failure for the runner of tests in Node, planted one by one. */
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { describe, it } from 'node:test';
import { promisify } from 'node:util';
import { runNodeTests } from '../support/node-tests.mjs';
import { lines, nowhere, withPlanted } from './planted.mjs';

const imports = "import { after, describe, it } from 'node:test';\n";

/** Runs the files of its arguments and prints their count: in a process of its own, as Node runs no tests inside of tests. */
const script = `
  import { runNodeTests } from ${JSON.stringify(import.meta.resolve('../support/node-tests.mjs'))};
  console.log(JSON.stringify(await runNodeTests({ files: process.argv.slice(2), output: process.stderr })));`;

const run = (content) =>
  withPlanted({ 'run.mjs': script, 'a.test.mjs': imports + content }, async (paths) => {
    const env = { ...process.env, NODE_TEST_CONTEXT: undefined };
    const { stdout } = await promisify(execFile)(process.execPath, paths, { env });
    return JSON.parse(stdout);
  });

describe('the runner of tests in Node', () => {
  it('counts what passes, fails and is skipped', async () => {
    const count = await run(`
      describe('s', () => {
        it('passes', () => {});
        it('fails', () => { throw new Error('red'); });
        it.skip('is skipped', () => {});
        it.todo('is to be written');
      });`);
    assert.deepEqual([count.passed, count.failed, count.skipped], [1, 1, 2]);
    assert.deepEqual(lines(count), ['Failed: a.test.mjs: fails (red)']);
  });

  for (const [what, content, passed, failure] of [
    [
      'a suite whose after() throws',
      "describe('s', () => { it('a', () => {}); after(() => { throw new Error('The server could not be closed.'); }); });",
      1,
      'Failed: a.test.mjs: s (The server could not be closed.)',
    ],
    [
      'a file whose after() throws',
      "it('a', () => {}); after(() => { throw new Error('The server could not be closed.'); });",
      1,
      'Failed: a.test.mjs: did not load or did not end (The server could not be closed.)',
    ],
    [
      'a describe() that throws',
      "describe('s', () => { throw new Error('no fixture'); }); it('a', () => {});",
      1,
      'Failed: a.test.mjs: s (no fixture)',
    ],
    ['a file without a test', '', 0, 'Failed: a.test.mjs: declares no test'],
    [
      'a process that ends early',
      "it('a', () => {}); it('b', () => process.exit(0)); it('c', () => { throw new Error('never'); });",
      0,
      'Failed: a.test.mjs: did not load or did not end (status 1)',
    ],
    [
      'a file that cannot be loaded',
      "import './missing.mjs';",
      0,
      'Failed: a.test.mjs: did not load or did not end (status 1)',
    ],
    [
      'a rejection that nothing handles',
      "it('a', async () => { void Promise.reject(new Error('lost')); await new Promise(setImmediate); });",
      0,
      'Failed: a.test.mjs: a (lost)',
    ],
  ])
    it(`fails for ${what}`, async () => {
      const count = await run(content);
      // Which status a failure to load has depends on the version of Node.
      assert.deepEqual(
        lines(count).map((line) => line.replace('status 7', 'status 1')),
        [failure],
      );
      assert.deepEqual([count.passed, count.failed, count.skipped], [passed, 1, 0]);
    });

  it('fails without files', async () => {
    const { failed, failures } = await runNodeTests({ files: [], output: nowhere() });
    assert.deepEqual([failed, failures], [1, ['Failed: test: there is no test file']]);
  });

  it('fails for a file that Node does not run', async () => {
    // Inside of a test, as here, it runs none, with nothing but a warning.
    const count = await withPlanted({ 'a.test.mjs': `${imports}it('a', () => {});` }, (files) =>
      runNodeTests({ files, output: nowhere() }),
    );
    assert.deepEqual(lines(count), ['Failed: a.test.mjs: did not run']);
  });

  it('takes the processes that a test starts for no tests', async () => {
    const count = await run(`
      import { execFileSync } from 'node:child_process';
      it('a', () => { execFileSync(process.execPath, ['-e', 'process.exit(0)']); });`);
    assert.deepEqual([count.passed, count.failed], [1, 0]);
  });
});
