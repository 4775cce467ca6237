import { expect } from 'chai';
import { fetchText, type FetchTextOptions } from '../../../src/adapters/shared/fetch-text.js';
import { failure } from '../../support/adapter-fixture.js';
import { abortableCall, openBody } from '../../support/http-edge.js';
import { waitFor } from '../../support/wait-for.js';

const url = 'https://backend.example/comments?page=2';
const { signal } = new AbortController();
const timeout = 60_000;

/** A server that never responds. */
const silent = (() => new Promise(() => {})) as typeof fetch;

describe('fetchText', () => {
  it('reads the whole response, whatever its status', async () => {
    const fetch = (async () =>
      new Response('gone', { status: 410, headers: { 'retry-after': '7' } })) as typeof globalThis.fetch;
    const { ok, status, headers, text } = await fetchText(url, {}, { fetch, timeout, signal });
    expect({ ok, status, text }).to.deep.equal({ ok: false, status: 410, text: 'gone' });
    expect(headers.get('retry-after')).to.equal('7');
  });

  it('calls fetch as a function, which the browser requires of its own', async () => {
    const receivers: unknown[] = [];
    const fetch = function (this: unknown) {
      receivers.push(this);
      return Promise.resolve(new Response(''));
    } as typeof globalThis.fetch;
    await fetchText(url, { method: 'POST', body: '{}' }, { fetch, timeout, signal });
    expect(receivers).to.deep.equal([undefined]);
  });

  it('has a time limit', async () => {
    await failure(fetchText(url, {}, { fetch: silent, timeout: 5, signal }), 'timeout');
  });

  it('fails with kind network and names the URL without its query', async () => {
    const cause = new TypeError('Failed to fetch');
    const fetch = (() => Promise.reject(cause)) as typeof globalThis.fetch;
    const error = await failure(fetchText(url, {}, { fetch, timeout, signal }), 'network', { cause });
    expect(error.message).to.equal('Could not reach https://backend.example/comments');
  });

  it('rejects with the reason of the signal, even if fetch ignores the signal', async () => {
    const controller = new AbortController();
    const pending = fetchText(url, {}, { fetch: silent, timeout, signal: controller.signal });
    controller.abort();
    expect(await pending.catch((error: unknown) => error)).to.equal(controller.signal.reason);
  });
});

/** Reads the text of a response. */
const textOf = async (response: Response, options?: Partial<FetchTextOptions>): Promise<string> =>
  (await fetchText(url, {}, { fetch: async () => response, timeout: 1000, signal, ...options })).text;

describe('the text of a response', () => {
  it('may have exactly the maximum length', async () => {
    expect(await textOf(new Response('12345'), { maxLength: 5 })).to.equal('12345');
  });

  it('rejects a text that is longer than the limit, and names the request and the limit', async () => {
    const reading = textOf(new Response('x'.repeat(2_500_001)), { maxLength: 2_500_000 });
    const { message } = await failure(reading, 'bad-response');
    expect(message).to.equal('https://backend.example/comments exceeds 2500000 characters');
  });

  it('is joined from characters that arrive in two pieces', async () => {
    const fox = new TextEncoder().encode('🦊');
    const body = new ReadableStream<Uint8Array>({
      start(controller) {
        controller.enqueue(fox.slice(0, 2));
        controller.enqueue(fox.slice(2));
        controller.close();
      },
    });
    expect(await textOf(new Response(body))).to.equal('🦊');
  });

  it('is empty for a response without a body', async () => {
    expect(await textOf(new Response(null, { status: 204 }))).to.equal('');
  });

  it('ends with the reason of the signal, and the response is cancelled', async () => {
    const open = openBody();
    const aborted = abortableCall();
    const reading = textOf(new Response(open.body), { signal: aborted.call.signal }).catch((reason: unknown) => reason);
    open.write('the beginning');
    aborted.abort();
    expect(await reading).to.equal(aborted.reason);
    await waitFor(() => expect(open.isCancelled).to.equal(true));
  });
});
