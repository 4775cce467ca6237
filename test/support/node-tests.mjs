/** Runs test files in Node and counts their tests, for the commands whose last line a build server reads. */
import { readdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import { run } from 'node:test';
import { spec } from 'node:test/reporters';
import { failureLine } from './failure-line.mjs';

/** The files of tests in a folder whose names begin so. */
export const testFilesIn = (folder, start = '') =>
  readdirSync(folder)
    .filter((name) => name.startsWith(start) && name.endsWith('.test.ts'))
    .map((name) => join(folder, name));

/** By the environment, because Node 20 has no other way to tell the processes of the files. */
export function loadTypeScript() {
  process.env.NODE_OPTIONS = `${process.env.NODE_OPTIONS ?? ''} --import=${import.meta.resolve('tsx')}`;
}

/**
 * So many files at once; suites do not count. `timeout`: milliseconds after which a file that has come to no end counts as
 * failed; none by default. `output`: where the results are written.
 */
export function runNodeTests({ files, concurrency, timeout = Infinity, output = process.stdout }) {
  const count = { passed: 0, failed: 0, skipped: 0, failures: [] };
  return new Promise((resolve) => {
    const stream = run({ files, concurrency, timeout });
    const isTest = ({ details }) => details.type !== 'suite';
    stream.on('test:pass', (test) => {
      if (test.skip !== undefined) count.skipped++;
      else if (isTest(test)) count.passed++;
    });
    stream.on('test:fail', (test) => {
      if (!isTest(test)) return;
      count.failed++;
      const { error } = test.details;
      count.failures.push(failureLine(relative(process.cwd(), test.file ?? ''), test.name, error.cause ?? error));
    });
    // The counts are known before all has been printed, and what is printed next belongs below it.
    stream
      .compose(new spec())
      .once('end', () => resolve(count))
      .pipe(output, { end: false });
  });
}

/**
 * Prints each failure once more, since a build server may show only the end of a run, then the sum of the counts as the
 * closing line, and sets the status that the process ends with.
 */
export function close(counts) {
  for (const failure of counts.flatMap(({ failures = [] }) => failures)) console.log(failure);
  const sum = (name) => counts.reduce((total, count) => total + count[name], 0);
  console.log(`${sum('passed')} passed, ${sum('failed')} failed, ${sum('skipped')} skipped`);
  process.exitCode = sum('failed') === 0 ? 0 : 1;
}
