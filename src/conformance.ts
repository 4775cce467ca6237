/**
 * Proves that an adapter, and the backend behind it, keep the contract in `model/adapter.ts`. Each rule that can be seen
 * from outside is a check of its own, which makes a fresh discussion, tries the rule out and says in words what it found.
 *
 * Runs in browsers and in Node, in any test runner:
 *
 * ```ts
 * for (const check of checks) {
 *   test(check.name, async (context) => {
 *     const result = await check.run(makeStage);
 *     if (result.outcome === 'not-applicable') context.skip(result.why);
 *   });
 * }
 * ```
 *
 * or all at once with `runChecks`. It needs comments that appear at once and a backend without limits of rate; what it
 * posts stays in discussions of its own.
 */
export type { Check, CheckOptions, CheckResult } from './conformance/check.js';
export { checks } from './conformance/checks.js';
export { ConformanceError, type CheckWords, type Finding } from './conformance/conformance-error.js';
export type { Fault, FaultType } from './conformance/fault.js';
export { faultyFetch } from './conformance/faulty-fetch.js';
export { runChecks, type Result, type RunOptions } from './conformance/run-checks.js';
export type { MakeStage, Person, Planted, ScreenedTexts, Stage } from './conformance/stage.js';
