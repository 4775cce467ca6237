import type { Check, CheckOptions, CheckResult } from './check.js';
import { ConformanceError } from './conformance-error.js';
import type { MakeStage } from './stage.js';

/**
 * Runs checks on stages of one kind, with any test runner. After a basic check has failed the others do not run: they would all fail
 * of the same cause, each with another hint.
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
      return { outcome: 'not-applicable', why: `Not run, because "${failed.name}" has failed. Mend that first.` };
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
