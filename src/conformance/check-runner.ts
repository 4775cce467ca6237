import type { Check, CheckOptions, CheckResult } from './check.js';
import { ConformanceError } from './conformance-error.js';
import type { MakeStage } from './stage.js';
import { summarize } from './summarize.js';

/**
 * Runs checks with any test runner. If a basic check fails, the others are skipped: they would fail for the same reason, each with
 * a different hint.
 */
export class CheckRunner {
  readonly #makeStage: MakeStage;
  readonly #options: CheckOptions;
  readonly #results = new Map<Check, CheckResult | { readonly outcome: 'failed' }>();
  #failed: Check | undefined;

  constructor(makeStage: MakeStage, options: CheckOptions = {}) {
    this.#makeStage = makeStage;
    this.#options = options;
  }

  /** What the checks that have run show, and what they do not: see `summarize`. */
  get summary(): string {
    return summarize([...this.#results.values()]);
  }

  /**
   * Runs a check, unless a basic one has failed.
   *
   * @throws ConformanceError if the adapter breaks the rule, and any error from `makeStage` or the stage.
   */
  async run(check: Check): Promise<CheckResult> {
    const failed = this.#failed;
    if (failed && failed !== check)
      return this.#record(check, {
        outcome: 'not-applicable',
        why: `Skipped, because "${failed.name}" has failed. Fix that first.`,
        blockedBy: failed.name,
      });
    try {
      const result = await check.run(this.#makeStage, this.#options);
      this.#failed = undefined;
      return this.#record(check, result);
    } catch (thrown) {
      this.#record(check, { outcome: 'failed' });
      if (check.isBasic && thrown instanceof ConformanceError) this.#failed = check;
      throw thrown;
    }
  }

  #record<T extends CheckResult | { readonly outcome: 'failed' }>(check: Check, result: T): T {
    this.#results.set(check, result);
    return result;
  }
}
