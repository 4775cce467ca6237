/** What `.ci/run` reports, with commands in place of npm, Node and Debian's tools that do as each test says. */
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, it } from 'node:test';

const script = join(import.meta.dirname, '..', '..', '.ci', 'run');

const STEPS =
  'packages bare npm-ci build install-waline check all-but-server server firefox webkit soak frameworks wordpress waline mastodon ghost bluesky';

/** Each step that runs tests prints that three have passed. */
const working = {
  dpkg: 'exit 0',
  'apt-get': 'exit 0',
  git: 'exit 0',
  unshare: "echo '3 passed, 0 failed, 0 skipped'",
  npm: 'exit 0',
  npx: 'exit 0',
  node: "echo '3 passed, 0 failed, 0 skipped'",
};

/** @param {Readonly<Record<string, string>>} commands Bash, in place of what works. */
async function runWith(commands) {
  const folder = mkdtempSync(join(tmpdir(), 'ci-run-'));
  try {
    mkdirSync(join(folder, '.ci'));
    mkdirSync(join(folder, 'bin'));
    copyFileSync(script, join(folder, '.ci', 'run'));
    for (const [name, body] of Object.entries({ ...working, ...commands }))
      writeFileSync(join(folder, 'bin', name), `#!/bin/bash\n${body}\n`, { mode: 0o755 });
    return await new Promise((resolve) => {
      const env = { ...process.env, PATH: `${join(folder, 'bin')}:${process.env.PATH}` };
      execFile('bash', [join(folder, '.ci', 'run')], { env }, (error, stdout) =>
        resolve({ status: error?.code ?? 0, stdout, last: stdout.trimEnd().split('\n').at(-1) }),
      );
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A stub that fails where its arguments contain a word. */
const except = (word, otherwise, usual) => `if [[ "$*" == *${word}* ]]; then ${otherwise}; fi\n${usual}`;

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

  it('tells tests to demand every engine, tool and server', async () => {
    const { last } = await runWith({ node: '[ "$CI" = true ] && echo "3 passed, 0 failed, 0 skipped"' });
    assert.equal(last, '43 passed, 0 failed, 0 skipped');
  });

  it('counts failed checks', async () => {
    const failing = "echo 'Failed: check:types (status 2)'; echo '8 passed, 1 failed, 0 skipped'; exit 1";
    const { status, stdout, last } = await runWith({ node: except('check', failing, working.node) });
    assert.equal(last, '48 passed, 1 failed, 0 skipped');
    assert.notEqual(status, 0);
    assert.match(stdout, /\nFailed: check:types \(status 2\)\n48 passed/);
  });

  it('fails where packages cannot be installed', async () => {
    const { status, stdout, last } = await runWith({ dpkg: 'exit 1', 'apt-get': 'exit 100' });
    assert.equal(last, '42 passed, 1 failed, 0 skipped');
    assert.notEqual(status, 0);
    assert.match(stdout, /Failed: packages ended with status 100/);
  });

  for (const [what, stub] of [
    ['ends with a status although no test failed', "echo '3 passed, 0 failed, 0 skipped'; exit 1"],
    ['does not start', 'exit 127'],
    ['prints failures and ends with status 0', "echo '2 passed, 1 failed, 0 skipped'; exit 0"],
  ])
    it(`fails for an engine that ${what}`, async () => {
      const { status, last } = await runWith({ node: except('firefox', stub, working.node) });
      assert.match(last, /^\d+ passed, 1 failed, 0 skipped$/);
      assert.notEqual(status, 0);
    });

  it('fails for skipped tests', async () => {
    const skipping = "echo '2 passed, 0 failed, 1 skipped'; exit 0";
    const { status, last } = await runWith({ node: except('webkit', skipping, working.node) });
    assert.equal(last, '42 passed, 1 failed, 1 skipped');
    assert.notEqual(status, 0);
  });

  it('runs no tests of a tree that does not build', async () => {
    const { status, last } = await runWith({ npm: except('build', 'exit 2', working.npm) });
    assert.equal(last, '5 passed, 1 failed, 0 skipped');
    assert.notEqual(status, 0);
  });
});
