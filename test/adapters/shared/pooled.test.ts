import { expect } from 'chai';
import { pooled } from '../../../src/adapters/shared/pooled.js';
import type { Call } from '../../../src/model/adapter.js';
import { call } from '../../support/adapter-fixture.js';
import { abortableCall } from '../../support/http-edge.js';
import { nextTask } from '../../support/next-task.js';

const silent = () => new Promise<never>(() => {});

describe('pooled', () => {
  it('makes at most the given number of calls at a time, and keeps their order', async () => {
    const finish: (() => void)[] = [];
    const calls = ['a', 'b', 'c', 'd'].map((name) => async () => {
      await new Promise<void>((resolve) => finish.push(resolve));
      return name;
    });
    const results = pooled(calls, 3, call);
    expect(finish).to.have.lengthOf(3);
    finish[1]?.();
    while (finish.length < 4) await Promise.resolve();
    for (const done of finish) done();
    expect(await results).to.deep.equal(['a', 'b', 'c', 'd']);
  });

  it('rejects with the first error, aborts the calls under way and makes no more', async () => {
    const error = new Error('no');
    let other: AbortSignal | undefined;
    let isMade = false;
    const calls = [
      ({ signal }: Call) => ((other = signal), nextTask()),
      () => Promise.reject(error),
      async () => void (isMade = true),
    ];
    expect(await pooled(calls, 2, call).catch((thrown: unknown) => thrown)).to.equal(error);
    expect(other?.aborted).to.equal(true);
    await nextTask();
    await nextTask();
    expect(isMade).to.equal(false);
  });

  it('rejects with the reason of the signal, even if a call ignores it', async () => {
    const { call: aborted, abort, reason } = abortableCall();
    const pending = pooled([silent], 4, aborted);
    abort();
    expect(await pending.catch((thrown: unknown) => thrown)).to.equal(reason);
    expect(await pooled([silent], 4, aborted).catch((thrown: unknown) => thrown)).to.equal(reason);
  });

  it('resolves without calls for an empty list', async () => {
    expect(await pooled([], 4, call)).to.deep.equal([]);
  });
});
