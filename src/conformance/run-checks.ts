import type { Check, CheckOptions, CheckResult } from './check.js';
import { CheckRunner } from './check-runner.js';
import { checks } from './checks.js';
import type { MakeStage } from './stage.js';

/**
 * The result of one check. For `failed`, `error` is a `ConformanceError` if a rule is broken. Any other error came from the
 * stage, which could not be created or ended.
 */
export type Result = { readonly check: Check; readonly milliseconds: number } & (
  CheckResult | { readonly outcome: 'failed'; readonly error: Error }
);

export interface RunOptions extends CheckOptions {
  /** Checks to run: a prefix of their names, or a predicate. Default: all. */
  readonly only?: string | ((check: Check) => boolean);
  /** Called before each check. */
  readonly onStart?: (check: Check) => void;
  /** Called after each check. */
  readonly onResult?: (result: Result) => void;
}

/**
 * Runs the checks one after another, each on its own stage. After a basic check has failed, the others are not applicable.
 *
 * @returns The results, in the order of the checks. A broken rule is a result, not a rejection.
 * @throws The reason of `options.signal` when it is aborted, once the running check has ended.
 */
export async function runChecks(makeStage: MakeStage, options: RunOptions = {}): Promise<readonly Result[]> {
  const { only = '', onStart, onResult, ...checkOptions } = options;
  const isSelected = typeof only === 'string' ? ({ name }: Check) => name.startsWith(only) : only;
  const runner = new CheckRunner(makeStage, checkOptions);
  const results: Result[] = [];
  for (const check of checks.filter(isSelected)) {
    onStart?.(check);
    const start = performance.now();
    const result = await runCheck(check, runner, checkOptions);
    const timed = { check, milliseconds: performance.now() - start, ...result };
    results.push(timed);
    onResult?.(timed);
  }
  return results;
}

async function runCheck(check: Check, runner: CheckRunner, options: CheckOptions) {
  try {
    return await runner.run(check);
  } catch (thrown) {
    if (options.signal?.aborted) throw options.signal.reason;
    const error = thrown instanceof Error ? thrown : new Error(String(thrown), { cause: thrown });
    return { outcome: 'failed' as const, error };
  }
}
