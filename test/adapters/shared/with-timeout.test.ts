import { expect } from 'chai';
import { withTimeout } from '../../../src/adapters/shared/with-timeout.js';
import { held } from '../../support/fake-backend.js';
import { FakeClock } from '../../support/fake-clock.js';
import { abortableCall } from '../../support/http-edge.js';
import { call, failure } from '../../support/adapter-fixture.js';

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
