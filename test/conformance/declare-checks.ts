import { type Check, checks, type MakeStage } from '../../src/conformance.js';

/**
 * Declares a test for each check on each stage, and one which ensures that every check applies to at least one stage.
 *
 * @param testedElsewhere Name prefixes of checks that another file covers.
 */
export function declareChecks(stages: Readonly<Record<string, MakeStage>>, testedElsewhere: readonly string[]): void {
  const passed = new Set<Check>();
  const reasons = new Map<Check, string>();

  for (const [title, makeStage] of Object.entries(stages)) {
    describe(title, () => {
      for (const check of checks) {
        it(check.name, async function () {
          const result = await check.run(makeStage, { patience: 3000 });
          if (result.outcome === 'passed') return void passed.add(check);
          reasons.set(check, result.why);
          return this.skip();
        });
      }
    });
  }

  // In a suite of its own, as Mocha runs the tests of a suite before its nested suites.
  describe('all stages together', () => {
    it('cover every check', () => {
      const missed = checks.filter(
        (check) => !passed.has(check) && !testedElsewhere.some((prefix) => check.name.startsWith(prefix)),
      );
      if (missed.length > 0) throw new Error(missed.map((check) => `${check.name}: ${reasons.get(check)}`).join('\n'));
    });
  });
}
