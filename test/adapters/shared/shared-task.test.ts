import { expect } from 'chai';
import { SharedTask } from '../../../src/adapters/shared/shared-task.js';
import { held } from '../../support/fake-backend.js';
import { nextTask } from '../../support/next-task.js';
import { abortableCall } from '../../support/http-edge.js';
import { call } from '../../support/adapter-fixture.js';

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
