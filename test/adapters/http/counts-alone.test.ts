import { expect } from 'chai';
import { connectCounts } from '../../../src/adapters/http/counts-alone.js';
import { AdapterError, type Token } from '../../../src/model/adapter.js';
import { abortableCall, HttpEdge, json, problem } from '../../support/http-edge.js';
import { call } from '../../support/adapter-fixture.js';
import { FakeClock } from '../../support/fake-clock.js';

const SRC = 'https://backend.example/api/?site=pier#top';
const refs = (keys: readonly string[]) => keys.map((key) => ({ key, url: '' }));
const two = refs(['a', 'b']);
const found = (): Response => json({ counts: { a: 3, b: 0, c: '7' } });

/** What a call has thrown. */
const thrownBy = async (pending: Promise<unknown>): Promise<AdapterError> => {
  const thrown: unknown = await pending.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  expect(thrown).to.be.instanceOf(AdapterError);
  return thrown as AdapterError;
};

describe('counts without the rest of the http adapter', () => {
  const { fetch } = globalThis;
  afterEach(() => {
    globalThis.fetch = fetch;
  });

  /** A backend that answers the global `fetch`. */
  function backend(counts: () => Response | Error | undefined): HttpEdge {
    const edge = new HttpEdge({ 'GET /counts': counts });
    globalThis.fetch = edge.fetch;
    return edge;
  }

  it('requests them as the adapter does', async () => {
    const edge = backend(found);
    const alone = await (await connectCounts({ src: SRC })).counts(two, call);
    expect([...alone]).to.deep.equal([
      ['a', 3],
      ['b', 0],
    ]);
    expect([...(await edge.adapter({ src: SRC }).counts(two, call))]).to.deep.equal([...alone]);
    const [own, adapters] = edge.sent.map(({ url, init: { headers, credentials, cache } }) => ({
      url: url.href,
      accept: headers['accept'],
      credentials,
      cache,
    }));
    expect(own!.url).to.equal('https://backend.example/api/counts?site=pier&discussion=a&discussion=b');
    expect(own).to.deep.equal(adapters);
  });

  it('leaves more than one request to the adapter', async () => {
    const edge = backend(found);
    const adapter = await connectCounts({ src: SRC });
    await adapter.counts(refs(Array.from({ length: 101 }, (_, index) => `${index}`)), call);
    expect(edge.sent.map(({ url }) => url.searchParams.getAll('discussion').length)).to.deep.equal([100, 1]);
    await adapter.counts(refs(['x'.repeat(3000), 'y'.repeat(3000)]), call);
    expect(edge.sent).to.have.length(4);
  });

  it('leaves requests with a token to the adapter, which replaces one that is refused', async () => {
    const edge = backend(() => (edge.sent.length === 1 ? problem('session-expired', 401) : found()));
    const token: Token = ({ refresh }) => Promise.resolve(refresh ? 'new' : 'old');
    await (await connectCounts({ src: SRC, token })).counts(two, call);
    expect(edge.sent.map(({ init }) => init.headers['authorization'])).to.deep.equal(['Bearer old', 'Bearer new']);
  });

  const page = '<!doctype html><title>Sign in</title>';
  const failures: Readonly<Record<string, () => Response | Error>> = {
    'a problem': () => problem('unavailable', 503, { detail: 'We move house.' }, { 'retry-after': '7' }),
    'a status alone': () => new Response('', { status: 500 }),
    'a page instead of JSON': () => new Response(page, { headers: { 'content-type': 'text/html' } }),
    'JSON that is declared as text': () => new Response('{"counts":{}}', { headers: { 'content-type': 'text/plain' } }),
    'broken JSON': () => new Response('{"counts":', { headers: { 'content-type': 'application/json' } }),
    'a response without a body': () => new Response(null, { status: 204 }),
    'an object without counts': () => json({}),
    'a list of counts': () => json({ counts: [3] }),
    'no response': () => new TypeError('Failed to fetch'),
  };
  for (const [name, respond] of Object.entries(failures))
    it(`fails after ${name} as the adapter does, and sends nothing twice`, async () => {
      const edge = backend(respond);
      const error = await thrownBy((await connectCounts({ src: SRC })).counts(two, call));
      expect(edge.sent).to.have.length(1);
      const { kind, message, info } = await thrownBy(edge.adapter({ src: SRC }).counts(two, call));
      const { cause: _own, ...own } = error.info as Record<string, unknown>;
      const { cause: _theirs, ...theirs } = info as Record<string, unknown>;
      expect([error.kind, error.message, own]).to.deep.equal([kind, message, theirs]);
    });

  for (const src of [undefined, '', 'ftp://backend.example', 'https://ada:secret@backend.example/api'])
    it(`refuses the address ${src}`, async () => {
      backend(() => new TypeError('Failed to fetch'));
      const error = await thrownBy((await connectCounts({ src })).counts(two, call));
      expect(error.kind).to.equal('invalid');
      expect(error.message).to.contain('needs src="…" with the base URL of a backend');
    });

  it('stops waiting after the time limit, and aborts the request', async () => {
    const clock = FakeClock.installAt('2013-06-07T12:00:00Z');
    try {
      const edge = backend(() => undefined);
      const counting = thrownBy((await connectCounts({ src: SRC })).counts(two, call));
      expect(clock.delays).to.deep.equal([15_000]);
      clock.moveTo(clock.now + 15_000);
      expect((await counting).kind).to.equal('timeout');
      expect(edge.sent.map(({ signal }) => signal.aborted)).to.deep.equal([true]);
    } finally {
      clock.uninstall();
    }
  });

  it('aborts the request with its call', async () => {
    const edge = backend(() => undefined);
    const aborted = abortableCall();
    const counting = (await connectCounts({ src: SRC })).counts(two, aborted.call);
    aborted.abort();
    expect(await counting.catch((reason: unknown) => reason)).to.equal(aborted.reason);
    expect(edge.sent.map(({ signal }) => signal.aborted)).to.deep.equal([true]);
  });
});
