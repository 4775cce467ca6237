import type { CheckWords } from './conformance-error.js';
import { NotApplicable } from './not-applicable.js';
import { Scene } from './scene.js';
import type { MakeStage } from './stage.js';

export interface CheckOptions {
  /** Milliseconds that anything may take that the check waits for: an answer, or a change that has to arrive. Default 5,000. */
  readonly patience?: number;
  /** Ends the check; it then rejects with the signal's reason. */
  readonly signal?: AbortSignal;
}

/** How a check ended that found no fault. `why`: what the adapter or the stage does not have, in words. */
export type CheckResult = { readonly outcome: 'passed' } | { readonly outcome: 'not-applicable'; readonly why: string };

/** One rule of the contract, with what tries it out. */
export interface Check extends CheckWords {
  /** Unique, and begins with what it is about: `paging: …`. */
  readonly name: string;
  /** The rule of the contract in one sentence. */
  readonly rule: string;
  /** What those who break it usually have overlooked. */
  readonly hint: string;
  /**
   * Makes a stage, tries the rule out on it and ends the stage, leaving no timer and no listener behind.
   *
   * @throws ConformanceError where the rule is broken, and whatever `makeStage` or the stage itself throws.
   */
  run(makeStage: MakeStage, options?: CheckOptions): Promise<CheckResult>;
}

export interface CheckDefinition extends CheckWords {
  act(scene: Scene): Promise<void>;
}

export function defineCheck({ act, ...words }: CheckDefinition): Check {
  return {
    ...words,
    async run(makeStage, { patience = 5000, signal } = {}) {
      signal?.throwIfAborted();
      const stage = await makeStage();
      const scene = new Scene(stage, { words, patience, signal });
      try {
        await act(scene);
        return { outcome: 'passed' };
      } catch (thrown) {
        if (thrown instanceof NotApplicable) return { outcome: 'not-applicable', why: thrown.message };
        throw thrown;
      } finally {
        scene.end();
        await stage.end?.();
      }
    },
  };
}
