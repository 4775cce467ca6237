import { expect } from 'chai';
import { fetchText, readText } from '../../../src/adapters/shared/fetch-text.js';
import { failure } from '../../support/adapter-fixture.js';
import { abortableCall, openBody } from '../../support/http-edge.js';

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

const place = 'GET /comments';

describe('readText', () => {
  it('reads a text of exactly the maximum length', async () => {
    const text = await readText(new Response('12345'), { place, signal, maxLength: 5 });
    expect(text).to.equal('12345');
  });

  it('names the request and the limit when the text is longer', async () => {
    const reading = readText(new Response('x'.repeat(2_500_001)), { place, signal, maxLength: 2_500_000 });
    const { message } = await failure(reading, 'bad-response');
    expect(message).to.equal('GET /comments returned more than 2.5 million characters');
  });

  it('joins characters that arrive in two pieces', async () => {
    const fox = new TextEncoder().encode('🦊');
    const body = new ReadableStream<Uint8Array>({
      start(controller) {
        controller.enqueue(fox.slice(0, 2));
        controller.enqueue(fox.slice(2));
        controller.close();
      },
    });
    expect(await readText(new Response(body), { place, signal })).to.equal('🦊');
  });

  it('is empty for a response without a body', async () => {
    expect(await readText(new Response(null, { status: 204 }), { place, signal })).to.equal('');
  });

  it('ends with the reason of the signal, and cancels the response', async () => {
    const open = openBody();
    const aborted = abortableCall();
    const reading = readText(new Response(open.body), { place, signal: aborted.call.signal }).catch(
      (reason: unknown) => reason,
    );
    open.write('the beginning');
    aborted.abort();
    expect(await reading).to.equal(aborted.reason);
    expect(open.isCancelled).to.equal(true);
  });
});
