import { readFileSync, readdirSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { close, failureLine } from '../counts.mjs';

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
function reportCoverage(coverageMap) {
  const inSources = (path) => path.startsWith(join(rootDir, 'src') + sep);
  coverageMap.filter(inSources);
  const loaded = new Set(coverageMap.files());
  const missed = readdirSync(join(rootDir, 'src'), { recursive: true })
    .filter((path) => path.endsWith('.ts'))
    .map((path) => join(rootDir, 'src', path))
    .filter((path) => !loaded.has(path) && hasCode(path));
  if (missed.length > 0)
    console.log(`\nLoaded by no test: ${missed.map((path) => relative(rootDir, path)).join(', ')}`);
  const { statements } = coverageMap.getCoverageSummary();
  const result = `${statements.pct} % of ${statements.total} statements of src`;
  console.log(`\nCoverage: ${result}`);
  return statements.pct < LEAST_COVERAGE ? [failureLine('coverage', result, `at least ${LEAST_COVERAGE} %`)] : [];
}

/** Lists what is skipped because of the engine, by the reasons that `test/support/engine.ts` writes into the titles. */
export function skipsReporter() {
  return {
    onTestRunFinished({ sessions }) {
      const skips = new Map();
      for (const { testFile, testResults } of sessions) {
        for (const { title, skipped } of testResults ? titledTests(testResults) : []) {
          const [mark, reason] = /\s*\[(skipped in .+?)\]/.exec(title) ?? [];
          if (!skipped || !reason) continue;
          const line = `  ${relative(rootDir, testFile)}: ${title.replace(mark, '')}`;
          skips.set(reason, [...(skips.get(reason) ?? []), line]);
        }
      }
      for (const [reason, lines] of skips) console.log(`\n${lines.length} ${reason}\n${lines.join('\n')}`);
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

/** Sends the count of the run to `test/support/browser-tests.mjs`, or prints it where `wtr` was started by itself. */
export function countReporter() {
  return {
    onTestRunFinished({ sessions, testCoverage }) {
      const count = { passed: 0, failed: 0, skipped: 0, failures: [] };
      for (const session of sessions) {
        const tests = session.testResults ? allTests(session.testResults) : [];
        count.failures.push(...failuresOf(session));
        count.skipped += tests.filter((test) => test.skipped).length;
        count.passed += tests.filter((test) => test.passed && !test.skipped).length;
      }
      if (testCoverage) count.failures.push(...reportCoverage(testCoverage.coverageMap));
      count.failed = count.failures.length;
      if (process.send === undefined) close(count);
      else process.send({ count });
    },
  };
}
