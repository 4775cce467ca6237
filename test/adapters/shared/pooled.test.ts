import { expect } from '@open-wc/testing';
import { pooled } from '../../../src/adapters/shared/pooled.js';

describe('pooled', () => {
  it('runs at most the given number of tasks at a time, and keeps their order', async () => {
    const finish: (() => void)[] = [];
    const tasks = ['a', 'b', 'c', 'd'].map((name) => async () => {
      await new Promise<void>((resolve) => finish.push(resolve));
      return name;
    });
    const results = pooled(tasks, 3);
    expect(finish).to.have.lengthOf(3);
    finish[1]?.();
    while (finish.length < 4) await Promise.resolve();
    for (const done of finish) done();
    expect(await results).to.deep.equal(['a', 'b', 'c', 'd']);
  });

  it('rejects with the first error', async () => {
    const error = new Error('no');
    const pending = pooled([async () => 1, () => Promise.reject(error)], 4);
    expect(await pending.catch((thrown: unknown) => thrown)).to.equal(error);
  });

  it('needs no tasks', async () => {
    expect(await pooled([], 4)).to.deep.equal([]);
  });
});
