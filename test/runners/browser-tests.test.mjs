/** What is a failure for the runner of tests in a browser, planted one by one. */
import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import { runBrowserTests } from '../support/browser-tests.mjs';
import { lines, nowhere, withPlanted } from './planted.mjs';

/** A test with a frame in which a script goes wrong. */
const inFrame = (script) => `
  it('a', async () => {
    const frame = document.createElement('iframe');
    frame.srcdoc = ${JSON.stringify(`<script>${script}</script>`).replaceAll('/', '\\/')};
    const loaded = new Promise((resolve) => frame.addEventListener('load', resolve));
    document.body.append(frame);
    await loaded;
    await new Promise(requestAnimationFrame);
  });`;

/** In one run, since a browser takes its time to start. */
const planted = {
  'passes.test.ts': "it('passes', () => {}); it.skip('is skipped', () => {});",
  'fails.test.ts': "it('fails', () => { throw new Error('red'); });",
  'only.test.ts': "it.only('a', () => {}); it('b', () => { throw new Error('never'); });",
  'rejection.test.ts': `
    it('a', async () => { void Promise.reject(new Error('lost')); await new Promise(requestAnimationFrame); });`,
  'console.test.ts': "it('a', () => console.error('lost')); it('b', () => {});",
  'frame-console.test.ts': inFrame("console.error('lost', 1)"),
  'frame-error.test.ts': inFrame("throw new Error('lost')"),
  'frame-rejection.test.ts': inFrame("Promise.reject(new Error('lost'))"),
  'hook.test.ts': "describe('s', () => { it('a', () => {}); after(() => { throw new Error('open'); }); });",
  'empty.test.ts': 'export {};',
  'unloadable.test.ts': "throw new Error('no fixture');",
};

describe('the runner of tests in a browser', () => {
  let count;
  before(async () => {
    count = await withPlanted(planted, (files) => runBrowserTests({ files, output: nowhere() }));
  });

  it('counts what passes and is skipped', () => assert.equal(count.skipped, 1));

  for (const [what, name, expected] of [
    ['a test that throws', 'fails', /fails \(red\)/],
    ['.only', 'only', /Could not import your test module/],
    ['a rejection that nothing handles', 'rejection', /Unhandled rejection: Error: lost/],
    ['an error on the console', 'console', /Unexpected console\.error: lost/],
    ['an error on the console of a frame', 'frame-console', /Unexpected console\.error: In the frame srcdoc: lost 1/],
    ['an error in a frame', 'frame-error', /Unexpected console\.error: In the frame srcdoc: Uncaught Error: lost/],
    [
      'a rejection in a frame that nothing handles',
      'frame-rejection',
      /Unexpected console\.error: In the frame srcdoc: Unhandled rejection: Error: lost/,
    ],
    ['an after() that throws', 'hook', /open/],
    ['a file without a test', 'empty', /declares no test/],
    ['a file that cannot be loaded', 'unloadable', /Could not import your test module/],
  ])
    it(`fails for ${what}`, () => {
      const found = lines(count).filter((line) => line.startsWith(`Failed: ${name}.test.ts: `));
      assert.match(found.join('\n'), expected);
    });

  it('fails for nothing else', () =>
    assert.deepEqual(
      lines(count).filter((line) => line.includes('passes.test.ts')),
      [],
    ));

  it('fails for tests that were not reached', () =>
    assert.ok(lines(count).includes('Failed: console.test.ts: 1 tests did not run'), lines(count).join('\n')));
});
