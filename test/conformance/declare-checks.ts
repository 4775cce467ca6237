import { type Check, type CheckResult, checks } from '../../src/conformance.js';
import { assertLists, assertOutcome, type ExpectedOutcomes, type Outcome, titleOf } from './expected-outcome.js';

export interface CheckedAdapter extends ExpectedOutcomes {
  /** Mocha's or that of `node:test`. */
  readonly it: (title: string, body: () => Promise<void>) => unknown;
  /** Runs a check on a new stage. */
  readonly run: (check: Check) => Promise<CheckResult>;
}

/** Declares a test for each check, which passes if the check has the expected outcome, and one for the lists themselves. */
export function declareChecks({ it, run, ...expected }: CheckedAdapter): void {
  for (const check of checks) {
    it(titleOf(check, expected), async () => {
      const result = await run(check).catch((error: unknown): Outcome => ({ outcome: 'failed', error }));
      assertOutcome(check, result, expected);
    });
  }

  it('lists only existing checks, each in one list', async () => assertLists(expected));
}
