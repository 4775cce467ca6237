import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

const rootDir = join(import.meta.dirname, '..', '..', '..');

const allTests = ({ tests, suites }) => [...tests, ...suites.flatMap(allTests)];

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

/** Prints `N passed, N failed, N skipped` as the last line, for `test/support/browser-tests.mjs` to read. */
export function closingLineReporter() {
  let count;
  process.on('exit', () => {
    // A run that does not finish has nothing to count and has failed.
    const { passed, failed, skipped } = count ?? { passed: 0, failed: 1, skipped: 0 };
    console.log(`${passed} passed, ${failed} failed, ${skipped} skipped`);
  });
  return {
    onTestRunFinished({ sessions }) {
      count = { passed: 0, failed: 0, skipped: 0 };
      for (const { testResults, passed } of sessions) {
        const tests = testResults ? allTests(testResults) : [];
        const failures = tests.filter((test) => !test.passed && !test.skipped).length;
        // A file that does not load or does not end reports no failing test, yet it fails.
        count.failed += passed || failures > 0 ? failures : 1;
        count.skipped += tests.filter((test) => test.skipped).length;
        count.passed += tests.filter((test) => test.passed && !test.skipped).length;
      }
    },
  };
}
