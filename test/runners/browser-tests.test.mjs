/** What is a failure for the runner of tests in a browser, planted one by one. */
import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import { runBrowserTests } from '../support/browser-tests.mjs';
import { findInPath } from '../support/find-chromium.mjs';
import { skipWithout } from '../support/skip-without.mjs';
import { lines, nowhere, withPlanted } from './planted.mjs';

/** With the copy of Chai that most tests in a browser take. */
const imports = "import { expect } from '@open-wc/testing';\n";
/** What a test does that passes. */
const passes = '() => { expect(1).to.equal(1); }';

/** A test with a frame in which a script goes wrong. */
const inFrame = (script) => `${imports}
  it('a', async () => {
    const frame = document.createElement('iframe');
    frame.srcdoc = ${JSON.stringify(`<script>${script}</script>`).replaceAll('/', '\\/')};
    const loaded = new Promise((resolve) => frame.addEventListener('load', resolve));
    document.body.append(frame);
    await loaded;
    await new Promise(requestAnimationFrame);
    expect(1).to.equal(1);
  });`;

/** In one run, since a browser takes its time to start. */
const planted = {
  'passes.test.ts': `${imports} it('passes', ${passes}); it.skip('is skipped', () => {});`,
  'passes-elsewhere.test.ts': `import { expect } from 'chai'; it('passes', ${passes});`,
  'fails.test.ts': "it('fails', () => { throw new Error('red'); });",
  'only.test.ts': "it.only('a', () => {}); it('b', () => { throw new Error('never'); });",
  'rejection.test.ts': `${imports}
    it('a', async () => {
      void Promise.reject(new Error('lost'));
      await new Promise(requestAnimationFrame);
      expect(1).to.equal(1);
    });`,
  'console.test.ts': `${imports}
    it('a', () => { console.error('lost'); expect(1).to.equal(1); });
    it('b', ${passes});`,
  'without-assertion.test.ts': "it('a', async () => {});",
  'lost-assertion.test.ts': `${imports}
    it('a', () => { void new Promise((resolve) => setTimeout(resolve, 50)).then(() => expect(1).to.equal(2)); });`,
  'frame-console.test.ts': inFrame("console.error('lost', 1)"),
  'frame-error.test.ts': inFrame("throw new Error('lost')"),
  'frame-rejection.test.ts': inFrame("Promise.reject(new Error('lost'))"),
  'hook.test.ts': `${imports}
    describe('s', () => { it('a', ${passes}); after(() => { throw new Error('open'); }); });`,
  'empty.test.ts': 'export {};',
  'unloadable.test.ts': "throw new Error('no fixture');",
};

describe('the runner of tests in a browser', () => {
  let count;
  before(async () => {
    count = await withPlanted(planted, (files) => runBrowserTests({ files, output: nowhere() }));
  });

  it('counts what is skipped', () => assert.equal(count.skipped, 1));

  for (const [what, name, expected] of [
    ['a test that throws', 'fails', /fails \(red\)/],
    ['.only', 'only', /Could not import your test module/],
    ['a rejection that nothing handles', 'rejection', /Unhandled rejection: Error: lost/],
    ['an error on the console', 'console', /Unexpected console\.error: lost/],
    ['a test without an assertion', 'without-assertion', /a \(The test has asserted nothing\.\)/],
    [
      'a test whose only assertion is in a promise that it does not await',
      'lost-assertion',
      /a \(The test has asserted nothing\.\)/,
    ],
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
      lines(count).filter((line) => line.includes('passes')),
      [],
    ));

  it('fails for tests that were not reached', () =>
    assert.ok(lines(count).includes('Failed: console.test.ts: 1 tests did not run'), lines(count).join('\n')));
});

/** More files than the runner loads at a time, each of which stores what the next one must not find. */
const storing = Object.fromEntries(
  ['a', 'b', 'c', 'd', 'e'].map((name) => [
    `${name}.test.ts`,
    `${imports}
    it('finds what it has stored itself', async () => {
      const found = () => [
        localStorage.getItem('owner'),
        sessionStorage.getItem('owner'),
        document.cookie,
        String(matchMedia('print').matches),
      ];
      expect(found()).to.deep.equal([null, null, '', 'false']);
      expect(await caches.keys()).to.be.empty;
      localStorage.setItem('owner', '${name}');
      sessionStorage.setItem('owner', '${name}');
      document.cookie = 'owner=${name}; Max-Age=600';
      await caches.open('${name}');
      await executeServerCommand('emulated-media', {
        media: 'print', colorScheme: '', forcedColors: '', reducedMotion: '',
      });
      expect(found()).to.deep.equal(['${name}', '${name}', 'owner=${name}', 'true']);
    });`.replace('import', "import { executeServerCommand } from '@web/test-runner-commands';\nimport"),
  ]),
);

const withoutFirefox = skipWithout(
  !findInPath(['firefox-esr', 'firefox']) && 'Firefox is missing: apt-get install firefox-esr.',
);

for (const [engine, skip] of [
  ['chromium', false],
  ['firefox', withoutFirefox],
])
  describe(`files on pages of ${engine}`, { skip }, () => {
    it('gives each file a page without what others have stored or emulated', async () => {
      const count = await withPlanted(storing, (files) => runBrowserTests({ files, engine, output: nowhere() }));
      assert.deepEqual([lines(count), count.passed], [[], 5]);
    });
  });
