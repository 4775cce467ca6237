import { expect } from 'chai';
import { CheckRunner, checks, ConformanceError, runChecks, type MakeStage } from '../../src/conformance.js';
import { mapComments } from './planted-faults/planted-fault.js';
import { memoryStage } from './memory-stage.js';

/** A backend with numbers as ids, which the adapter passes on. */
const numericIds: MakeStage = () =>
  memoryStage({
    wrap: ({ list, ...adapter }) => ({
      ...adapter,
      list: (query, call) =>
        mapComments(list(query, call), (comment) => ({ ...comment, id: comment.id.length as unknown as string })),
    }),
  });

describe('running the checks', () => {
  it('skips all other checks after a basic check has failed, and names that check', async () => {
    const results = await runChecks(numericIds, { patience: 400 });
    expect(results).to.have.length(checks.length);
    const failed = results.filter(({ outcome }) => outcome === 'failed').map(({ check }) => check.name);
    expect(failed).to.deep.equal(['list: returns valid comments']);
    const [passed, , ...others] = results;
    expect(passed).to.include({ outcome: 'passed' });
    for (const result of others)
      expect(result).to.include({
        outcome: 'not-applicable',
        why: 'Skipped, because "list: returns valid comments" has failed. Fix that first.',
      });
  });

  it('gives the same hint for values of the wrong type in every check', async () => {
    const hints = new Set<string>();
    for (const name of [
      'paging: respects the limit',
      'replies: each is returned exactly once',
      'closed: allows reading and reporting',
    ]) {
      const check = checks.find((one) => one.name === name);
      const error = await check?.run(numericIds, { patience: 400 }).catch((thrown: unknown) => thrown);
      expect(error).to.be.instanceOf(ConformanceError);
      hints.add((error as ConformanceError).hint);
    }
    expect([...hints]).to.have.length(1);
    expect([...hints][0]).to.contain('list: returns valid comments');
  });

  it('continues after the basic check passes again, and after the failure of any other', async () => {
    let isBroken = true;
    const runner = new CheckRunner(() => (isBroken ? numericIds() : memoryStage()), { patience: 400 });
    const [open, list, next] = checks;
    expect(await runner.run(open!)).to.deep.equal({ outcome: 'passed' });
    expect(await runner.run(list!).catch((thrown: unknown) => thrown)).to.be.instanceOf(ConformanceError);
    expect((await runner.run(next!)).outcome).to.equal('not-applicable');
    isBroken = false;
    expect(await runner.run(list!)).to.deep.equal({ outcome: 'passed' });
    expect(await runner.run(next!)).to.deep.equal({ outcome: 'passed' });
  });
});
