import { expect } from '@open-wc/testing';
import { guardCall } from '../../../src/adapters/shared/guard-call.js';
import { AdapterError } from '../../../src/model/adapter.js';
import { call, failure } from '../../support/adapter-fixture.js';

describe('guardCall', () => {
  it('passes the result and adapter errors through', async () => {
    expect(await guardCall('Example', call, async () => 7)).to.equal(7);
    const error = new AdapterError('closed', 'No more');
    expect(await guardCall('Example', call, () => Promise.reject(error)).catch((thrown: unknown) => thrown)).to.equal(
      error,
    );
  });

  it('turns any other error into a bad response', async () => {
    const cause = new TypeError('undefined is not iterable');
    const error = await failure(
      guardCall('Example', call, () => Promise.reject(cause)),
      'bad-response',
      { cause },
    );
    expect(error.message).to.match(/^Example /);
  });

  it('rejects with the reason of the signal, and does not start after an abort', async () => {
    const controller = new AbortController();
    const { signal } = controller;
    const pending = guardCall('Example', { signal }, async () => {
      controller.abort();
      throw new AdapterError('network');
    });
    expect(await pending.catch((error: unknown) => error)).to.equal(signal.reason);
    let isStarted = false;
    const late = guardCall('Example', { signal }, async () => (isStarted = true));
    expect(await late.catch((error: unknown) => error)).to.equal(signal.reason);
    expect(isStarted).to.equal(false);
  });
});
