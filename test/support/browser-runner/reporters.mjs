import { readFileSync, readdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import { failureLine } from '../failure-line.mjs';
import { COMPARISON, leftOut } from '../left-out.mjs';

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

/** Lists the source files that no test loads. The coverage figure ignores them. */
export function untestedFilesReporter() {
  return {
    onTestRunFinished({ testCoverage }) {
      if (!testCoverage) return;
      const loaded = new Set(testCoverage.coverageMap.files());
      const sources = readdirSync(join(rootDir, 'src'), { recursive: true }).filter((path) => path.endsWith('.ts'));
      const missed = sources.filter(
        (path) => !loaded.has(join(rootDir, 'src', path)) && hasCode(join(rootDir, 'src', path)),
      );
      if (missed.length > 0) console.log(`\nLoaded by no test: ${missed.map((path) => `src/${path}`).join(', ')}`);
    },
  };
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

/** What of a file has failed. One that does not load or does not end has no failing test, yet it fails. */
function failuresOf({ testFile, testResults, passed }) {
  const path = relative(rootDir, testFile);
  const failed = (testResults ? titledTests(testResults) : []).filter((test) => !test.passed && !test.skipped);
  if (failed.length === 0 && !passed) return [failureLine(path, 'did not load or did not end')];
  return failed.map(({ title, error }) => failureLine(path, title, error));
}

/**
 * Prints each failure once more, since a build server may show only the end of a run, and then `N passed, N failed, N skipped`
 * as the last line, for `test/support/browser-tests.mjs` to read.
 */
export function closingLineReporter() {
  let count;
  const failures = [];
  process.on('exit', () => {
    // A run that does not finish has nothing to count and has failed.
    const { passed, failed, skipped } = count ?? { passed: 0, failed: 1, skipped: 0 };
    for (const failure of failures) console.log(failure);
    console.log(`${passed} passed, ${failed} failed, ${skipped} skipped`);
  });
  return {
    onTestRunFinished({ sessions }) {
      count = { passed: 0, failed: 0, skipped: 0 };
      for (const session of sessions) {
        const tests = session.testResults ? allTests(session.testResults) : [];
        failures.push(...failuresOf(session));
        count.skipped += tests.filter((test) => test.skipped).length;
        count.passed += tests.filter((test) => test.passed && !test.skipped).length;
      }
      count.failed = failures.length;
    },
  };
}
