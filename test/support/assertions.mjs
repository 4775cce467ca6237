/** Counts the assertions of the test that is running, in every runner, so that a test fails which asserts nothing. */

/** Why a test fails that passes without an assertion. */
export const ASSERTS_NOTHING = 'The test has asserted nothing.';

let count = 0;

/** Called by each assertion. A helper that compares and throws by itself calls it too; one that only waits does not. */
export function countAssertion() {
  count++;
}

/** Called when a test starts. */
export function forgetAssertions() {
  count = 0;
}

/** Called when a test has passed. */
export function throwWithoutAssertion() {
  if (count === 0) throw new Error(ASSERTS_NOTHING);
}
