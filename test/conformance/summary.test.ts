/** The summary of a run: what was not checked, and whether the stage or the adapter is the reason. */
import { expect } from 'chai';
import { CheckRunner, checks, type Result, runChecks, type Stage, summarize } from '../../src/conformance.js';
import { memoryStage } from './memory-stage.js';

/** A stage of the members that every stage has. */
function smallStage(change: (adapter: Stage['adapter']) => Stage['adapter'] = (adapter) => adapter): Stage {
  const { discussion, adapter } = memoryStage();
  return { discussion, adapter: change(adapter) };
}

const run = (makeStage: () => Stage, only: string): Promise<readonly Result[]> => runChecks(makeStage, { only });

describe('the summary of the conformance checks', () => {
  it('is one line if every check has passed', async () => {
    expect(summarize(await run(smallStage, 'open: '))).to.match(/^\d passed, 0 failed\.$/);
  });

  it('separates what the stage lacks from what the adapter lacks', async () => {
    const withoutPin = (): Stage => smallStage(({ pin: _pin, ...adapter }) => adapter);
    expect(summarize(await run(withoutPin, 'pin: '))).to.equal(
      ['0 passed, 0 failed.', '2 do not apply:', '    2  The adapter has no pin().'].join('\n'),
    );
    expect(summarize(await run(smallStage, 'pin: '))).to.equal(
      ['0 passed, 0 failed.', '2 more if the stage offers:', "    1  as('moderator')", "    1  as('other')"].join('\n'),
    );
  });

  it('counts the same reason once, the most frequent first', async () => {
    const summary = summarize(await run(smallStage, 'status: '));
    expect(summary)
      .to.contain("\n    1  as('other')")
      .and.to.contain('\n    1  premoderated')
      .and.to.contain('\n    1  screened.rejected');
    expect(summarize([...(await run(smallStage, 'pin: ')), ...(await run(smallStage, 'pin: '))])).to.contain(
      "\n    2  as('moderator')",
    );
  });

  it('counts what a failed basic check has prevented apart', async () => {
    const broken = (): Stage => smallStage((adapter) => ({ ...adapter, open: () => Promise.reject(new Error('No.')) }));
    const results = await runChecks(broken, { only: ({ name }) => /^(open|pin): /.test(name) });
    const [first = '', title = ''] = summarize(results).split('\n');
    expect(first).to.equal('0 passed, 1 failed.');
    expect(title).to.equal(`${results.length - 1} not run, because a basic check failed:`);
  });

  it('is available from a runner, with the failures', async () => {
    const runner = new CheckRunner(() =>
      smallStage((adapter) => ({ ...adapter, open: () => Promise.reject(new Error('No.')) })),
    );
    const [first] = checks;
    await runner.run(first!).catch(() => undefined);
    expect(runner.summary).to.equal('0 passed, 1 failed.');
  });
});
