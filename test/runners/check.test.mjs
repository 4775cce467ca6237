/** What `npm run check` reports, with scripts in place of the checks that do as each test says. */
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, it } from 'node:test';

const root = join(import.meta.dirname, '..', '..');

/** @param {Readonly<Record<string, string>>} checks The commands by name. `tests` is a file that `node test/run.mjs` runs. */
async function check(checks, tests = '') {
  const folder = mkdtempSync(join(tmpdir(), 'check-test-'));
  try {
    mkdirSync(join(folder, 'scripts'));
    mkdirSync(join(folder, 'test', 'support'), { recursive: true });
    for (const path of ['scripts/check.mjs', 'test/support/counts.mjs']) cpSync(join(root, path), join(folder, path));
    writeFileSync(join(folder, 'package.json'), JSON.stringify({ type: 'module', scripts: checks }));
    writeFileSync(join(folder, 'test', 'run.mjs'), tests);
    const env = { ...process.env, TEST_COUNT_FILE: join(folder, 'count') };
    const { status, stdout } = await new Promise((resolve) =>
      execFile(process.execPath, ['scripts/check.mjs'], { cwd: folder, env }, (error, stdout) =>
        resolve({ status: error?.code ?? 0, stdout }),
      ),
    );
    return { status, stdout, count: readFileSync(join(folder, 'count'), 'utf8') };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const PACKAGE = { 'check:package': 'node test/run.mjs package' };
const counting = (count) =>
  `import { writeFileSync } from 'node:fs'; writeFileSync(process.env.TEST_COUNT_FILE, ${JSON.stringify(count)});`;

describe('npm run check', () => {
  it('sums the tests of a check, and the checks without tests', async () => {
    const { status, count, stdout } = await check({ ...PACKAGE, 'check:lint': 'exit 0' }, counting('5 0 0\n'));
    assert.equal(status, 0);
    assert.equal(count, '6 0 0\n');
    assert.match(stdout, /\n6 passed, 0 failed, 0 skipped\n$/);
  });

  it('writes the failures of its checks', async () => {
    const { status, count } = await check(
      { ...PACKAGE, 'check:lint': 'exit 3' },
      `${counting('5 1 0\nFailed: a: b\n')} process.exitCode = 1;`,
    );
    assert.equal(status, 1);
    assert.equal(count.split('\n')[0], '5 2 0');
    assert.deepEqual(count.trimEnd().split('\n').slice(1).sort(), ['Failed: a: b', 'Failed: check:lint: status 3']);
  });

  for (const [what, tests, failure] of [
    ['are silent', '', 'check:package: reported no count of its tests'],
    ['only print that they have passed', "console.log('9 passed, 0 failed, 0 skipped');", 'check:package: reported no'],
    ['pass none', counting('0 0 0\n'), 'check:package: passed no test'],
    [
      'print a failure and end with status 0',
      `console.log('Failed: a: b'); ${counting('5 0 0\n')}`,
      'Failed: check:package: printed a failure and ended with status 0',
    ],
    ['count a failure and end with status 0', counting('5 1 0\nFailed: a: b\n'), 'Failed: a: b'],
  ])
    it(`fails for tests that ${what}`, async () => {
      const { status, count } = await check(PACKAGE, tests);
      assert.equal(status, 1);
      assert.match(count, /^\d 1 0\n/);
      assert.ok(count.includes(failure), count);
    });
});
