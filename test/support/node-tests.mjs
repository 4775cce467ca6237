/** Runs test files in Node, each in a process of its own, and counts their tests. */
import { relative } from 'node:path';
import { run } from 'node:test';
import { spec } from 'node:test/reporters';
import { ASSERTS_NOTHING } from './assertions.mjs';
import { failureLine } from './counts.mjs';
import { beyondLimitIn } from './test-limit.mjs';

/** Node 20 passes options to the processes of the files by the environment only. */
function preload(...modules) {
  const imports = modules.map((module) => `--import=${import.meta.resolve(module)}`);
  const missing = imports.filter((option) => !process.env.NODE_OPTIONS?.includes(option));
  process.env.NODE_OPTIONS = [process.env.NODE_OPTIONS, ...missing].filter(Boolean).join(' ');
}

/**
 * Suites do not count, unless they fail by themselves, such as in a hook. A file or a suite fails that declares no test, and so does a
 * file whose process ends before its tests. `node-guard.mjs` makes a test fail that asserts nothing or writes an error to the console.
 *
 * @param {object} options
 * @param {readonly string[]} options.files Absolute paths.
 * @param {number} [options.concurrency] Files at a time.
 * @param {number} [options.timeout] Milliseconds a file may take. A file that waits for ever would stop a build.
 * @param {number} [options.testLimit] Milliseconds a test may take.
 * @param {NodeJS.WritableStream} [options.output] Where the results are written.
 * @returns {Promise<import('./counts.mjs').Count>}
 */
export function runNodeTests(options) {
  const { files, concurrency = 2, timeout = 20 * 60_000, testLimit = 60_000, output = process.stdout } = options;
  const count = { passed: 0, failed: 0, skipped: 0, failures: [] };
  if (files.length === 0) return Promise.resolve(failed(count, 'test', 'there is no test file'));
  preload('tsx', './node-guard.mjs');
  process.env.TEST_LIMIT = String(testLimit);

  const isEmpty = findEmptySuites();
  const filesRun = new Set();
  const filesWithFailures = new Set();
  const endedByLimit = new Map();
  const fail = ({ file = '' }, title, error) => {
    filesWithFailures.add(file);
    failed(count, relative(process.cwd(), file), title, error);
  };

  return new Promise((resolve) => {
    const stream = run({ files, concurrency, timeout });
    stream.on('test:dequeue', (test) => isFile(test) && filesRun.add(test.file));
    stream.on('test:stderr', ({ file, message }) => {
      const reason = beyondLimitIn(message);
      if (reason !== undefined) endedByLimit.set(file, reason);
    });
    stream.on('test:pass', (test) => {
      const isSuite = test.details.type === 'suite';
      const declaresNone = isEmpty(test);
      if (isFile(test)) fail(test, 'declares no test');
      else if (test.skip !== undefined || test.todo !== undefined) count.skipped++;
      else if (!isSuite) count.passed++;
      else if (declaresNone) fail(test, test.name, 'declares no test');
    });
    stream.on('test:fail', (test) => {
      const { error, type } = test.details;
      isEmpty(test);
      // A suite fails with its tests, and so does a file.
      if (type === 'suite' && error.failureType === 'subtestsFailed') return;
      if (test.todo !== undefined && error.cause?.message === ASSERTS_NOTHING) count.skipped++;
      else if (!isFile(test)) fail(test, test.name, error.cause ?? error);
      else if (!filesWithFailures.has(test.file))
        fail(test, 'did not load or did not end', endedByLimit.get(test.file) ?? reasonOf(error));
    });
    // The counts are known before all has been printed, and what is printed next belongs below it.
    stream
      .compose(new spec())
      .once('end', () => {
        for (const file of files) if (!filesRun.has(file)) fail({ file }, 'did not run');
        resolve(count);
      })
      .pipe(output, { end: false });
  });
}

/**
 * Asked about each result in turn, returns whether it is that of a suite without tests. Node reports one file after the other, and a suite
 * after its tests. The file of a suite may be a helper that declares it, so that only the nesting counts.
 */
function findEmptySuites() {
  const levelsWithTests = new Set();
  return ({ nesting, details }) => {
    const hasTests = levelsWithTests.delete(nesting + 1);
    levelsWithTests.add(nesting);
    return details.type === 'suite' && !hasTests;
  };
}

/** Node reports a file as a test if it declares none or if its process fails. */
const isFile = ({ name, nesting, file }) => nesting === 0 && name === file;

const reasonOf = ({ cause, exitCode }) => (exitCode ? `status ${exitCode}` : cause);

function failed(count, file, title, error) {
  count.failed++;
  count.failures.push(failureLine(file, title, error));
  return count;
}
