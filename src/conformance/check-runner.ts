import type { Check, CheckOptions, CheckResult } from './check.js';
import { ConformanceError } from './conformance-error.js';
import type { MakeStage } from './stage.js';

/**
 * Runs checks with any test runner. If a basic check fails, the others are skipped: they would fail for the same reason, each with
 * a different hint.
 */
export class CheckRunner {
  readonly #makeStage: MakeStage;
  readonly #options: CheckOptions;
  #failed: Check | undefined;

  constructor(makeStage: MakeStage, options: CheckOptions = {}) {
    this.#makeStage = makeStage;
    this.#options = options;
  }

  /**
   * Runs a check, unless a basic one has failed.
   *
   * @throws ConformanceError if the adapter breaks the rule, and any error from `makeStage` or the stage.
   */
  async run(check: Check): Promise<CheckResult> {
    const failed = this.#failed;
    if (failed && failed !== check)
      return { outcome: 'not-applicable', why: `Skipped, because "${failed.name}" has failed. Fix that first.` };
    try {
      const result = await check.run(this.#makeStage, this.#options);
      this.#failed = undefined;
      return result;
    } catch (thrown) {
      if (check.isBasic && thrown instanceof ConformanceError) this.#failed = check;
      throw thrown;
    }
  }
}
