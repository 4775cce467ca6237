/**
 * Checks that an adapter, and the backend behind it, keep the contract in `model/adapter.ts`. Every rule that is observable
 * from outside has a check, which creates a new discussion, tests the rule and explains any violation.
 *
 * Runs in browsers and in Node, with any test runner:
 *
 * ```ts
 * const runner = new CheckRunner(makeStage);
 * for (const check of checks) {
 *   test(check.name, async (context) => {
 *     const result = await runner.run(check);
 *     if (result.outcome === 'not-applicable') context.skip(result.why);
 *   });
 * }
 * ```
 *
 * `runChecks` runs all of them at once. `summarize` and `CheckRunner.summary` describe what was not checked, and why. The backend must
 * publish comments immediately and have no rate limits. The checks post only in discussions of their own.
 */
export type { Check, CheckOptions, CheckResult, NotApplicableResult } from './conformance/check.js';
export { cookieFetch } from './conformance/cookie-fetch.js';
export { CheckRunner } from './conformance/check-runner.js';
export { checks } from './conformance/checks.js';
export { ConformanceError, type CheckWords, type Finding } from './conformance/conformance-error.js';
export type { Fault, FaultType } from './conformance/fault.js';
export { faultyFetch } from './conformance/faulty-fetch.js';
export { runChecks, type Result, type RunOptions } from './conformance/run-checks.js';
export { summarize } from './conformance/summarize.js';
export type { MakeStage, Person, Planted, ScreenedTexts, Stage } from './conformance/stage.js';
