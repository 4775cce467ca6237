/**
 * Decides about tests whose tools are missing on this machine. A contributor need not have all of them, so the tests are
 * skipped with the reason. A build server that sets `CI=true` must have them.
 *
 * @param {string | false | undefined} missing What is missing, and how to install it.
 * @returns {string | false} The option `skip` of a suite.
 * @throws {Error} With `CI=true`, if something is missing.
 */
export function skipWithout(missing) {
  if (!missing) return false;
  if (process.env.CI === 'true') throw new Error(`With CI=true no test may be skipped. ${missing}`);
  return missing;
}
