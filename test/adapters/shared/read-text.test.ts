import { expect } from 'chai';
import { readText } from '../../../src/adapters/shared/read-text.js';
import { failure } from '../../support/adapter-fixture.js';
import { abortableCall, openBody } from '../../support/http-edge.js';

const place = 'GET /comments';
const { signal } = new AbortController();

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
