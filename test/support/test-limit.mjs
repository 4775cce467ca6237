/** How long a test in Node may take: the variable `TEST_LIMIT`, in milliseconds, or longer where the file of the test says why. */
let limit = Number(process.env.TEST_LIMIT ?? 60_000);

export const testLimit = () => limit;

/**
 * Lets each test of the file that calls this take so many minutes.
 *
 * @param {number} minutes
 * @param {string} reason Why they take longer.
 */
export function allowMinutes(minutes, reason) {
  if (!reason) throw new Error('A limit of minutes needs a reason.');
  limit = Math.max(limit, minutes * 60_000);
}

/** What the process of a test file prints before it ends because a test takes too long. */
export const beyondLimit = (name, milliseconds) => `"${name}" has not ended after ${milliseconds / 1000} seconds.`;

/** Finds it in what a process prints. */
export const beyondLimitIn = (output) => /^".*" has not ended after [\d.]+ seconds\.$/m.exec(output)?.[0];
