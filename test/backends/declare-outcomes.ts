/** Runs the conformance checks against a third-party server, with a list of the rules that it does not keep. */
import assert from 'node:assert/strict';
import { it } from 'node:test';
import { type Check, checks, ConformanceError, type Stage } from '../../src/conformance.js';

/** Reasons by the name of a check, or by topic, such as `vote`. */
type Reasons = Readonly<Record<string, string>>;

export interface Outcomes {
  /** Rules that the server breaks, which no adapter can fix. */
  readonly broken: Reasons;
  /** Rules for features that the server does not have. */
  readonly absent: Reasons;
}

/** Milliseconds to wait: long, because the machine may be busy; shorter for checks that are known to fail. */
const PATIENCE = 20_000;
const LITTLE_PATIENCE = 5_000;

/** Attempts before a known race counts as fixed. */
const TRIES = 10;

const reasonFor = (reasons: Reasons, { name }: Check): string | undefined =>
  reasons[name] ?? reasons[name.split(':')[0]!];

/**
 * Declares one test per check with the expected outcome: it passes, or is skipped for the reason listed. A listed check
 * that starts to pass fails the test too, so that the lists stay accurate.
 */
export function declareOutcomes(makeStage: (check: Check) => Promise<Stage>, { broken, absent }: Outcomes): void {
  for (const check of checks) {
    it(check.name, async (context) => {
      const [failing, missing] = [reasonFor(broken, check), reasonFor(absent, check)];
      if (failing !== undefined) {
        assert.ok(await breaks(check, makeStage), 'The server keeps this rule now: remove the check from `broken`.');
        return context.skip(`broken: ${failing}`);
      }
      const result = await check.run(() => makeStage(check), { patience: PATIENCE });
      if (missing === undefined) {
        assert.equal(
          result.outcome,
          'passed',
          result.outcome === 'passed' ? '' : `The check does not apply: ${result.why}`,
        );
        return undefined;
      }
      assert.equal(result.outcome, 'not-applicable', 'The check applies now: remove it from `absent`.');
      return context.skip(`absent: ${missing}`);
    });
  }

  it('every reason belongs to an existing check', () => {
    const known = new Set(checks.flatMap(({ name }) => [name, name.split(':')[0]!]));
    assert.deepEqual(
      [...Object.keys(broken), ...Object.keys(absent)].filter((name) => !known.has(name)),
      [],
    );
  });
}

async function breaks(check: Check, makeStage: (check: Check) => Promise<Stage>): Promise<boolean> {
  for (let tries = 0; tries < TRIES; tries++) {
    try {
      const { outcome } = await check.run(() => makeStage(check), { patience: LITTLE_PATIENCE });
      assert.equal(outcome, 'passed', 'The check does not apply.');
    } catch (thrown) {
      if (thrown instanceof ConformanceError) return true;
      throw thrown;
    }
  }
  return false;
}
