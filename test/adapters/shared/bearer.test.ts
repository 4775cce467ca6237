import { expect } from 'chai';
import { bearer, createClient, viewerOf } from '../../../src/adapter-kit.js';
import { AdapterError, type Call, type Token, type TokenCall, type Viewer } from '../../../src/model/adapter.js';
import { call, failure, NO_MESSAGE } from '../../support/adapter-fixture.js';
import { held } from '../../support/fake-backend.js';
import { abortableCall } from '../../support/http-edge.js';
import { waitFor } from '../../support/wait-for.js';

type Authorization = string | undefined;

/** A backend that accepts the listed tokens, and that everybody may read unless it is `isPrivate`. */
function backend(token?: Token, { isPrivate = false, accepted = ['good'] } = {}) {
  const sent: Authorization[] = [];
  const caches: (string | undefined)[] = [];
  const valid = new Set(accepted);
  const fetch = (async (_url: string, { method, headers, cache }: RequestInit) => {
    const { authorization } = headers as { readonly authorization?: string };
    sent.push(authorization);
    caches.push(cache);
    if (authorization === undefined) {
      const isRefused = isPrivate || method !== 'GET';
      return Response.json({ viewer: null }, { status: isRefused ? 401 : 200 });
    }
    const name = authorization.slice('Bearer '.length);
    return valid.has(name) ? Response.json({ viewer: name }) : Response.json({}, { status: 401 });
  }) as typeof globalThis.fetch;
  const session = bearer(token);
  const { request } = createClient({
    src: 'https://backend.example',
    fetch: session.authorize(fetch),
    cache: 'no-cache',
  });
  const viewers: Viewer[] = [];
  session.onViewerChange((viewer) => viewers.push(viewer));
  const decode = (value: unknown): unknown => (value as { viewer: unknown }).viewer;
  return {
    session,
    sent,
    caches,
    valid,
    viewers,
    read: (one: Call = call) => request({ path: '/x' }, one, decode),
    write: (one: Call = call) => request({ method: 'POST', path: '/x' }, one, decode),
  };
}

/** A token source that has one token until it is asked for another. */
function source(first: string, fresh: string | (() => Promise<string>)) {
  const calls: TokenCall[] = [];
  let current = first;
  const token = async (tokenCall: TokenCall): Promise<string> => {
    calls.push(tokenCall);
    if (tokenCall.refresh) current = typeof fresh === 'string' ? fresh : await fresh();
    return current;
  };
  return { token, asked: () => calls.map(({ refresh }) => refresh) };
}

describe('a bearer token', () => {
  it('is sent, and keeps the response out of the cache', async () => {
    const { read, sent, caches } = backend('good');
    expect(await read()).to.equal('good');
    expect(sent).to.deep.equal(['Bearer good']);
    expect(caches).to.deep.equal(['no-store']);
  });

  it('is not sent if it is absent or empty', async () => {
    for (const token of [undefined, '', () => '']) {
      const { read, sent, caches } = backend(token);
      expect(await read()).to.equal(null);
      expect(sent).to.deep.equal([undefined]);
      expect(caches).to.deep.equal(['no-cache']);
    }
  });

  it('comes from the function of the page', async () => {
    const { read, session, sent } = backend();
    session.setToken(async () => 'good');
    expect(await read()).to.equal('good');
    expect(sent).to.deep.equal(['Bearer good']);
  });

  it('is replaced after a refusal, and the request repeated once, even a write', async () => {
    const { token, asked } = source('old', 'good');
    const { write, sent } = backend(token);
    expect(await write()).to.equal('good');
    expect(sent).to.deep.equal(['Bearer old', 'Bearer good']);
    expect(asked()).to.deep.equal([false, false, true]);
  });

  it('is replaced each time it is refused, also after the page could not fetch another', async () => {
    const answers: (() => Promise<string>)[] = [
      async () => 'second',
      () => Promise.reject(new TypeError('Failed to fetch')),
      async () => 'third',
    ];
    const { token } = source('first', async () => (await answers.shift()?.()) ?? 'none');
    const { read, write, sent, valid } = backend(token, { accepted: ['second'] });
    expect(await read()).to.equal('second');
    valid.clear();
    valid.add('third');
    await failure(write(), 'network', { stored: 'no' });
    expect(await write()).to.equal('third');
    expect(sent).to.deep.equal(['first', 'second', 'second', 'second', 'third'].map((value) => `Bearer ${value}`));
  });

  it('is replaced once for requests at the same time', async () => {
    const fresh = held<string>();
    const { token, asked } = source('old', () => fresh.promise);
    const { read, write, sent } = backend(token);
    const requests = [read(), write(), read()];
    await waitFor(() => expect(sent).to.have.length(3));
    fresh.release('good');
    expect(await Promise.all(requests)).to.deep.equal(['good', 'good', 'good']);
    expect(asked().filter((refresh) => refresh)).to.have.length(1);
  });

  it('survives the abort of one of the requests that wait for it', async () => {
    const fresh = held<string>();
    const { read, sent } = backend(source('old', () => fresh.promise).token);
    const aborted = abortableCall();
    const aborting = read(aborted.call).catch((reason: unknown) => reason);
    const waiting = read();
    await waitFor(() => expect(sent).to.have.length(2));
    aborted.abort();
    expect(await aborting).to.equal(aborted.reason);
    fresh.release('good');
    expect(await waiting).to.equal('good');
  });

  it('omits a token that cannot be replaced from reads, and fails writes with it', async () => {
    const expired = [
      'old',
      source('old', 'old').token,
      source('old', 'also-old').token,
      source('old', () => Promise.reject(new AdapterError('sign-in-required'))).token,
    ];
    for (const token of expired) {
      const { read, write, sent } = backend(token);
      expect(await read()).to.equal(null);
      expect(sent.at(-1)).to.equal(undefined);
      await failure(write(), 'session-expired', { stored: 'no', code: '401' }, NO_MESSAGE);
      expect(sent.at(-1)).not.to.equal(undefined);
    }
  });

  it('lets guests write without a token, but never sends the text of a signed-in viewer as a guest’s', async () => {
    const { token } = source('old', '');
    const { read, write, sent } = backend(token);
    expect(await read()).to.equal(null);
    await failure(write(), 'sign-in-required', {}, NO_MESSAGE);
    expect(sent.at(-1)).to.equal(undefined);

    let current = 'good';
    const other = backend(() => current);
    await other.read();
    current = '';
    await failure(other.write(), 'session-expired', { stored: 'no' }, NO_MESSAGE);
    expect(other.sent).to.deep.equal(['Bearer good']);
  });

  it('is not sent with reads again until the source has another', async () => {
    let token = 'old';
    const { read, sent, viewers } = backend(() => token);
    await read();
    await read();
    expect(sent).to.deep.equal(['Bearer old', undefined, undefined]);
    expect(viewers, 'nobody was signed in').to.deep.equal([]);
    token = 'good';
    expect(await read()).to.equal('good');
    expect(viewers).to.deep.equal([{ state: 'unknown' }]);
  });

  it('notifies the section once when it expires', async () => {
    const { read, valid, viewers } = backend('good');
    await read();
    expect(viewers).to.deep.equal([]);
    valid.clear();
    expect(await Promise.all([read(), read()])).to.deep.equal([null, null]);
    await read();
    expect(viewers).to.deep.equal([{ state: 'unknown' }]);
  });

  it('leaves the section as it is when a write is refused, so that its text stays', async () => {
    const { read, write, valid, viewers } = backend('good');
    await read();
    valid.clear();
    await failure(write(), 'session-expired', {}, NO_MESSAGE);
    expect(viewers).to.deep.equal([]);
  });

  it('is asked for again by a write after it has been refused', async () => {
    const { read, write, valid, viewers } = backend('good');
    await read();
    valid.clear();
    await read();
    valid.add('good');
    expect(await write()).to.equal('good');
    expect(await read()).to.equal('good');
    expect(viewers).to.have.length(2);
  });

  it('notifies the section of the token of another viewer, but not of the same token', async () => {
    const { session, viewers, read, sent } = backend('good', { accepted: ['good', 'other'] });
    session.setToken('good');
    expect(viewers).to.deep.equal([]);
    for (const token of ['other', undefined]) {
      session.setToken(token);
      await read();
    }
    expect(viewers).to.deep.equal([{ state: 'unknown' }, { state: 'unknown' }]);
    expect(sent).to.deep.equal(['Bearer other', undefined]);
  });

  it('does not notify the section when the token of the previous viewer is refused late', async () => {
    const gate = held();
    const { session, viewers, read } = backend(source('old', () => gate.promise.then(() => '')).token);
    const reading = read();
    session.setToken(undefined);
    gate.release();
    expect(await reading).to.equal(null);
    expect(viewers).to.have.length(1);
  });

  it('rejects a token that a header cannot carry, with an error for the developer', async () => {
    for (const token of ['two\nlines', 'smörgås', () => 'two words']) {
      const { read, sent } = backend(token);
      const { info } = await failure(
        read(),
        'invalid',
        { stored: 'no' },
        /characters that an HTTP header cannot carry/,
      );
      expect(info.audience).to.equal('developer');
      expect(sent).to.deep.equal([]);
    }
  });

  it('fails a write for which the page cannot fetch a token, and reports that nothing was stored', async () => {
    const { write } = backend(() => Promise.reject(new TypeError('Failed to fetch')));
    await failure(write(), 'network', { stored: 'no' });
    const own = new AdapterError('sign-in-required', 'Who are you?');
    expect((await failure(backend(() => Promise.reject(own)).write(), 'sign-in-required')).message).to.equal(
      'Who are you?',
    );
    expect(await backend(() => Promise.reject(own)).read()).to.equal(null);
  });

  it('is refused by what the adapter recognises as a refusal', async () => {
    const sent: Authorization[] = [];
    const session = bearer('old', ({ status }) => status === 498);
    const fetch = (async (_url: string, init: RequestInit) => {
      const { authorization } = init.headers as { readonly authorization?: string };
      sent.push(authorization);
      return Response.json({}, { status: authorization ? 498 : 200 });
    }) as typeof globalThis.fetch;
    await createClient({ src: '/api', fetch: session.authorize(fetch) }).request({ path: '/x' }, call);
    expect(sent).to.deep.equal(['Bearer old', undefined]);
  });
});

describe('the viewer of a bearer token', () => {
  const ada: Viewer = { state: 'signed-in', author: { id: 'ada', name: 'Ada' } };
  const anonymous = { state: 'anonymous' };

  const loaded = ({ session, read }: ReturnType<typeof backend>) =>
    viewerOf(session, async () => {
      await read();
      return ada;
    });

  it('is the one whom the backend names', async () => {
    expect(await loaded(backend('good'))).to.equal(ada);
  });

  it('is anonymous without a token, and the backend is not asked', async () => {
    const one = backend();
    expect(await loaded(one)).to.deep.equal(anonymous);
    expect(one.sent).to.deep.equal([]);
  });

  it('is anonymous if the token is refused, whatever the backend then answers', async () => {
    expect(await loaded(backend('old'))).to.deep.equal(anonymous);
    expect(await loaded(backend('old', { isPrivate: true }))).to.deep.equal(anonymous);
    expect(await loaded(backend(() => '', { isPrivate: true }))).to.deep.equal(anonymous);
  });

  it('is unknown after any other failure, which is passed on', async () => {
    const { session } = backend('good');
    await failure(
      viewerOf(session, () => Promise.reject(new AdapterError('network'))),
      'network',
      {},
      NO_MESSAGE,
    );
  });
});
