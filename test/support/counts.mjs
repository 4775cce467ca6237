/** What the runs of tests have in common: their counts, the lines about failures, the closing line, and the file for the count. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';

/** @typedef {{ passed: number, failed: number, skipped: number, failures: readonly string[] }} Count */

/** How much of a reason fits. The actual value may be a whole page. */
const LENGTH = 300;

/**
 * A failure in one line, for the end of a run: `Failed: file: title (reason)`. `.ci/run` and `npm run check`
 * search for its beginning.
 *
 * @param {unknown} error What the test has thrown.
 */
export function failureLine(file, title, error) {
  const reason = String(error?.message ?? error ?? '')
    .replaceAll(/\s+/g, ' ')
    .trim();
  const short = reason.length > LENGTH ? `${reason.slice(0, LENGTH)}…` : reason;
  return `Failed: ${file}: ${title}${short && ` (${short})`}`;
}

/** @returns {Count} */
export function sumOf(counts) {
  const sum = (name) => counts.reduce((total, count) => total + count[name], 0);
  return {
    passed: sum('passed'),
    failed: sum('failed'),
    skipped: sum('skipped'),
    failures: counts.flatMap(({ failures }) => failures),
  };
}

/**
 * The count with one more failure if fewer tests have passed than at least have to. With a skipped or a failed test, it says enough.
 *
 * @param {Count} count
 * @returns {Count}
 */
export function withLeast(count, name, least) {
  const { passed, failed, skipped, failures } = count;
  if (failed > 0 || skipped > 0 || passed >= least) return count;
  const reason = `${passed} tests passed, and test/least-counts.mjs has ${least}`;
  return { ...count, failed: 1, failures: [...failures, failureLine('test', name, reason)] };
}

/** @param {Count} count */
export const closingLine = ({ passed, failed, skipped }) => `${passed} passed, ${failed} failed, ${skipped} skipped`;

/**
 * The file for the count of this run, which `.ci/run` and `npm run check` read. Removes its name from the environment, so that tests
 * cannot write there, nor can a runner that a test starts. Call it before anything starts a process.
 *
 * @returns {string | undefined} Undefined if the run was started by hand.
 */
export function takeCountFile() {
  const { TEST_COUNT_FILE: file } = process.env;
  delete process.env.TEST_COUNT_FILE;
  return file;
}

/** @param {Count} count */
const countText = ({ passed, failed, skipped, failures }) =>
  [`${passed} ${failed} ${skipped}`, ...failures].map((line) => `${line}\n`).join('');

/**
 * The count that a runner has written with `close`; undefined if it has written none.
 *
 * @returns {Count | undefined}
 */
export function readCount(file) {
  if (!existsSync(file)) return undefined;
  const [first, ...failures] = readFileSync(file, 'utf8').trimEnd().split('\n');
  const [, passed, failed, skipped] = /^(\d+) (\d+) (\d+)$/.exec(first)?.map(Number) ?? [];
  return passed === undefined ? undefined : { passed, failed, skipped, failures };
}

/**
 * Prints each failure once more, since a build server may show only the end of a run, then the closing line, and sets the status
 * that the process ends with.
 *
 * @param {Count} count
 * @param {string} [countFile] From `takeCountFile`.
 */
export function close(count, countFile) {
  for (const failure of count.failures) console.log(failure);
  console.log(closingLine(count));
  if (countFile !== undefined) writeFileSync(countFile, countText(count));
  process.exitCode = count.failed === 0 ? 0 : 1;
}
