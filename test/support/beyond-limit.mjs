/** What the process of a test file prints before it ends because a test takes too long. */
export const beyondLimit = (name, milliseconds) => `"${name}" has not ended after ${milliseconds / 1000} seconds.`;

/** Finds it in what a process prints. */
export const beyondLimitIn = (output) => /^".*" has not ended after [\d.]+ seconds\.$/m.exec(output)?.[0];
