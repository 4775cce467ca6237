import { failureLine } from './counts.mjs';

/**
 * The count that a test runner in a child process sends when it has finished, as the message `{ count }`. A process that ends without
 * one has failed, and so has one that ends with a status without a failed test, such as for too little coverage.
 *
 * @param {import('node:child_process').ChildProcess} child
 * @param {{ what: string, output: NodeJS.WritableStream }} options `what`: the name for the failure. `output`: where it prints.
 * @returns {Promise<import('./counts.mjs').Count>}
 */
export function countOf(child, { what, output }) {
  let count = { passed: 0, failed: 0, skipped: 0, failures: [] };
  let hasFinished = false;
  child.on('message', (message) => {
    if (message.count === undefined) return;
    ({ count } = message);
    hasFinished = true;
  });
  child.stdout.pipe(output, { end: false });
  child.stderr.pipe(output, { end: false });
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (status, signal) => {
      if (hasFinished && (status === 0 || count.failed > 0)) return resolve(count);
      const reason = `ended with ${signal ?? `status ${status}`}${hasFinished ? '' : ' before its tests'}`;
      const failure = failureLine('test', what, reason);
      return resolve({ ...count, failed: count.failed + 1, failures: [...count.failures, failure] });
    });
  });
}
