/** How `test/run.mjs` reports its count to the command that has started it. */
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { before, describe, it } from 'node:test';
import { promisify } from 'node:util';
import { withPlanted } from './planted.mjs';

const root = join(import.meta.dirname, '..', '..');

/** Loaded before each process of a run: records its program and the count file that its environment names. */
const recorder = `
  import { appendFileSync } from 'node:fs';
  appendFileSync(process.env.RECORD, \`\${process.argv[1]} \${process.env.TEST_COUNT_FILE}\\n\`);`;

describe('the count file of a run', () => {
  let count;
  let processes;
  before(() =>
    withPlanted({ 'recorder.mjs': recorder, record: '', count: '' }, async ([preloaded, record, file]) => {
      const env = {
        ...process.env,
        NODE_TEST_CONTEXT: undefined,
        NODE_OPTIONS: `--import=${preloaded}`,
        RECORD: record,
        TEST_COUNT_FILE: file,
      };
      // One file of pure modules and one in Node.
      const tests = ['model/abortable', 'runners/suites'];
      await promisify(execFile)(process.execPath, ['test/run.mjs', ...tests], { cwd: root, env });
      count = readFileSync(file, 'utf8');
      processes = readFileSync(record, 'utf8')
        .trimEnd()
        .split('\n')
        .map((line) => line.replace(`${dirname(file)}/`, '').split(' '));
    }),
  );

  it('has how many tests have passed, failed and been skipped', () => assert.match(count, /^[1-9]\d* 0 0\n$/));

  it('is named to the runner', () =>
    assert.deepEqual(
      processes.filter(([program]) => program === join(root, 'test', 'run.mjs')),
      [[join(root, 'test', 'run.mjs'), 'count']],
    ));

  it('is not named to the processes of the tests', () => {
    const others = processes.filter(([program]) => program !== join(root, 'test', 'run.mjs'));
    assert.ok(others.some(([program]) => program.endsWith('mocha-process.mjs')));
    assert.ok(others.some(([program]) => program.endsWith('suites.test.mjs')));
    for (const [program, file] of others) assert.equal(file, 'undefined', program);
  });
});
