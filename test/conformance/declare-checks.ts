import { type Check, checks, type MakeStage } from '../../src/conformance.js';

/**
 * One test for each check on each stage, and one that no check has nothing to try out on all of them. `elsewhere`: the
 * beginnings of the names of those that are tried out in another file.
 */
export function declareChecks(stages: Readonly<Record<string, MakeStage>>, elsewhere: readonly string[]): void {
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

  // In a group, because those run in order, and single tests before all groups.
  describe('the stages together', () => {
    it('try out every check', () => {
      const left = checks.filter((check) => !passed.has(check) && !elsewhere.some((name) => check.name.startsWith(name)));
      if (left.length > 0) throw new Error(left.map((check) => `${check.name}: ${reasons.get(check)}`).join('\n'));
    });
  });
}
