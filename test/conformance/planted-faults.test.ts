import { expect } from 'chai';
import { checks, ConformanceError } from '../../src/conformance.js';
import { plantedFaults } from './planted-faults.js';

/** The time limit of a check, in milliseconds. */
const PATIENCE = 400;

describe('the checks, on adapters with planted faults', () => {
  for (const check of checks) {
    const faults = plantedFaults.filter((fault) => fault.check === check.name);

    it(`has a planted fault for "${check.name}"`, () => {
      expect(faults).not.to.be.empty;
    });

    for (const { mistake, makeStage } of faults) {
      it(`fails "${check.name}" for an adapter that ${mistake}`, async () => {
        const found = await check.run(makeStage, { patience: PATIENCE }).then(
          (result) => new Error(`The check ended with ${JSON.stringify(result)}`),
          (error: unknown) => error,
        );
        if (!(found instanceof ConformanceError)) throw found;
        expect(found.check).to.equal(check.name);
        for (const text of [found.did, found.expected, found.got, check.rule, found.hint]) {
          expect(text).not.to.equal('');
          expect(found.message).to.include(text);
        }
      });
    }
  }

  it('has no planted fault for an unknown check', () => {
    const names = checks.map(({ name }) => name);
    expect(plantedFaults.filter(({ check }) => !names.includes(check))).to.deep.equal([]);
    expect(new Set(names).size, 'unique names').to.equal(names.length);
  });
});
