import { it } from 'node:test';
import { checks, type MakeStage } from '../../src/conformance.js';

/** One test for each check of the contract. `except`: why one does not apply to this backend, by its name. */
export function declareChecks(makeStage: MakeStage, except: Readonly<Record<string, string>> = {}): void {
  for (const check of checks) {
    it(check.name, async (context) => {
      const reason = except[check.name];
      if (reason !== undefined) return context.skip(reason);
      const result = await check.run(makeStage, { patience: 15_000 });
      if (result.outcome === 'not-applicable') context.skip(result.why);
      return undefined;
    });
  }
}
