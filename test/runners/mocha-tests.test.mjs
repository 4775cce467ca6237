/** What is a failure for the runner of pure modules, planted one by one. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { runMochaTests } from '../support/mocha-tests.mjs';
import { lines, nowhere, withPlanted } from './planted.mjs';

const run = (contents) => withPlanted(contents, (files) => runMochaTests({ files, output: nowhere() }));

describe('the runner of pure modules', () => {
  it('counts what passes, fails and is skipped', async () => {
    const count = await run({
      'a.test.ts': "it('passes', () => {}); it('fails', () => { throw new Error('red'); });",
      'b.test.ts': "it.skip('is skipped', () => {});",
    });
    assert.deepEqual([count.passed, count.failed, count.skipped], [1, 1, 1]);
    assert.deepEqual(lines(count), ['Failed: a.test.ts: fails (red)']);
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
      "it('a', () => {}); after(() => { throw new Error('open'); });",
      /"after all" hook.* \(open\)/,
    ],
    ['an error on the console', "it('a', () => console.error('lost'));", /Unexpected console\.error: lost/],
    [
      'a rejection that nothing handles',
      "it('a', async () => { void Promise.reject(new Error('lost')); await new Promise(setImmediate); });",
      /Unhandled rejection: Error: lost/,
    ],
  ])
    it(`fails for ${what}`, async () => {
      const { failed, failures } = await run({ 'a.test.ts': content });
      assert.equal(failed, 1);
      assert.match(failures[0], expected);
    });
});
