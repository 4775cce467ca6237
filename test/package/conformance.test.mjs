/** The conformance checks run in Node, from the sample in the documentation. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import ts from 'typescript';

const root = join(import.meta.dirname, '..', '..');
const guide = readFileSync(join(root, 'docs', 'adapters.md'), 'utf8');

describe('the checks in Node', () => {
  let folder;
  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'conformance-'));
    mkdirSync(join(folder, 'node_modules'));
    symlinkSync(root, join(folder, 'node_modules', 'article-comments'), 'dir');
  });
  after(() => rmSync(folder, { recursive: true }));

  it('runs the conformance checks as the guide shows, and exits by itself', () => {
    const [, sample] = /<!-- runs: prove an adapter -->\n\n```ts\n([^]*?)```/.exec(guide);
    const { outputText } = ts.transpileModule(sample, {
      compilerOptions: { target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.ESNext },
    });
    writeFileSync(join(folder, 'adapter.test.mjs'), outputText);
    const file = join(folder, 'adapter.test.mjs');
    // With this variable the inner test runner would report to the outer one.
    const env = { ...process.env };
    delete env.NODE_TEST_CONTEXT;
    // The guards of this repository's own tests.
    delete env.NODE_OPTIONS;
    const { stdout, status } = spawnSync(process.execPath, ['--test', '--test-reporter=tap', file], {
      cwd: folder,
      encoding: 'utf8',
      env,
      timeout: 600_000,
    });
    assert.equal(status, 0, stdout);
    const passed = Number(/^# pass (\d+)$/m.exec(stdout)?.[1]);
    assert.ok(passed >= 40, stdout);
    assert.match(stdout, /^# fail 0$/m);
    assert.match(stdout, /# SKIP The adapter has no signIn\(\)\./);
  });
});
