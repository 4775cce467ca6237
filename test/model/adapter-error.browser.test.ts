import { expect } from 'chai';
import { AdapterError, type ErrorInfo, type ErrorKind } from '../../src/model/adapter.js';
import { isForDeveloper, isSetUpError, toAdapterError } from '../../src/model/adapter-error.js';

describe('toAdapterError', () => {
  it('returns an AdapterError unchanged', () => {
    const error = new AdapterError('closed', 'Too late.');
    expect(toAdapterError(error)).to.equal(error);
  });

  it('keeps kind and info of an error from a second copy of the package', () => {
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
    expect(toAdapterError(new ForeignError('closed', '', {})).kind, 'without details').to.equal('closed');
  });

  it('recognizes errors from another realm', () => {
    const frame = document.createElement('iframe');
    document.body.append(frame);
    const { TypeError: ForeignTypeError } = frame.contentWindow as unknown as typeof globalThis;
    const thrown = new ForeignTypeError('Failed to fetch');
    frame.remove();
    expect(thrown).not.to.be.instanceOf(Error);
    expect(toAdapterError(thrown)).to.include({ kind: 'network', message: 'Failed to fetch' });
  });

  it('maps the wording of a failed fetch in each browser to network', async () => {
    for (const message of [
      'Failed to fetch',
      'NetworkError when attempting to fetch resource.',
      'Load failed',
      'Cannot load script due to integrity mismatch',
      'network error',
      'fetch failed',
      'Failed to fetch dynamically imported module: https://example.com/a.js',
      'error loading dynamically imported module: https://example.com/a.js',
      'Importing a module script failed.',
    ]) {
      expect(toAdapterError(new TypeError(message)).kind, message).to.equal('network');
    }
    const thrown: unknown = await fetch('http://127.0.0.1:1/').catch((reason: unknown) => reason);
    expect(toAdapterError(thrown).kind, 'in this browser').to.equal('network');
  });

  it('maps TimeoutError to timeout', () => {
    expect(toAdapterError(new DOMException('signal timed out', 'TimeoutError')).kind).to.equal('timeout');
  });

  it('maps everything else to unavailable, with a message for the developer', () => {
    const bug = new TypeError('response is undefined');
    const named = Object.assign(new Error('No kind'), { name: 'AdapterError' });
    const ofAnotherLibrary = Object.assign(new Error('password=hunter2'), { name: 'AdapterError', kind: 'error' });
    const posing = { name: 'AdapterError', kind: 'closed', message: 'Too late.', info: {} };
    const { proxy: revoked, revoke } = Proxy.revocable({}, {});
    revoke();
    for (const [thrown, text] of [
      [bug, 'TypeError: response is undefined'],
      [new Error(''), 'Error: '],
      [named, 'AdapterError: No kind'],
      [ofAnotherLibrary, 'AdapterError: password=hunter2'],
      [posing, 'AdapterError: Too late.'],
      ['out of order', 'out of order'],
      [undefined, 'undefined'],
      [null, 'null'],
      [0, '0'],
      [Object.create(null), 'something'],
      [revoked, 'something'],
    ] as const) {
      const error = toAdapterError(thrown, 'list()');
      expect(error.kind, text).to.equal('unavailable');
      expect(error.message).to.equal(`list() threw ${text}`);
      expect(error.cause, text).to.equal(thrown);
      expect(isForDeveloper(error), text).to.equal(true);
      expect(isSetUpError(error), text).to.equal(false);
    }
  });

  it('takes a bug in code that fetches for a bug', () => {
    for (const message of [
      "Cannot read properties of undefined (reading 'fetch')",
      'backend.fetch is not a function',
      "Failed to execute 'fetch' on 'Window': Failed to parse URL from http://[",
    ]) {
      const error = toAdapterError(new TypeError(message));
      expect(error.kind, message).to.equal('unavailable');
      expect(isForDeveloper(error), message).to.equal(true);
    }
  });
});

describe('the message of an error', () => {
  it('is for the developer after a bad response, or if the adapter marks it so', () => {
    expect(isForDeveloper(new AdapterError('bad-response', 'Not JSON'))).to.equal(true);
    expect(isForDeveloper(new AdapterError('not-found', 'Wrong address', { audience: 'developer' }))).to.equal(true);
    expect(isForDeveloper(new AdapterError('closed', 'Too late.'))).to.equal(false);
  });

  it('is about the set-up if a request without input of the reader fails as invalid', () => {
    for (const kind of ['invalid', 'unsupported', 'bad-response'] as const)
      expect(isSetUpError(new AdapterError(kind)), kind).to.equal(true);
    for (const kind of ['network', 'unavailable', 'forbidden'] as const)
      expect(isSetUpError(new AdapterError(kind)), kind).to.equal(false);
  });
});
