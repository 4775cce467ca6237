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

/** For tests that run at the same time: the count when one of them starts. */
export const assertionsSoFar = () => count;

/** Called when a test has passed. */
export function throwWithoutAssertion(before = 0) {
  if (count === before) throw new Error(ASSERTS_NOTHING);
}
