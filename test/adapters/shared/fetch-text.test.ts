import { expect } from 'chai';
import { fetchText } from '../../../src/adapters/shared/fetch-text.js';
import { failure } from '../../support/adapter-fixture.js';

const url = 'https://backend.example/comments?page=2';
const { signal } = new AbortController();

/** A server that never responds. */
const silent = (() => new Promise(() => {})) as typeof fetch;

describe('fetchText', () => {
  it('reads the whole response, whatever its status', async () => {
    const fetch = (async () =>
      new Response('gone', { status: 410, headers: { 'retry-after': '7' } })) as typeof globalThis.fetch;
    const { ok, status, headers, text } = await fetchText(url, {}, { fetch, signal });
    expect({ ok, status, text }).to.deep.equal({ ok: false, status: 410, text: 'gone' });
    expect(headers.get('retry-after')).to.equal('7');
  });

  it('calls fetch as a function, which the browser requires of its own', async () => {
    const receivers: unknown[] = [];
    const fetch = function (this: unknown) {
      receivers.push(this);
      return Promise.resolve(new Response(''));
    } as typeof globalThis.fetch;
    await fetchText(url, { method: 'POST', body: '{}' }, { fetch, signal });
    expect(receivers).to.deep.equal([undefined]);
  });

  it('has separate time limits for reads and writes', async () => {
    await failure(fetchText(url, {}, { fetch: silent, timeout: { read: 5, write: 60_000 }, signal }), 'timeout');
    await failure(
      fetchText(url, { method: 'HEAD' }, { fetch: silent, timeout: { read: 5, write: 60_000 }, signal }),
      'timeout',
    );
    await failure(
      fetchText(url, { method: 'POST' }, { fetch: silent, timeout: { read: 60_000, write: 5 }, signal }),
      'timeout',
    );
  });

  it('fails with kind network and names the URL without its query', async () => {
    const cause = new TypeError('Failed to fetch');
    const fetch = (() => Promise.reject(cause)) as typeof globalThis.fetch;
    const error = await failure(fetchText(url, {}, { fetch, signal }), 'network', { cause });
    expect(error.message).to.equal('Could not reach https://backend.example/comments');
  });

  it('rejects with the reason of the signal, even if fetch ignores the signal', async () => {
    const controller = new AbortController();
    const pending = fetchText(url, {}, { fetch: silent, signal: controller.signal });
    controller.abort();
    expect(await pending.catch((error: unknown) => error)).to.equal(controller.signal.reason);
  });
});
