/** What the runs of tests have in common: their counts, the lines about failures, and the closing line. */

/** @typedef {{ passed: number, failed: number, skipped: number, failures: readonly string[] }} Count */

/** How much of a reason fits. The actual value may be a whole page. */
const LENGTH = 300;

/**
 * A failure in one line, for the end of a run: `Failed: file: title (reason)`. `.ci/run` searches for its beginning.
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

/** @param {Count} count */
export const closingLine = ({ passed, failed, skipped }) => `${passed} passed, ${failed} failed, ${skipped} skipped`;

/**
 * Prints each failure once more, since a build server may show only the end of a run, then the closing line, and sets the status
 * that the process ends with.
 *
 * @param {Count} count
 */
export function close(count) {
  for (const failure of count.failures) console.log(failure);
  console.log(closingLine(count));
  process.exitCode = count.failed === 0 ? 0 : 1;
}
