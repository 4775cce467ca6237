/** What is a failure for the runner of tests in Node, planted one by one. */
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { describe, it } from 'node:test';
import { promisify } from 'node:util';
import { runNodeTests } from '../support/node-tests.mjs';
import { lines, nowhere, withPlanted } from './planted.mjs';

const imports = `
  import assert from 'node:assert/strict';
  import { after, describe, it } from 'node:test';
`;
/** What a test does that passes. */
const passes = '() => { assert.ok(true); }';

/** Runs the files of its arguments and prints their count: in a process of its own, as Node runs no tests inside of tests. */
const script = `
  import { runNodeTests } from ${JSON.stringify(import.meta.resolve('../support/node-tests.mjs'))};
  const { LIMIT } = process.env;
  const testLimit = LIMIT && Number(LIMIT);
  console.log(JSON.stringify(await runNodeTests({ files: process.argv.slice(2), testLimit, output: process.stderr })));`;

/** A suite that is declared elsewhere, as those of the demo server are. */
const helper = `
  import { describe } from 'node:test';
  export const suite = (declare) => describe('s', declare);`;

const run = (content, limit) =>
  withPlanted({ 'run.mjs': script, 'a.test.mjs': imports + content, 'helper.mjs': helper }, async (paths) => {
    const env = { ...process.env, NODE_TEST_CONTEXT: undefined, LIMIT: limit };
    const { stdout } = await promisify(execFile)(process.execPath, paths.slice(0, 2), { env });
    return JSON.parse(stdout);
  });

describe('the runner of tests in Node', () => {
  it('counts what passes, fails and is skipped', async () => {
    const count = await run(`
      describe('s', () => {
        it('passes', ${passes});
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
      `describe('s', () => { it('a', ${passes}); after(() => { throw new Error('The server could not be closed.'); }); });`,
      1,
      'Failed: a.test.mjs: s (The server could not be closed.)',
    ],
    [
      'a file whose after() throws',
      `it('a', ${passes}); after(() => { throw new Error('The server could not be closed.'); });`,
      1,
      'Failed: a.test.mjs: did not load or did not end (The server could not be closed.)',
    ],
    [
      'a describe() that throws',
      `describe('s', () => { throw new Error('no fixture'); }); it('a', ${passes});`,
      1,
      'Failed: a.test.mjs: s (no fixture)',
    ],
    ['a file without a test', '', 0, 'Failed: a.test.mjs: declares no test'],
    [
      'a process that ends early',
      "it('a', () => { assert.ok(true); }); it('b', () => process.exit(0)); it('c', () => { throw new Error('never'); });",
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
    [
      'an error on the console',
      "it('a', () => { console.error('lost', 1); assert.ok(true); });",
      0,
      'Failed: a.test.mjs: a (Unexpected console.error: lost 1)',
    ],
    [
      'an error on the console while the file is loaded',
      `console.error('lost'); it('a', ${passes});`,
      0,
      'Failed: a.test.mjs: a (Unexpected console.error: lost)',
    ],
    [
      'an error on the console after the last test',
      `it('a', ${passes}); after(() => console.error('lost'));`,
      1,
      'Failed: a.test.mjs: did not load or did not end (status 1)',
    ],
    [
      'a test without an assertion',
      `describe('s', () => { it('a', async () => {}); it('b', ${passes}); });`,
      1,
      'Failed: a.test.mjs: a (The test has asserted nothing.)',
    ],
    [
      'a test whose only assertion is in a promise that it does not await',
      "it('a', () => { setTimeout(() => assert.equal(1, 2), 50); });",
      0,
      'Failed: a.test.mjs: a (The test has asserted nothing.)',
    ],
    [
      'a describe() without a test beside suites of a helper',
      `import { suite } from './helper.mjs'; suite(() => it('b', ${passes})); suite(() => {});`,
      1,
      'Failed: helper.mjs: s (declares no test)',
    ],
    [
      'a describe() without a test',
      `describe('s', () => { for (const name of []) it(name, ${passes}); it('b', ${passes}); describe('t', () => {}); });`,
      1,
      'Failed: a.test.mjs: t (declares no test)',
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

  it('lets the tests of a file take longer that says why', async () => {
    const count = await run(
      `import { allowMinutes } from ${JSON.stringify(import.meta.resolve('../support/test-limit.mjs'))};
      allowMinutes(1, 'It waits.');
      it('a', async () => { await new Promise((resolve) => setTimeout(resolve, 600)); assert.ok(true); });`,
      '300',
    );
    assert.deepEqual([count.passed, count.failed], [1, 0]);
  });

  it('ends a file one of whose tests takes too long, and names the test', async () => {
    const wait = (time) =>
      `async () => { await new Promise((resolve) => setTimeout(resolve, ${time})); assert.ok(true); }`;
    const count = await run(
      `it('a', ${wait(1500)}); it('b', ${wait(1500)}); describe('s', () => { it('c', ${wait(60_000)}); });`,
      '2500',
    );
    assert.deepEqual(lines(count), [
      'Failed: a.test.mjs: did not load or did not end ("c" has not ended after 2.5 seconds.)',
    ]);
    assert.equal(count.passed, 2);
  });

  it('accepts an error on the console that a test expects', async () => {
    const helper = JSON.stringify(import.meta.resolve('../support/console-error.ts'));
    const count = await run(`
      import { expectConsoleError } from ${helper};
      it('a', async () => {
        const result = await expectConsoleError('lost', async () => { console.error('lost'); return 1; });
        assert.equal(result, 1);
      });`);
    assert.deepEqual([count.passed, count.failed], [1, 0]);
  });

  it('keeps the reason of a test that fails before its assertions', async () => {
    const count = await run("it('a', () => { throw new Error('red'); });");
    assert.deepEqual(lines(count), ['Failed: a.test.mjs: a (red)']);
  });

  it('fails without files', async () => {
    const { failed, failures } = await runNodeTests({ files: [], output: nowhere() });
    assert.deepEqual([failed, failures], [1, ['Failed: test: there is no test file']]);
  });

  it('fails for a file that Node does not run', async () => {
    // Inside of a test, as here, it runs none, with nothing but a warning.
    const count = await withPlanted({ 'a.test.mjs': `${imports}it('a', ${passes});` }, (files) =>
      runNodeTests({ files, output: nowhere() }),
    );
    assert.deepEqual(lines(count), ['Failed: a.test.mjs: did not run']);
  });

  it('takes the processes that a test starts for no tests', async () => {
    const count = await run(`
      import { execFileSync } from 'node:child_process';
      it('a', () => { assert.equal(String(execFileSync(process.execPath, ['-p', '1'])), '1\\n'); });`);
    assert.deepEqual([count.passed, count.failed], [1, 0]);
  });
});
