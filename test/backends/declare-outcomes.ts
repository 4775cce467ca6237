/** The checks of the contract against a server whose makers have never read it: what it cannot keep, it is held to as well. */
import assert from 'node:assert/strict';
import { it } from 'node:test';
import { type Check, checks, ConformanceError, type Stage } from '../../src/conformance.js';

/** Reasons by the name of a check, or by what many of them are about, such as `vote`. */
type Reasons = Readonly<Record<string, string>>;

export interface Outcomes {
  /** Rules that the server breaks, whatever an adapter does. */
  readonly broken: Reasons;
  /** Rules about what the server does not have. */
  readonly absent: Reasons;
}

/** Milliseconds: the machine may be busy with other servers. What is known to fail is not waited for so long. */
const PATIENCE = 20_000;
const LITTLE_PATIENCE = 5_000;

/** What goes wrong only where two requests meet is tried so often before it counts as mended. */
const TRIES = 10;

const reasonFor = (reasons: Reasons, { name }: Check): string | undefined => reasons[name] ?? reasons[name.split(':')[0]!];

/**
 * One test for each check, which ends as it should by these lists: it passes, or it is skipped for the reason given there. One
 * that has begun to pass fails as much as one that has ceased to, so the lists stay true.
 */
export function declareOutcomes(makeStage: () => Promise<Stage>, { broken, absent }: Outcomes): void {
  for (const check of checks) {
    it(check.name, async (context) => {
      const [failing, missing] = [reasonFor(broken, check), reasonFor(absent, check)];
      if (failing !== undefined) {
        assert.ok(
          await breaks(check, makeStage),
          'The server keeps this rule now: strike the check from the list of those that it breaks.',
        );
        return context.skip(`broken: ${failing}`);
      }
      const result = await check.run(makeStage, { patience: PATIENCE });
      if (missing === undefined) {
        assert.equal(result.outcome, 'passed', result.outcome === 'passed' ? '' : `The check has nothing to try out: ${result.why}`);
        return undefined;
      }
      assert.equal(
        result.outcome,
        'not-applicable',
        'The check has something to try out now: strike it from the list of those that have not.',
      );
      return context.skip(`absent: ${missing}`);
    });
  }

  it('every reason is given for a check that there is', () => {
    const known = new Set(checks.flatMap(({ name }) => [name, name.split(':')[0]!]));
    assert.deepEqual(
      [...Object.keys(broken), ...Object.keys(absent)].filter((name) => !known.has(name)),
      [],
    );
  });
}

async function breaks(check: Check, makeStage: () => Promise<Stage>): Promise<boolean> {
  for (let tries = 0; tries < TRIES; tries++) {
    try {
      const { outcome } = await check.run(makeStage, { patience: LITTLE_PATIENCE });
      assert.equal(outcome, 'passed', 'The check has nothing to try out.');
    } catch (thrown) {
      if (thrown instanceof ConformanceError) return true;
      throw thrown;
    }
  }
  return false;
}
