import { expect } from '@open-wc/testing';
import { checks, ConformanceError } from '../../src/conformance.js';
import { plantedFaults } from './planted-faults.js';

/** Milliseconds; a check that waits for what does not come waits as long as this. */
const PATIENCE = 400;

describe('the checks, each on an adapter with a mistake in it', () => {
  for (const check of checks) {
    const faults = plantedFaults.filter((fault) => fault.check === check.name);

    it(`has a mistake for "${check.name}"`, () => {
      expect(faults).not.to.be.empty;
    });

    for (const { mistake, makeStage } of faults) {
      it(`finds with "${check.name}" one that ${mistake}`, async () => {
        const found = await check.run(makeStage, { patience: PATIENCE }).then(
          (result) => new Error(`It ended with ${JSON.stringify(result)}`),
          (error: unknown) => error,
        );
        if (!(found instanceof ConformanceError)) throw found;
        expect(found.check).to.equal(check.name);
        for (const words of [found.did, found.expected, found.got, check.rule, check.hint]) {
          expect(words).not.to.equal('');
          expect(found.message).to.include(words);
        }
      });
    }
  }

  it('has no mistake for a check that is not there', () => {
    const names = checks.map(({ name }) => name);
    expect(plantedFaults.filter(({ check }) => !names.includes(check))).to.deep.equal([]);
    expect(new Set(names).size, 'each name once').to.equal(names.length);
  });
});
