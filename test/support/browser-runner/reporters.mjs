import { readFileSync, readdirSync } from 'node:fs';
import { join, relative } from 'node:path';

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
