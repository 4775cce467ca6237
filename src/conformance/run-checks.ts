import type { Check, CheckOptions, CheckResult } from './check.js';
import { checks } from './checks.js';
import type { MakeStage } from './stage.js';

/**
 * How one check went. `failed`: `error` is a `ConformanceError` where a rule is broken, and else what the stage threw
 * because it could not be made or ended.
 */
export type Result = { readonly check: Check; readonly milliseconds: number } & (
  CheckResult | { readonly outcome: 'failed'; readonly error: Error }
);

export interface RunOptions extends CheckOptions {
  /** Which checks to run: the beginning of their names, or a function. Default: all. */
  readonly only?: string | ((check: Check) => boolean);
  /** Called before each check. */
  readonly onStart?: (check: Check) => void;
  /** Called after each check. */
  readonly onResult?: (result: Result) => void;
}

/**
 * Runs the checks one after the other, each on a stage of its own.
 *
 * @returns the results, in the order of the checks. A broken rule is a result and no rejection.
 * @throws the reason of `options.signal` when that is aborted; the check that was under way has then ended.
 */
export async function runChecks(makeStage: MakeStage, options: RunOptions = {}): Promise<readonly Result[]> {
  const { only = '', onStart, onResult, ...checkOptions } = options;
  const isWanted = typeof only === 'string' ? ({ name }: Check) => name.startsWith(only) : only;
  const results: Result[] = [];
  for (const check of checks.filter(isWanted)) {
    onStart?.(check);
    const start = performance.now();
    const outcome = await outcomeOf(check, makeStage, checkOptions);
    const result = { check, milliseconds: performance.now() - start, ...outcome };
    results.push(result);
    onResult?.(result);
  }
  return results;
}

async function outcomeOf(check: Check, makeStage: MakeStage, options: CheckOptions) {
  try {
    return await check.run(makeStage, options);
  } catch (thrown) {
    if (options.signal?.aborted) throw options.signal.reason;
    const error = thrown instanceof Error ? thrown : new Error(String(thrown), { cause: thrown });
    return { outcome: 'failed' as const, error };
  }
}
