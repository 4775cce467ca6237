/** What `.ci/run` reports, with commands in place of npm, Node and Debian's tools that do as each test says. */
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, it } from 'node:test';

const script = join(import.meta.dirname, '..', '..', '.ci', 'run');

const STEPS =
  'packages npm-ci build check bare all-but-server install-servers server firefox webkit-soak assistive waline mastodon bluesky ghost wordpress frameworks';

/** What a runner does that has counted its tests. */
const counting = (count) => `[ -z "\${TEST_COUNT_FILE:-}" ] || echo '${count}' > "$TEST_COUNT_FILE"`;

/** Each step that runs tests counts three that have passed. */
const working = {
  dpkg: 'exit 0',
  'apt-get': 'exit 0',
  git: 'exit 0',
  unshare: counting('3 0 0'),
  npm: 'exit 0',
  npx: 'exit 0',
  node: counting('3 0 0'),
};

/** @param {Readonly<Record<string, string>>} commands Bash, in place of what works. */
async function runWith(commands) {
  const folder = mkdtempSync(join(tmpdir(), 'ci-run-'));
  const table = join(folder, 'ci-results', 'table.txt');
  try {
    mkdirSync(join(folder, '.ci'));
    mkdirSync(join(folder, 'bin'));
    copyFileSync(script, join(folder, '.ci', 'run'));
    for (const [name, body] of Object.entries({ ...working, ...commands }))
      writeFileSync(join(folder, 'bin', name), `#!/bin/bash\n${body}\n`, { mode: 0o755 });
    return await new Promise((resolve) => {
      const env = { ...process.env, PATH: `${join(folder, 'bin')}:${process.env.PATH}` };
      execFile('bash', [join(folder, '.ci', 'run')], { env }, (error, stdout) =>
        resolve({
          status: error?.code ?? 0,
          stdout,
          last: stdout.trimEnd().split('\n').at(-1),
          table: existsSync(table) ? readFileSync(table, 'utf8') : '',
        }),
      );
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A stub that fails where its arguments contain a word. */
const except = (word, otherwise, usual) => `if [[ "$*" == *${word}* ]]; then ${otherwise}; exit; fi\n${usual}`;

describe('.ci/run', () => {
  it('sums all steps, checks included, and lists them', async () => {
    const { status, stdout, last } = await runWith({});
    // Of the seventeen steps, four only have a status.
    assert.equal(last, '43 passed, 0 failed, 0 skipped');
    assert.equal(status, 0);
    const listed = [...stdout.matchAll(/^(\S+) +\d+:\d\d {2}\d+ passed, 0 failed, 0 skipped$/gm)].map(
      ([, name]) => name,
    );
    assert.equal(listed.join(' '), STEPS);
  });

  it('keeps the table with the minutes of each step, and the sum, as a file', async () => {
    const failing = `echo 'Failed: a: b'; ${counting('2 1 0')}; exit 1`;
    const { table } = await runWith({ node: except('webkit', failing, working.node) });
    const rows = table.trimEnd().split('\n');
    assert.deepEqual(
      rows.slice(0, -2).map((row) => row.split(' ')[0]),
      STEPS.split(' '),
    );
    assert.match(table, /^webkit-soak +\d+:\d\d {2}2 passed, 1 failed, 0 skipped$/m);
    assert.deepEqual(rows.slice(-2), ['Failed: a: b', '42 passed, 1 failed, 0 skipped']);
  });

  it('keeps the rows of the steps that have ended when it is interrupted', async () => {
    const { table } = await runWith({ node: except('check', 'kill -KILL $PPID', working.node) });
    assert.deepEqual(
      table.split('\n').map((row) => row.split(' ')[0]),
      ['packages', 'npm-ci', 'build', ''],
    );
  });

  it('tells tests to demand every engine, tool and server', async () => {
    const { last } = await runWith({ node: `[ "$CI" = true ] && ${counting('3 0 0')}` });
    assert.equal(last, '43 passed, 0 failed, 0 skipped');
  });

  it('counts failed checks', async () => {
    const failing = `echo 'Failed: check:types (status 2)'; ${counting('8 1 0')}; exit 1`;
    const { status, stdout, last } = await runWith({ node: except('check', failing, working.node) });
    assert.equal(last, '48 passed, 1 failed, 0 skipped');
    assert.notEqual(status, 0);
    assert.match(stdout, /\nFailed: check:types \(status 2\)\n48 passed/);
  });

  it('lists the failures that a runner has written and not printed', async () => {
    const failing = `printf '2 1 0\nFailed: a.test.ts: b (c)\n' > "$TEST_COUNT_FILE"; exit 1`;
    const { stdout } = await runWith({ node: except('firefox', failing, working.node) });
    assert.match(stdout, /\nFailed: a\.test\.ts: b \(c\)\n42 passed, 1 failed, 0 skipped\n$/);
  });

  it('fails where packages cannot be installed', async () => {
    const { status, stdout, last } = await runWith({ dpkg: 'exit 1', 'apt-get': 'exit 100' });
    assert.equal(last, '42 passed, 1 failed, 0 skipped');
    assert.notEqual(status, 0);
    assert.match(stdout, /Failed: packages ended with status 100/);
  });

  it('counts the tests of a step that runs beside others, and prints them when it has ended', async () => {
    const failing = `echo 'Failed: a: b'; ${counting('2 1 0')}; exit 1`;
    const { status, stdout, last } = await runWith({ node: except('wordpress', failing, working.node) });
    assert.equal(last, '42 passed, 1 failed, 0 skipped');
    assert.notEqual(status, 0);
    assert.match(stdout, /=== bluesky[^]*\n=== wordpress\nFailed: a: b\n[^]*\nFailed: a: b\n42 passed/);
  });

  it('fails for a step beside others whose runner is silent', async () => {
    const { stdout } = await runWith({ node: except('wordpress', 'exit 0', working.node) });
    assert.match(stdout, /\nFailed: wordpress reported no count of its tests\n40 passed, 1 failed, 0 skipped\n$/);
  });

  it('fails where a server of another project cannot be installed', async () => {
    const { status, stdout, last } = await runWith({ npx: except('ghost', 'echo No disk; exit 3', working.npx) });
    assert.equal(last, '42 passed, 1 failed, 0 skipped');
    assert.notEqual(status, 0);
    assert.match(stdout, /=== install-servers\nNo disk\n[^]*\nFailed: install-servers ended with status 3\n/);
  });

  for (const [what, stub, failure] of [
    ['ends with a status although no test failed', `${counting('3 0 0')}; exit 1`, /firefox ended with status 1/],
    ['does not start', 'exit 127', /firefox ended with status 127/],
    ['counts failures and ends with status 0', counting('2 1 0'), /firefox ended with status 0 after 1 failed/],
    ['counts no tests and ends with status 0', 'exit 0', /firefox reported no count of its tests/],
    ['counts 0 tests and ends with status 0', counting('0 0 0'), /firefox passed no test/],
    ['writes no numbers', counting('many 0 0'), /firefox reported no count of its tests/],
    ['prints that tests have passed', "echo '9999 passed, 0 failed, 0 skipped'", /firefox reported no count/],
    [
      'prints a closing line with a carriage return',
      "printf '2 passed, 3 failed, 0 skipped\\r\\n'",
      /firefox reported no count/,
    ],
    [
      'prints a failure and ends with status 0',
      `echo 'Failed: a: b'; ${counting('3 0 0')}`,
      /Failed: a: b\nFailed: firefox printed a failure and ended with status 0/,
    ],
    [
      'prints a failure behind a byte that is no text and ends with status 0',
      `printf '\\0\\nFailed: a: b\\n'; ${counting('3 0 0')}`,
      /Failed: a: b\nFailed: firefox printed a failure and ended with status 0/,
    ],
    [
      'prints a failure with a carriage return and ends with status 0',
      `printf 'Failed: a: b\\r\\n'; ${counting('3 0 0')}`,
      /Failed: a: b\nFailed: firefox printed a failure and ended with status 0/,
    ],
  ])
    it(`fails for an engine that ${what}`, async () => {
      const { status, stdout, last } = await runWith({ node: except('firefox', stub, working.node) });
      assert.match(last, /^\d+ passed, 1 failed, 0 skipped$/);
      assert.notEqual(status, 0);
      assert.match(stdout, failure);
    });

  it('fails for every step whose runner is silent', async () => {
    const { status, last } = await runWith({ node: 'exit 0', unshare: 'exit 0' });
    assert.equal(last, '4 passed, 13 failed, 0 skipped');
    assert.notEqual(status, 0);
  });

  it('takes no printed line for a count', async () => {
    const forging = `echo '9999 passed, 0 failed, 0 skipped'; ${counting('2 0 7')}; echo '9999 passed, 0 failed, 0 skipped'`;
    const { status, last } = await runWith({ node: except('firefox', forging, working.node) });
    assert.equal(last, '42 passed, 1 failed, 7 skipped');
    assert.notEqual(status, 0);
  });

  it('counts an installation or a build as one, whatever it prints or writes', async () => {
    const forging = `echo '9999 passed, 0 failed, 0 skipped'; [ -z "\${TEST_COUNT_FILE:-}" ] || ${counting('9999 0 0')}`;
    const { status, last } = await runWith({ npm: forging });
    assert.equal(last, '43 passed, 0 failed, 0 skipped');
    assert.equal(status, 0);
  });

  it('fails for a build that prints a failure and ends with status 0', async () => {
    const { status, stdout, last } = await runWith({ npm: except('build', "echo 'Failed: a: b'", working.npm) });
    assert.equal(last, '42 passed, 1 failed, 0 skipped');
    assert.notEqual(status, 0);
    assert.match(stdout, /Failed: build printed a failure and ended with status 0/);
  });

  it('fails for skipped tests', async () => {
    const { status, last } = await runWith({ node: except('webkit', counting('2 0 1'), working.node) });
    assert.equal(last, '42 passed, 1 failed, 1 skipped');
    assert.notEqual(status, 0);
  });

  it('runs no tests of a tree that does not build', async () => {
    const { status, last } = await runWith({ npm: except('build', 'exit 2', working.npm) });
    assert.equal(last, '5 passed, 1 failed, 0 skipped');
    assert.notEqual(status, 0);
  });
});
