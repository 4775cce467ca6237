/** What is a failure for the runner of pure modules, planted one by one. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { runMochaTests } from '../support/mocha-tests.mjs';
import { lines, nowhere, withPlanted } from './planted.mjs';

const imports = "import { expect } from 'chai';\n";
/** What a test does that passes. */
const passes = '() => { expect(1).to.equal(1); }';

const run = (contents) =>
  withPlanted(
    Object.fromEntries(Object.entries(contents).map(([name, content]) => [name, imports + content])),
    (files) => runMochaTests({ files, output: nowhere() }),
  );

describe('the runner of pure modules', () => {
  it('counts what passes, fails and is skipped', async () => {
    const count = await run({
      'a.test.ts': `it('passes', ${passes}); it('fails', () => { throw new Error('red'); });`,
      'b.test.ts': "it.skip('is skipped', () => {});",
    });
    assert.deepEqual([count.passed, count.failed, count.skipped], [1, 1, 1]);
    assert.deepEqual(lines(count), ['Failed: a.test.ts: fails (red)']);
  });

  it('ends a test that is an endless loop, and names it', async () => {
    const content = `${imports}it('passes', ${passes}); describe('a loop', () => it('is endless', () => { for (;;); }));`;
    const count = await withPlanted({ 'a.test.ts': content }, (files) =>
      runMochaTests({ files, output: nowhere(), limit: 2000 }),
    );
    assert.deepEqual(lines(count), ['Failed: modules: a loop is endless (has not ended after 2 seconds)']);
    assert.equal(count.failed, 1);
  });

  for (const [what, content, expected] of [
    [
      '.only',
      "it.only('a', () => {}); it('b', () => { throw new Error('never'); });",
      /ended with status 1 before its tests/,
    ],
    ['a file without a test', '', /a\.test\.ts: declares no test/],
    ['a process that ends early', "it('a', () => process.exit(0));", /ended with status 0 before its tests/],
    [
      'a describe() that throws',
      "describe('s', () => { throw new Error('no fixture'); });",
      /ended with status 1 before/,
    ],
    [
      'an after() that throws',
      `it('a', ${passes}); after(() => { throw new Error('open'); });`,
      /"after all" hook.* \(open\)/,
    ],
    [
      'an error on the console',
      "it('a', () => { console.error('lost'); expect(1).to.equal(1); });",
      /Unexpected console\.error: lost/,
    ],
    ['a test without an assertion', "it('a', async () => {});", /a\.test\.ts: a \(The test has asserted nothing\.\)/],
    [
      'an assertion that is not called',
      "it('a', () => { expect(1).to.equal; });",
      /a\.test\.ts: a \(The test has asserted nothing\.\)/,
    ],
    [
      'a test whose only assertion is in a promise that it does not await',
      "it('a', () => { void new Promise((resolve) => setTimeout(resolve, 50)).then(() => expect(1).to.equal(2)); });",
      /a\.test\.ts: a \(The test has asserted nothing\.\)/,
    ],
    [
      'a describe() without a test',
      `describe('s', () => { it('b', ${passes}); describe('t', () => { for (const name of []) it(name, ${passes}); }); });`,
      /a\.test\.ts: s t \(declares no test\)/,
    ],
    [
      'a rejection that nothing handles',
      "it('a', async () => { void Promise.reject(new Error('lost')); await new Promise(setImmediate); expect(1).to.equal(1); });",
      /Unhandled rejection: Error: lost/,
    ],
    [
      'a rejection that nothing handles after the last test',
      `it('a', ${passes}); after(() => { void Promise.reject(new Error('lost')); });`,
      /Unhandled rejection: Error: lost/,
    ],
  ])
    it(`fails for ${what}`, async () => {
      const { failed, failures } = await run({ 'a.test.ts': content });
      assert.equal(failed, 1);
      assert.match(failures[0], expected);
    });

  it('keeps the reason of a test that fails before its assertions', async () => {
    const count = await run({ 'a.test.ts': "it('a', () => { throw new Error('red'); });" });
    assert.deepEqual(lines(count), ['Failed: a.test.ts: a (red)']);
  });

  it('fails without files', async () => {
    const { failed, failures } = await runMochaTests({ files: [], output: nowhere() });
    assert.deepEqual([failed, failures], [1, ['Failed: test: there is no test file']]);
  });
});
