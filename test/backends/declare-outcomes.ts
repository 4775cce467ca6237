/** Runs the conformance checks against a third-party server, with lists of the rules that it breaks or lacks. */
import { it } from 'node:test';
import type { Check, Stage } from '../../src/conformance.js';
import { declareChecks } from '../conformance/declare-checks.js';
import { type ExpectedOutcomes, reasonFor } from '../conformance/expected-outcome.js';

/** Milliseconds to wait: long, because the machine may be busy; shorter for checks that are known to fail. */
const PATIENCE = 20_000;
const LITTLE_PATIENCE = 5_000;

/** Declares a test for each check. It passes if the check has the expected outcome. */
export function declareOutcomes(makeStage: (check: Check) => Promise<Stage>, expected: ExpectedOutcomes): void {
  declareChecks({
    it,
    ...expected,
    run: (check) => {
      const patience = reasonFor(check, expected.broken) === undefined ? PATIENCE : LITTLE_PATIENCE;
      return check.run(() => makeStage(check), { patience });
    },
  });
}
