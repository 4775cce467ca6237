/** The viewer of the http adapter is identified by a token, which may change while requests are pending. */
import { expect } from 'chai';
import type { TokenCall, TokenSource, Viewer } from '../../../src/model/adapter.js';
import { comment, held } from '../../support/fake-backend.js';
import { call, discussion, draft, failure } from '../../support/adapter-fixture.js';
import { abortableCall, HttpEdge, json, openedAdapter, problem } from '../../support/http-edge.js';
import { waitFor } from '../../support/wait-for.js';

const query = { discussion, sort: 'oldest', limit: 25 } as const;

const bearers = (edge: HttpEdge): readonly (string | undefined)[] =>
  edge.sent.map(({ init }) => init.headers.authorization);

/** A backend without comments that accepts every token. */
const empty = { 'GET /comments': () => json({ items: [] }) };

describe('a token that is a string', () => {
  it('is sent with every request, and an empty one with none', async () => {
    const edge = new HttpEdge({ ...empty, 'POST /comments': () => json({ outcome: 'published' }) });
    const adapter = edge.adapter({ token: 'ada' });
    await adapter.list(query, call);
    await adapter.submit(draft(), call);
    expect(bearers(edge)).to.deep.equal(['Bearer ada', 'Bearer ada']);
    await edge.adapter({ token: '' }).list(query, call);
    expect(bearers(edge).at(-1)).to.equal(undefined);
  });

  it('is left out of reads once it has been refused, and not named in the error', async () => {
    const edge = new HttpEdge({ 'GET /comments': () => problem('session-expired', 401) });
    const error = await failure(edge.adapter({ token: 'secret-of-ada' }).list(query, call), 'session-expired', {}, /^/);
    expect(bearers(edge)).to.deep.equal(['Bearer secret-of-ada', undefined]);
    expect(JSON.stringify([error.message, error.info, String(error.stack)])).not.to.contain('secret-of-ada');
  });

  it('goes to the origin of the backend only, whatever the ids of discussion and comments are', async () => {
    const { adapter, edge } = await openedAdapter({}, { token: 'ada' });
    for (const key of [
      '//elsewhere.example/',
      '@elsewhere.example',
      '..//elsewhere.example',
      'https://elsewhere.example',
    ])
      await Promise.allSettled([
        adapter.list({ ...query, discussion: { ...discussion, key } }, call),
        adapter.open({ key, url: key }, call),
        adapter.counts([{ key, url: key }], call),
        adapter.get(discussion, key, call),
        adapter.remove({ key, url: key }, key, call),
      ]);
    expect(edge.sent).to.have.length(16);
    expect(new Set(edge.sent.map(({ url }) => url.origin))).to.deep.equal(new Set(['https://backend.example']));
  });
});

describe('another token', () => {
  it('belongs to another viewer, and notifies the section of the change', async () => {
    const edge = new HttpEdge(empty);
    const adapter = edge.adapter();
    const reported: Viewer[] = [];
    adapter.onViewerChange((viewer) => reported.push(viewer));
    for (const token of ['ada', 'bo', undefined]) {
      adapter.setToken(token);
      await adapter.list(query, call);
    }
    expect(bearers(edge)).to.deep.equal(['Bearer ada', 'Bearer bo', undefined]);
    expect(reported).to.deep.equal([{ state: 'unknown' }, { state: 'unknown' }, { state: 'unknown' }]);
  });

  it('is ignored if it is the same string or function as before', async () => {
    const token: TokenSource = () => 'ada';
    const adapter = new HttpEdge().adapter({ token });
    const reported: Viewer[] = [];
    adapter.onViewerChange((viewer) => reported.push(viewer));
    adapter.setToken(token);
    expect(reported).to.deep.equal([]);
    adapter.setToken('ada');
    adapter.setToken('ada');
    expect(reported).to.have.length(1);
  });

  it('is not sent with a pending request of the previous viewer, which is renewed by its own function', async () => {
    const gate = held();
    const edge = new HttpEdge();
    edge.handlers.set('POST /comments', async ({ init }) => {
      await gate.promise;
      return init.headers.authorization === 'Bearer ada-renewed'
        ? json({ outcome: 'published' })
        : problem('session-expired', 401);
    });
    const asked: TokenCall[] = [];
    const adapter = edge.adapter({
      token: (tokenCall) => (asked.push(tokenCall), tokenCall.refresh ? 'ada-renewed' : 'ada'),
    });
    const sending = adapter.submit(draft(), call);
    await waitFor(() => expect(edge.sent).to.have.length(1));
    adapter.setToken('bo');
    gate.release();
    expect(await sending).to.deep.equal({ outcome: 'published' });
    expect(bearers(edge)).to.deep.equal(['Bearer ada', 'Bearer ada-renewed']);
    expect(asked.map(({ refresh }) => refresh)).to.deep.equal([false, false, true]);
  });

  it('is not sent with a pending request of the previous viewer whose token was a string', async () => {
    const gate = held();
    const edge = new HttpEdge();
    edge.handlers.set('POST /comments', async () => {
      await gate.promise;
      return problem('session-expired', 401);
    });
    const adapter = edge.adapter({ token: 'ada' });
    const sending = failure(adapter.submit(draft(), call), 'session-expired', { stored: 'no' }, /^/);
    await waitFor(() => expect(edge.sent).to.have.length(1));
    adapter.setToken('bo');
    gate.release();
    await sending;
    expect(bearers(edge)).to.deep.equal(['Bearer ada']);
  });

  it('is sent with the event stream of the next subscriber', async () => {
    const { adapter, edge } = await openedAdapter({ 'GET /events': () => undefined }, { token: 'ada' });
    const [ada, bo] = [abortableCall(), abortableCall()];
    adapter.subscribe(discussion, () => undefined, ada.call);
    await waitFor(() => expect(bearers(edge)).to.deep.equal(['Bearer ada']));
    adapter.onViewerChange(() => {
      ada.abort();
      adapter.subscribe(discussion, () => undefined, bo.call);
    });
    adapter.setToken('bo');
    await waitFor(() => expect(bearers(edge)).to.deep.equal(['Bearer ada', 'Bearer bo']));
    expect(edge.sent[0]?.signal.aborted).to.equal(true);
    bo.abort();
  });

  it('is sent with a discussion that is opened at the same moment', async () => {
    const edge = new HttpEdge(empty);
    const adapter = edge.adapter({ token: 'ada' });
    const { call: opening, abort } = abortableCall();
    const first = adapter.list(query, opening).catch(() => undefined);
    adapter.setToken('bo');
    abort();
    await adapter.list(query, call);
    await first;
    expect(bearers(edge).at(-1)).to.equal('Bearer bo');
  });
});

describe('a page of comments that is too long to read', () => {
  const long = 'x'.repeat(1_000_000);

  /** A backend whose comments have a million characters each. */
  const edgeOf = (path: string, wrap: (page: object) => object) =>
    new HttpEdge({
      [`GET ${path}`]: ({ url }) => {
        const items = Array.from({ length: Number(url.searchParams.get('limit')) }, (_, index) => ({
          ...comment(`Comment ${index}`),
          body: { format: 'text', value: long },
        }));
        return json(wrap({ items, next: `${items.length}` }));
      },
    });

  const limits = (edge: HttpEdge): readonly (string | null)[] =>
    edge.sent.map(({ url }) => url.searchParams.get('limit'));

  it('is requested with fewer comments, which are shown with a way to the others', async () => {
    const edge = edgeOf('/comments', (page) => page);
    const notes: string[] = [];
    const page = await edge.adapter().list(query, { ...call, note: (problem) => notes.push(problem) });
    expect(limits(edge)).to.deep.equal(['25', '12', '6']);
    expect(page.items).to.have.length(6);
    expect(page.next).to.equal('6');
    const note = 'https://backend.example/api/comments exceeds 10000000 characters';
    expect(notes).to.deep.equal([note, note]);
  });

  it('does not prevent opening the discussion', async () => {
    const edge = edgeOf('/discussion', (page) => ({ discussion: { state: 'open' }, page }));
    const adapter = edge.adapter();
    const [info, page] = await Promise.all([adapter.open(discussion, call), adapter.list(query, call)]);
    expect(info.state).to.equal('open');
    expect(page.items).to.have.length(6);
    expect(limits(edge)).to.deep.equal(['25', '12', '6']);
  });

  it('fails if a single comment is too long', async () => {
    const edge = new HttpEdge({ 'GET /comments': () => json({ items: [], filler: 'x'.repeat(10_000_000) }) });
    await failure(edge.adapter().list({ ...query, limit: 3 }, call), 'bad-response', {}, /exceeds 10000000 characters/);
    expect(limits(edge)).to.deep.equal(['3', '1']);
  });
});
