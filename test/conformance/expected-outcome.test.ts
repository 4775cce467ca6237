import { expect } from 'chai';
import { type Check, checks, ConformanceError } from '../../src/conformance.js';
import { assertLists, assertOutcome, type Outcome, titleOf } from './expected-outcome.js';

const checkOf = (name: string): Check => checks.find((check) => check.name === name)!;

const vote = checkOf('vote: counts and can be undone');
const listed = { [vote.name]: 'there are no votes' };

const passed: Outcome = { outcome: 'passed' };
const absent: Outcome = { outcome: 'not-applicable', why: 'The adapter has no vote().' };
const broken: Outcome = {
  outcome: 'failed',
  error: new ConformanceError(vote, { did: 'vote()', expected: '1', got: '2' }),
};
const crashed: Outcome = { outcome: 'failed', error: new Error('The stage cannot start.') };

describe('the outcome of a check', () => {
  for (const [title, expected, allowed] of [
    ['in no list', {}, passed],
    ['that is listed as not applicable', { notApplicable: listed }, absent],
    ['whose topic is listed as not applicable', { notApplicable: { vote: 'there are no votes' } }, absent],
    ['that is listed as broken', { broken: listed }, broken],
    ['whose topic is listed as broken', { broken: { vote: 'votes are lost' } }, broken],
  ] as const) {
    for (const [name, outcome] of Object.entries({ passed, absent, broken, crashed })) {
      const isAllowed = outcome === allowed;
      it(`judges the outcome "${name}" of a check ${title} as ${isAllowed ? 'expected' : 'unexpected'}`, () => {
        const compare = (): void => assertOutcome(vote, outcome, expected);
        if (isAllowed) compare();
        else expect(compare).to.throw();
      });
    }
  }

  it('keeps the error of a check that failed, and the reason of one that does not apply', () => {
    expect(() => assertOutcome(vote, broken, {})).to.throw(ConformanceError);
    expect(() => assertOutcome(vote, crashed, { broken: listed })).to.throw('The stage cannot start.');
    expect(() => assertOutcome(vote, absent, {})).to.throw('The adapter has no vote().');
  });

  it('is in the title of its test unless the check must pass', () => {
    expect(titleOf(vote, {})).to.equal(vote.name);
    expect(titleOf(vote, { notApplicable: listed })).to.equal(`${vote.name} (does not apply: there are no votes)`);
    expect(titleOf(vote, { broken: listed })).to.equal(`${vote.name} (is broken: there are no votes)`);
  });
});

describe('the lists of checks that must not pass', () => {
  it('may name checks and topics', () => {
    assertLists({ notApplicable: listed, broken: { report: 'reports are lost' } });
  });

  it('may not name an unknown check, nor one check twice', () => {
    expect(() => assertLists({ broken: { 'vote: is fun': '' } })).to.throw('vote: is fun');
    expect(() => assertLists({ notApplicable: listed, broken: { vote: '' } })).to.throw(vote.name);
  });
});
