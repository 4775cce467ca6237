import { expect } from 'chai';
import { abortable } from '../../src/model/abortable.js';
import { held } from '../support/fake-backend.js';
import { abortableCall } from '../support/http-edge.js';

describe('abortable work', () => {
  it('settles like the work', async () => {
    const { call } = abortableCall();
    expect(await abortable(call.signal, Promise.resolve(5))).to.equal(5);
    const error = new Error('Broken.');
    expect(await abortable(call.signal, Promise.reject(error)).catch((thrown: unknown) => thrown)).to.equal(error);
  });

  it('rejects with the reason of the signal, even if the work goes on', async () => {
    const { call, abort, reason } = abortableCall();
    const pending = abortable(call.signal, held().promise).catch((thrown: unknown) => thrown);
    abort();
    expect(await pending).to.equal(reason);
  });

  it('rejects at once if the signal is already aborted', async () => {
    const { call, abort, reason } = abortableCall();
    abort();
    expect(await abortable(call.signal, held().promise).catch((thrown: unknown) => thrown)).to.equal(reason);
  });
});
