import { readFileSync, readdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import { close, failureLine } from '../counts.mjs';
import { COMPARISON, leftOut } from '../left-out.mjs';
import { measuredStatements } from './coverage.mjs';

const rootDir = join(import.meta.dirname, '..', '..', '..');

const allTests = ({ tests, suites }) => [...tests, ...suites.flatMap(allTests)];

/** Each test with its title and those of the groups around it. */
const titledTests = ({ tests, suites }, titles = []) => [
  ...tests.map((test) => ({ ...test, title: [...titles, test.name].join(' › ') })),
  ...suites.flatMap((suite) => titledTests(suite, [...titles, suite.name])),
];

/** Files that only declare types have nothing to load. */
const hasCode = (path) =>
  /^export (default|const|let|function|async|class|abstract|\{|\*)/m.test(readFileSync(path, 'utf8'));

/** Percentage of the statements of `src` that the tests in a browser must reach. */
const LEAST_COVERAGE = 90;

/** Prints how much of `src` the tests reach, and the files that none loads. Returns a failure if it is too little. */
async function reportCoverage(config) {
  const { files, total, reached } = await measuredStatements(config);
  const loaded = new Set(files);
  const missed = readdirSync(join(rootDir, 'src'), { recursive: true })
    .filter((path) => path.endsWith('.ts'))
    .map((path) => join(rootDir, 'src', path))
    .filter((path) => !loaded.has(path) && hasCode(path));
  if (missed.length > 0)
    console.log(`\nLoaded by no test: ${missed.map((path) => relative(rootDir, path)).join(', ')}`);
  const percentage = (100 * reached) / total;
  const result = `${percentage.toFixed(2)} % of ${total} statements of src`;
  console.log(`\nCoverage: ${result}`);
  return percentage >= LEAST_COVERAGE ? [] : [failureLine('coverage', result, `at least ${LEAST_COVERAGE} %`)];
}

/** By the runner's names of the browsers. */
const engines = { Firefox: 'Firefox', MiniBrowser: 'WebKit' };

/** Lists the tests that did not run because of the engine, with the reasons. */
export function skipsReporter() {
  return {
    onTestRunFinished({ sessions }) {
      for (const { browser, testFile, testResults } of sessions) {
        // The test has passed, so these are all.
        const isCompared =
          testResults && allTests(testResults).some(({ name, passed }) => name === COMPARISON && passed);
        const rows = leftOut.filter(
          ({ file, engine }) => file === relative(rootDir, testFile) && engine === engines[browser.name],
        );
        for (const { file, title, engine, reason } of isCompared ? rows : [])
          console.log(`Not run in ${engine}: ${file}: ${title} (${reason})`);
      }
    },
  };
}

/** The failures of a file: its failed tests, and what went wrong outside of them, such as in a hook. */
function failuresOf({ testFile, testResults, errors, passed }) {
  const path = relative(rootDir, testFile);
  const tests = testResults ? titledTests(testResults) : [];
  if (passed && tests.length === 0) return [failureLine(path, 'declares no test')];
  // A test that is not reached because of a hook has no error of its own.
  const failed = tests.filter((test) => test.error !== undefined);
  const lines = failed.map(({ title, error }) => failureLine(path, title, error));
  for (const error of errors) lines.push(failureLine(path, 'outside a test', error));
  const missed = tests.filter((test) => !test.passed && !test.skipped && test.error === undefined);
  if (missed.length > 0) lines.push(failureLine(path, `${missed.length} tests did not run`));
  return lines.length > 0 || passed ? lines : [failureLine(path, 'did not load or did not end')];
}

/**
 * Sends the count of the run to `test/support/browser-tests.mjs`, or prints it where `wtr` was started by itself.
 *
 * @param {{ readonly isMeasured: boolean }} options Whether the coverage was measured.
 */
export function countReporter({ isMeasured }) {
  let config;
  return {
    start(run) {
      config = run.config;
    },
    async stop({ sessions }) {
      const count = { passed: 0, failed: 0, skipped: 0, failures: [] };
      for (const session of sessions) {
        const tests = session.testResults ? allTests(session.testResults) : [];
        count.failures.push(...failuresOf(session));
        count.skipped += tests.filter((test) => test.skipped).length;
        count.passed += tests.filter((test) => test.passed && !test.skipped).length;
      }
      if (isMeasured) count.failures.push(...(await reportCoverage(config)));
      count.failed = count.failures.length;
      if (process.send === undefined) close(count);
      else process.send({ count });
    },
  };
}
