import { expect } from 'chai';
import { AdapterError, type ErrorInfo, type ErrorKind } from '../../src/model/adapter.js';
import { isForDeveloper, isSetUpError, toAdapterError } from '../../src/model/adapter-error.js';

describe('toAdapterError', () => {
  const { error: logError } = console;
  let logged: unknown[];

  beforeEach(() => {
    logged = [];
    console.error = (...words: unknown[]) => void logged.push(...words);
  });
  afterEach(() => {
    console.error = logError;
  });

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
    expect(toAdapterError(new ForeignError('closed', '')).kind, 'without info').to.equal('closed');
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

  it('maps everything else to unavailable', () => {
    const thrown = new TypeError('response is undefined');
    expect(toAdapterError(thrown)).to.include({ kind: 'unavailable', message: 'response is undefined', cause: thrown });
    expect(toAdapterError(new Error('')).message).to.equal('');
    expect(toAdapterError('out of order')).to.include({ kind: 'unavailable', message: 'out of order' });
    for (const nothing of [undefined, null, 0, Object.create(null)] as unknown[])
      expect(toAdapterError(nothing).kind).to.equal('unavailable');
    const posing = Object.assign(new Error('No kind'), { name: 'AdapterError' });
    expect(toAdapterError(posing).kind, 'a name without a kind').to.equal('unavailable');
  });

  it('reports a bug in code that fetches as a bug, with its stack for the developer', () => {
    for (const message of [
      "Cannot read properties of undefined (reading 'fetch')",
      'backend.fetch is not a function',
      "Failed to execute 'fetch' on 'Window': Failed to parse URL from http://[",
    ]) {
      const bug = new TypeError(message);
      const error = toAdapterError(bug);
      expect(error.kind, message).to.equal('unavailable');
      expect(isForDeveloper(error), message).to.equal(true);
      expect(logged).to.include(bug);
    }
    expect(isForDeveloper(toAdapterError(new Error('Back at noon.'))), 'words, perhaps').to.equal(false);
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
