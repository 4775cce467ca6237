import { expect } from 'chai';
import { batches, pooled, SharedTask, withTimeout } from '../../../src/adapters/shared/tasks.js';
import type { Call } from '../../../src/model/adapter.js';
import { call, failure } from '../../support/adapter-fixture.js';
import { held } from '../../support/fake-backend.js';
import { FakeClock } from '../../support/fake-clock.js';
import { abortableCall } from '../../support/http-edge.js';
import { nextTask } from '../../support/next-task.js';

describe('work with a time limit', () => {
  let time: FakeClock;
  beforeEach(() => {
    time = FakeClock.installAt('2013-06-07T10:54:00Z');
  });
  afterEach(() => {
    expect(time.waiting, 'timers left behind').to.equal(0);
    time.uninstall();
  });

  it('settles like the work', async () => {
    expect(await withTimeout(1000, call.signal, () => Promise.resolve(5))).to.equal(5);
    const error = new Error('Broken.');
    expect(
      await withTimeout(1000, call.signal, () => Promise.reject(error)).catch((thrown: unknown) => thrown),
    ).to.equal(error);
  });

  it('fails with a timeout, and aborts the work', async () => {
    let inner: AbortSignal | undefined;
    const pending = withTimeout(1000, call.signal, (signal) => {
      inner = signal;
      return held().promise;
    });
    const failed = failure(pending, 'timeout');
    await time.advance(999);
    expect(inner?.aborted).to.equal(false);
    await time.advance(1);
    await failed;
    expect(inner?.aborted).to.equal(true);
  });

  it('restarts its time limit with each renewal', async () => {
    const work = held<string>();
    let renew!: () => void;
    const pending = withTimeout(1000, call.signal, (_signal, renewal) => {
      renew = renewal;
      return work.promise;
    });
    for (let count = 0; count < 3; count++) {
      await time.advance(999);
      renew();
    }
    await time.advance(999);
    work.release('done');
    expect(await pending).to.equal('done');
  });

  it('rejects with the reason of the outer signal, and aborts the work', async () => {
    const outer = abortableCall();
    let inner: AbortSignal | undefined;
    const pending = withTimeout(1000, outer.call.signal, (signal) => {
      inner = signal;
      return held().promise;
    }).catch((thrown: unknown) => thrown);
    outer.abort();
    expect(await pending).to.equal(outer.reason);
    expect(inner?.reason).to.equal(outer.reason);
  });

  it('does not start if the outer signal is already aborted', async () => {
    const outer = abortableCall();
    outer.abort();
    let isStarted = false;
    const pending = withTimeout(1000, outer.call.signal, async () => {
      isStarted = true;
    });
    expect(await pending.catch((thrown: unknown) => thrown)).to.equal(outer.reason);
    expect(isStarted).to.equal(false);
  });

  it('starts no timer for a renewal after the work has ended', async () => {
    let renew!: () => void;
    await withTimeout(1000, call.signal, async (_signal, renewal) => {
      renew = renewal;
    });
    renew();
    expect(time.waiting).to.equal(0);
  });
});

/** A task that the test ends, and its signal. */
function heldTask() {
  const work = held<string>();
  let signal!: AbortSignal;
  const task = new SharedTask((given) => {
    signal = given;
    return work.promise;
  });
  return { task, work, signal };
}

const thrownBy = (pending: Promise<unknown>): Promise<unknown> => pending.catch((thrown: unknown) => thrown);

describe('a shared task', () => {
  it('gives its result to every caller, late ones included', async () => {
    const { task, work, signal } = heldTask();
    const results = [task.join(call.signal), task.join(call.signal)];
    expect(task.status).to.equal('running');
    work.release('done');
    expect(await Promise.all(results)).to.deep.equal(['done', 'done']);
    expect(await task.join(call.signal)).to.equal('done');
    expect(task.status).to.equal('done');
    expect(signal.aborted).to.equal(false);
  });

  it('gives its error to every caller', async () => {
    const { task, work } = heldTask();
    const error = new Error('Broken.');
    const results = [thrownBy(task.join(call.signal)), thrownBy(task.join(call.signal))];
    work.fail(error);
    expect(await Promise.all(results)).to.deep.equal([error, error]);
    expect(task.status).to.equal('failed');
  });

  it('goes on while a caller waits, and is aborted with the reason of the last one to leave', async () => {
    const { task, work, signal } = heldTask();
    const [first, last] = [abortableCall(), abortableCall()];
    const results = [thrownBy(task.join(first.call.signal)), thrownBy(task.join(last.call.signal))];
    first.abort();
    expect(await results[0]).to.equal(first.reason);
    expect([task.status, signal.aborted]).to.deep.equal(['running', false]);
    last.abort();
    expect(await results[1]).to.equal(last.reason);
    expect([task.status, signal.reason]).to.deep.equal(['failed', last.reason]);
    work.release('too late');
    await nextTask();
    expect(task.status).to.equal('failed');
  });

  it('rejects for a caller who aborts at the moment the result arrives', async () => {
    const { task, work } = heldTask();
    const { call: aborted, abort, reason } = abortableCall();
    const result = thrownBy(task.join(aborted.signal));
    work.release('done');
    abort();
    expect(await result).to.equal(reason);
    expect(await task.join(call.signal)).to.equal('done');
  });
});

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

it('splits a list into batches and keeps its order', () => {
  expect(batches([1, 2, 3, 4, 5], 2)).to.deep.equal([[1, 2], [3, 4], [5]]);
  expect(batches([], 2)).to.deep.equal([]);
});
