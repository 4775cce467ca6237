import { expect } from 'chai';
import { type ClientOptions, createClient, decode } from '../../../src/adapter-kit.js';
import { call, failure, NO_MESSAGE } from '../../support/adapter-fixture.js';
import { abortableCall } from '../../support/http-edge.js';

interface Sent {
  readonly url: string;
  readonly init: RequestInit & { readonly headers: Readonly<Record<string, string>> };
}

/** A client whose requests all get the same response. */
function clientFor(respond: () => Response | Promise<Response>, options: Partial<ClientOptions> = {}) {
  const sent: Sent[] = [];
  const fetch = (async (url: string, init: Sent['init']) => {
    sent.push({ url, init });
    return respond();
  }) as typeof globalThis.fetch;
  return { sent, ...createClient({ src: 'https://news.example/api/', fetch, ...options }) };
}

const json = (body: unknown, init?: ResponseInit) => () => new Response(JSON.stringify(body), init);

const article = decode.object({ isOpen: decode.flag });

describe('a client', () => {
  it('sends JSON below the address, and decodes the response', async () => {
    const { sent, request } = clientFor(json({ isOpen: true }), {
      src: '/api/?key=7',
      credentials: 'include',
      headers: { authorization: 'Bearer x' },
    });
    const query = { tag: ['a', 'b'], cursor: undefined, limit: 5 };
    const decoded = await request(
      { method: 'POST', path: '/articles/4%202', query, body: { one: 1 }, headers: { 'x-own': 'y' } },
      call,
      article,
    );
    expect(decoded).to.deep.equal({ isOpen: true });
    const [{ url, init } = { url: '', init: undefined }] = sent;
    expect(url).to.equal('/api/articles/4%202?key=7&tag=a&tag=b&limit=5');
    expect(init).to.deep.include({ method: 'POST', body: '{"one":1}', credentials: 'include' });
    expect(init?.headers).to.deep.equal({
      'content-type': 'application/json',
      authorization: 'Bearer x',
      'x-own': 'y',
    });
    await request({ path: '/articles' }, call);
    expect(sent[1]?.init.method).to.equal('GET');
    expect(sent[1]?.init.body).to.equal(undefined);
  });

  it('follows redirects of reads, and none of writes, which would take a text to another origin', async () => {
    const { sent, request } = clientFor(json({}));
    for (const method of ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE']) await request({ method, path: '/x' }, call);
    expect(sent.map(({ init }) => init.redirect ?? 'follow')).to.deep.equal([
      'follow',
      'follow',
      'error',
      'error',
      'error',
      'error',
    ]);
  });

  it('builds addresses with the function it is given', async () => {
    const { sent, request } = clientFor(json({}), { src: (path) => `https://other.example/?route=${path}` });
    await request({ path: '/x' }, call);
    expect(sent[0]?.url).to.equal('https://other.example/?route=/x');
  });

  it('needs no body without a decoder, and decodes undefined for a response without content', async () => {
    await clientFor(() => new Response('OK')).request({ method: 'DELETE', path: '/x' }, call);
    const empty = () => new Response(null, { status: 204 });
    expect(await clientFor(empty).request({ path: '/x' }, call, decode.optional(article))).to.equal(undefined);
    await failure(clientFor(empty).request({ path: '/x' }, call, article), 'bad-response', {}, /GET \/x is missing/);
  });

  it('rejects a web page even if no body is needed, because a proxy may have redirected to its sign-in', async () => {
    const headers = { 'content-type': 'text/html; charset=utf-8' };
    const { request } = clientFor(() => new Response('<!doctype html><title>Sign in</title>', { headers }));
    const { info } = await failure(
      request({ method: 'PUT', path: '/x' }, call),
      'bad-response',
      {},
      /returned text\/html/,
    );
    expect(info.stored).not.to.equal('no');
    await clientFor(() => new Response('', { headers })).request({ method: 'PUT', path: '/x' }, call);
  });

  it('gives the decoder the headers, also of a request without content', async () => {
    const { request } = clientFor(() => new Response(null, { headers: { 'x-total': '12' } }));
    const total = await request({ method: 'HEAD', path: '/x' }, call, (_value, _place, { headers }) =>
      headers.get('x-total'),
    );
    expect(total).to.equal('12');
  });

  for (const [what, body, message] of [
    ['a web page', '<!doctype html>', 'GET /x returned text/html, not JSON: "<!doctype html>"'],
    ['empty', '', 'GET /x returned text/html, not JSON: ""'],
    ['of another shape', '{"isOpen": "yes"}', 'GET /x › isOpen is "yes", not true or false'],
  ] as const) {
    it(`refuses a response that is ${what}`, async () => {
      const { request } = clientFor(() => new Response(body, { headers: { 'content-type': 'text/html' } }));
      expect((await failure(request({ path: '/x' }, call, article), 'bad-response')).message).to.equal(message);
    });
  }

  it('turns the error of a decoder into a bad response', async () => {
    const { request } = clientFor(json({}));
    const toLength = (value: unknown) => (value as { list: unknown[] }).list.length;
    const { message, info } = await failure(request({ path: '/x' }, call, toLength), 'bad-response');
    expect(message).to.equal('GET /x returned something unexpected');
    expect(info.cause).to.be.instanceOf(TypeError);
  });

  it('distinguishes a failed connection from a time-out', async () => {
    const offline = clientFor(() => Promise.reject(new TypeError('Failed to fetch')));
    await failure(offline.request({ path: '/x' }, call), 'network', {}, /https:\/\/news\.example\/api\/x/);
    const silent = clientFor(() => new Promise(() => {}), { timeout: { read: 5, write: 5 } });
    const { info } = await failure(silent.request({ method: 'POST', path: '/x' }, call), 'timeout');
    expect(info.stored).not.to.equal('no');
  });

  it('has separate time limits for reads and writes', async () => {
    const clientWith = (timeout: { readonly read: number; readonly write: number }) =>
      clientFor(() => new Promise(() => {}), { timeout });
    const { request: read } = clientWith({ read: 5, write: 60_000 });
    await failure(read({ path: '/x' }, call), 'timeout');
    await failure(read({ method: 'HEAD', path: '/x' }, call), 'timeout');
    const { request: write } = clientWith({ read: 60_000, write: 5 });
    await failure(write({ method: 'POST', path: '/x' }, call), 'timeout');
  });

  it('rejects with the reason of the signal, even if fetch ignores it', async () => {
    const { call: aborted, abort, reason } = abortableCall();
    const { sent, request } = clientFor(() => new Promise(() => {}));
    const settled = (promise: Promise<unknown>) => promise.catch((thrown: unknown) => thrown);
    const pending = settled(request({ path: '/x' }, aborted));
    abort();
    expect(await pending).to.equal(reason);
    expect(await settled(request({ path: '/x' }, aborted))).to.equal(reason);
    expect(sent).to.have.lengthOf(1);
  });
});

describe('an error response', () => {
  const fail = (status: number, options: Partial<ClientOptions> = {}, headers = {}, body: unknown = {}) =>
    clientFor(json(body, { status, headers }), options).request({ method: 'POST', path: '/x' }, call);

  for (const [status, kind, pattern] of [
    [400, 'invalid', /POST \/x returned status 400/],
    [401, 'sign-in-required', NO_MESSAGE],
    [403, 'forbidden', /403/],
    [404, 'not-found', NO_MESSAGE],
    [408, 'timeout', NO_MESSAGE],
    [409, 'conflict', NO_MESSAGE],
    [410, 'not-found', NO_MESSAGE],
    [413, 'too-long', NO_MESSAGE],
    [418, 'bad-response', /418/],
    [422, 'invalid', /422/],
    [429, 'rate-limited', NO_MESSAGE],
    [500, 'unavailable', /500/],
    [599, 'unavailable', /599/],
  ] as const) {
    it(`is of kind ${kind} for the status ${status}`, async () => {
      const { message, info } = await failure(fail(status), kind, { code: String(status) }, pattern);
      expect(info.audience).to.equal(message === '' ? undefined : 'support');
      // From 500 on, a write may have been stored.
      expect(info.stored).to.equal(status >= 500 || status === 408 ? undefined : 'no');
    });
  }

  it('is a bad response for a 404 that is not JSON, which comes from another server', async () => {
    const { request } = clientFor(() => new Response('<h1>Not found', { status: 404 }));
    await failure(request({ path: '/x' }, call), 'bad-response', {}, /404/);
  });

  it('keeps the request and the beginning of the body as its cause', async () => {
    const { info, cause } = await failure(
      fail(404, {}, {}, { error: 'Path: authorId', padding: 'x'.repeat(400) }),
      'not-found',
      {},
      NO_MESSAGE,
    );
    expect(info.cause).to.be.instanceOf(Error).and.to.equal(cause);
    const { message } = cause as Error;
    expect(message).to.match(/^POST \/x returned status 404: \{"error":"Path: authorId","padding":"x+$/);
    expect(message).to.have.lengthOf('POST /x returned status 404: '.length + 300);
    const own = await failure(fail(404, { errors: () => ({ cause: 'mine' }) }), 'not-found', {}, NO_MESSAGE);
    expect(own.info.cause).to.equal('mine');
  });

  it('has the details that the adapter returns', async () => {
    const errors: ClientOptions['errors'] = ({ status, value, place }) =>
      status === 423
        ? { kind: 'closed', message: (value as { words: string }).words, code: 'locked', stored: 'maybe' }
        : { field: 'name', message: place };
    const closed = await failure(fail(423, { errors }, {}, { words: 'Too late.' }), 'closed', {
      code: 'locked',
      stored: 'maybe',
    });
    expect(closed.message).to.equal('Too late.');
    await failure(fail(400, { errors }), 'invalid', { field: 'name' }, /^POST \/x$/);
  });

  it('has no message for support if it names a field or has a message for readers', async () => {
    await failure(fail(400, { errors: () => ({ field: 'email' }) }), 'invalid', { field: 'email' }, NO_MESSAGE);
    const { info } = await failure(fail(503, { errors: () => ({ message: '' }) }), 'unavailable', {}, NO_MESSAGE);
    expect(info.audience).to.equal(undefined);
  });

  it('reports how long to wait, in seconds or until a date by the clock of the server', async () => {
    const wait = async (headers: Record<string, string>, retryAfter?: number) =>
      (
        await failure(
          fail(429, { errors: () => ({ ...(retryAfter && { retryAfter }) }) }, headers),
          'rate-limited',
          {},
          NO_MESSAGE,
        )
      ).info.retryAfter;
    const date = 'Fri, 07 Jun 2013 10:54:00 GMT';
    expect(await wait({ 'retry-after': '7' }, 60)).to.equal(7);
    expect(await wait({}, 60)).to.equal(60);
    expect(await wait({ date, 'retry-after': 'Fri, 07 Jun 2013 10:55:30 GMT' })).to.equal(90);
    expect(await wait({ date, 'retry-after': date })).to.equal(undefined);
    expect(await wait({ 'retry-after': 'later' })).to.equal(undefined);
    expect(await wait({})).to.equal(undefined);
  });
});
