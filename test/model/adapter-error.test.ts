import { expect } from '@open-wc/testing';
import { AdapterError, type ErrorInfo, type ErrorKind } from '../../src/model/adapter.js';
import { toAdapterError } from '../../src/model/adapter-error.js';

describe('what an adapter threw', () => {
  it('stays what it is where the contract is kept', () => {
    const error = new AdapterError('closed', 'Too late.');
    expect(toAdapterError(error)).to.equal(error);
  });

  it('is taken at its word when it comes from a second copy of this package', () => {
    class ForeignError extends Error {
      override readonly name = 'AdapterError';
      constructor(
        readonly kind: ErrorKind,
        message: string,
        readonly info?: ErrorInfo,
      ) {
        super(message);
      }
    }
    const foreign = new ForeignError('rate-limited', 'Slow down.', { retryAfter: 15, stored: 'maybe' });
    const error = toAdapterError(foreign);
    expect(error).to.be.instanceOf(AdapterError);
    expect(error).to.include({ kind: 'rate-limited', message: 'Slow down.' });
    expect(error.info).to.deep.equal({ retryAfter: 15, stored: 'maybe', cause: foreign });
    expect(toAdapterError(new ForeignError('closed', '')).kind, 'without more').to.equal('closed');
  });

  it('keeps its meaning when it comes from another window, whose errors are no errors here', () => {
    const frame = document.createElement('iframe');
    document.body.append(frame);
    const { TypeError: ForeignTypeError } = frame.contentWindow as unknown as typeof globalThis;
    const thrown = new ForeignTypeError('Failed to fetch');
    frame.remove();
    expect(thrown).not.to.be.instanceOf(Error);
    expect(toAdapterError(thrown)).to.include({ kind: 'network', message: 'Failed to fetch' });
  });

  it('means that there was no answer when fetch failed, in the words of each browser', async () => {
    for (const message of [
      'Failed to fetch',
      'NetworkError when attempting to fetch resource.',
      'Load failed',
      'network error',
      'fetch failed',
    ]) {
      expect(toAdapterError(new TypeError(message)).kind, message).to.equal('network');
    }
    const thrown: unknown = await fetch('http://127.0.0.1:1/').catch((reason: unknown) => reason);
    expect(toAdapterError(thrown).kind, 'in this browser').to.equal('network');
  });

  it('means that time ran out when a signal with a time limit ended it', () => {
    expect(toAdapterError(new DOMException('signal timed out', 'TimeoutError')).kind).to.equal('timeout');
  });

  it('means that something is wrong over there in all other cases', () => {
    const thrown = new TypeError('answer is undefined');
    expect(toAdapterError(thrown)).to.include({ kind: 'unavailable', message: 'answer is undefined', cause: thrown });
    expect(toAdapterError(new Error('')).message).to.equal('');
    expect(toAdapterError('out of order')).to.include({ kind: 'unavailable', message: 'out of order' });
    for (const nothing of [undefined, null, 0, Object.create(null)] as unknown[])
      expect(toAdapterError(nothing).kind).to.equal('unavailable');
    const posing = Object.assign(new Error('No kind'), { name: 'AdapterError' });
    expect(toAdapterError(posing).kind, 'a name without a kind').to.equal('unavailable');
  });
});
