import { expect } from 'chai';
import { connect, httpAdapter } from '../../../src/adapters/http.js';
import { AdapterError, type ListQuery } from '../../../src/model/adapter.js';
import { checkedAdapter } from '../../../src/model/contract/checked-adapter.js';
import { comments } from '../../support/fake-backend.js';
import { HttpEdge, json, abortableCall, openedAdapter, problem, sample } from '../../support/http-edge.js';
import { call, comment, discussion, failure, idsOf } from '../../support/adapter-fixture.js';

const query = (fields: Partial<ListQuery> = {}): ListQuery => ({ discussion, sort: 'oldest', limit: 25, ...fields });

const refused = (make: () => unknown): string => {
  try {
    make();
  } catch (thrown) {
    expect(thrown).to.be.instanceOf(AdapterError);
    expect((thrown as AdapterError).kind).to.equal('invalid');
    return (thrown as AdapterError).message;
  }
  throw new Error('It was accepted.');
};

describe('the base URL of the http adapter', () => {
  it('is relative to the page or absolute, and keeps its query parameters', async () => {
    for (const [src, wanted] of [
      ['/api', `${location.origin}/api/discussion?`],
      ['/api/', `${location.origin}/api/discussion?`],
      ['https://other.example', 'https://other.example/discussion?'],
      ['https://other.example/x/?site=1#top', 'https://other.example/x/discussion?site=1&'],
    ] as const) {
      const edge = new HttpEdge();
      await httpAdapter({ src, fetch: edge.fetch })
        .open(discussion, call)
        .catch(() => undefined);
      expect(edge.sent[0]?.url.href.startsWith(wanted), `${edge.sent[0]?.url.href} begins with ${wanted}`).to.equal(
        true,
      );
    }
  });

  it('is rejected, with its value and a remedy, if it cannot be fetched', () => {
    for (const src of ['javascript:alert(1)', 'ftp://example.com/', 'https://', 'https://user:secret@example.com/', ''])
      expect(refused(() => httpAdapter({ src })))
        .to.contain(`src="${src}"`)
        .and.to.contain('the base URL of a backend, no password');
  });

  it('comes from the attribute src, and its absence is reported with a remedy', () => {
    expect(connect({ src: '/api' }).name).to.equal('http');
    expect(refused(() => connect({}))).to.contain('needs src="…"');
  });
});

describe('opening a discussion over http', () => {
  const opening = (more: object = {}) =>
    new HttpEdge({ 'GET /discussion': () => json({ ...sample('OpenedDiscussion'), ...more }) });

  for (const order of ['open first', 'list first'] as const) {
    it(`takes one request for the state and the first page (${order})`, async () => {
      const edge = opening();
      const adapter = edge.adapter();
      const calls = [() => adapter.open({ ...discussion, title: 'Harbour' }, call), () => adapter.list(query(), call)];
      const [first, second] = (order === 'open first' ? calls : calls.reverse()).map((start) => start());
      const results = (await Promise.all([first, second])) as unknown[];
      const [info, page] = order === 'open first' ? results : results.reverse();
      expect(edge.whats).to.deep.equal(['GET /discussion']);
      expect(edge.sent[0]?.parameters).to.deep.equal({
        discussion: '42',
        url: discussion.url,
        title: 'Harbour',
        sort: 'oldest',
        limit: '25',
      });
      const sent = sample('OpenedDiscussion') as { page: { items: [object, object] }; discussion: object };
      expect(info).to.deep.equal(sent.discussion);
      // Null counts as absent.
      const { parentId: _parentId, ...a } = sent.page.items[0] as Record<string, unknown>;
      const { author: _author, ...b } = sent.page.items[1] as Record<string, unknown>;
      expect(page).to.deep.equal({ ...sent.page, items: [a, b] });
    });
  }

  it('requests the smallest possible page when nothing is listed', async () => {
    const edge = opening();
    await edge.adapter().open(discussion, call);
    expect(edge.sent[0]?.parameters).to.deep.equal({ discussion: '42', url: discussion.url, limit: '1' });
  });

  it('is not repeated by later lists, which request only a page', async () => {
    const { edge, adapter } = await openedAdapter({ 'GET /comments': () => json(sample('CommentPage')) });
    expect(await adapter.list(query(), call)).to.deep.equal(sample('CommentPage'));
    await adapter.list(query({ sort: 'top', cursor: 'p2', limit: 10 }), call);
    await adapter.list(query({ parentId: 'a', cursor: 'r1' }), call);
    expect(edge.sent.map(({ what, parameters }) => [what, parameters])).to.deep.equal([
      ['GET /comments', { discussion: '42', sort: 'oldest', limit: '25' }],
      ['GET /comments', { discussion: '42', sort: 'top', limit: '10', cursor: 'p2' }],
      ['GET /comments', { discussion: '42', sort: 'oldest', limit: '25', cursor: 'r1', parent: 'a' }],
    ]);
  });

  it('shares no request with another discussion, with replies, with a filter or with another order', async () => {
    const edge = opening();
    edge.handlers.set('GET /comments', () => json(sample('CommentPage')));
    const adapter = edge.adapter();
    await Promise.all([
      adapter.open(discussion, call),
      adapter.list(query({ parentId: 'a' }), call),
      adapter.list(query({ discussion: { key: '43', url: '' } }), call),
      adapter.list(query(), call),
      adapter.list(query({ sort: 'newest' }), call),
      adapter.list(query({ sortOption: 'replies' }), call),
      adapter.list(query({ filter: 'featured' }), call),
    ]);
    expect(edge.whats.filter((what) => what === 'GET /discussion')).to.have.length(1);
    expect(edge.whats.filter((what) => what === 'GET /comments')).to.have.length(5);
    expect(edge.sent.map(({ parameters }) => parameters.sort)).to.include('replies');
    expect(edge.sent.map(({ parameters }) => parameters.filter)).to.include('featured');
  });

  it('continues while one of its callers still waits, and is aborted with the last', async () => {
    const edge = new HttpEdge({ 'GET /discussion': () => undefined });
    const adapter = edge.adapter();
    const [one, other] = [abortableCall(), abortableCall()];
    const [info, page] = [adapter.open(discussion, one.call), adapter.list(query(), other.call)].map((pending) =>
      pending.catch((reason: unknown) => reason),
    );
    await Promise.resolve();
    await Promise.resolve();
    one.abort();
    expect(await info).to.equal(one.reason);
    expect(edge.sent[0]?.signal.aborted).to.equal(false);
    other.abort();
    expect(await page).to.equal(other.reason);
    expect(edge.sent[0]?.signal.aborted).to.equal(true);
  });

  it('starts over for a call that follows an abort in the same turn', async () => {
    const edge = opening();
    const adapter = edge.adapter();
    const aborted = abortableCall();
    const before = [adapter.open(discussion, aborted.call), adapter.list(query(), aborted.call)].map((pending) =>
      pending.catch((reason: unknown) => reason),
    );
    aborted.abort();
    const [info, page] = await Promise.all([adapter.open(discussion, call), adapter.list(query(), call)]);
    expect(await Promise.all(before)).to.deep.equal([aborted.reason, aborted.reason]);
    expect([info.state, page.items.length]).to.deep.equal(['open', 2]);
  });

  it('sends nothing for a call that is already aborted', async () => {
    const edge = opening();
    const aborted = abortableCall();
    aborted.abort();
    for (const pending of [edge.adapter().open(discussion, aborted.call), edge.adapter().list(query(), aborted.call)])
      expect(await pending.catch((reason: unknown) => reason)).to.equal(aborted.reason);
    expect(edge.sent).to.deep.equal([]);
  });

  it('fails with the same error for open and list', async () => {
    const edge = new HttpEdge({ 'GET /discussion': () => problem('unavailable', 503, { detail: 'Back at noon.' }) });
    const adapter = edge.adapter();
    const [info, page] = [adapter.open(discussion, call), adapter.list(query(), call)];
    const error = await failure(info, 'unavailable');
    expect(error.message).to.equal('Back at noon.');
    expect(error.info.audience, 'a message for readers').to.equal(undefined);
    await failure(page, 'unavailable');
    expect(edge.sent).to.have.length(1);
  });

  it("reads the backend's clock from Date, plus Age", async () => {
    const at = async (headers: Record<string, string>) => {
      const edge = new HttpEdge({ 'GET /discussion': () => json(sample('OpenedDiscussion'), { headers }) });
      return (await edge.adapter().open(discussion, call)).now;
    };
    expect(await at({ date: 'Fri, 07 Jun 2013 10:54:00 GMT', age: '30' })).to.equal('2013-06-07T10:54:30.000Z');
    expect(await at({ date: 'Fri, 07 Jun 2013 10:54:00 GMT' })).to.equal('2013-06-07T10:54:00.000Z');
    expect(await at({ date: 'soon' })).to.equal(undefined);
    expect(await at({})).to.equal(undefined);
  });

  it('lists more comments than one request allows', async () => {
    const all = comments(230);
    const edge = opening();
    edge.handlers.set('GET /comments', ({ parameters }) => {
      const start = Number(parameters.cursor ?? 0);
      const end = start + Math.min(Number(parameters.limit), 100);
      return json({ items: all.slice(start, end), ...(end < all.length && { next: String(end) }) });
    });
    const page = await edge.adapter().list(query({ limit: 210 }), call);
    expect(page.items).to.have.length(210);
    expect(new Set(idsOf(page.items)).size).to.equal(210);
    expect(page.next).to.equal('210');
    expect(edge.sent.map(({ parameters }) => parameters.limit)).to.deep.equal(['100', '100', '10']);
  });
});

describe('the offers of a backend over http', () => {
  const METHODS =
    'get source edit remove restore vote report withdrawReport pin setClosed counts subscribe signIn signOut'.split(
      ' ',
    );
  const methodsOf = (adapter: object): readonly string[] => METHODS.filter((name) => name in adapter);
  const offering = (...offers: (object | undefined)[]) => {
    const responses = offers.map((one) => json({ ...sample('OpenedDiscussion', 1), ...(one && { offers: one }) }));
    return new HttpEdge({ 'GET /discussion': () => responses.shift()! }).adapter();
  };

  it('offers the required methods, counts and every order before the first response of the backend', () => {
    const adapter = offering();
    expect(methodsOf(adapter)).to.deep.equal(['counts']);
    expect(adapter).to.include.keys('open', 'list', 'submit');
    expect(adapter.features).to.deep.equal({ sorts: ['oldest', 'newest', 'top'], idempotency: 'key' });
  });

  it('has exactly the optional methods that the backend offers', async () => {
    const { adapter } = await openedAdapter();
    expect(methodsOf(adapter)).to.deep.equal(METHODS);
    for (const [operations, methods] of [
      [['vote', 'constructor', 'toString', 'sail'], ['vote']],
      [
        ['getSource', 'editComment'],
        ['source', 'edit'],
      ],
      [[], []],
    ] as const) {
      const few = offering({ operations });
      await few.open(discussion, call);
      expect(methodsOf(few)).to.deep.equal(methods);
      expect(few).to.include.keys('open', 'list', 'submit');
    }
    const none = offering(undefined);
    await none.open(discussion, call);
    expect(methodsOf(none)).to.deep.equal([]);
  });

  it('has the features that the backend offers, and ignores invalid ones', async () => {
    const { adapter } = await openedAdapter();
    const {
      operations: _operations,
      signIn: _signIn,
      ...features
    } = sample('OpenedDiscussion').offers as Record<string, unknown>;
    expect(adapter.features).to.deep.equal({ ...features, idempotency: 'key' });
    const plain = offering(undefined);
    await plain.open(discussion, call);
    expect(plain.features).to.deep.equal({ sorts: ['oldest'], idempotency: 'key' });
    const liking = offering({
      operations: ['vote'],
      sorts: ['hottest', 'top', { id: 'replies', label: 'Most replies' }, { id: 'mood' }],
      nesting: 'spiral',
      maxDepth: -1,
      pollEvery: '5',
    });
    await liking.open(discussion, call);
    expect(liking.features).to.deep.equal({
      sorts: ['top', { id: 'replies', label: 'Most replies' }],
      idempotency: 'key',
    });
  });

  it('may change with the viewer, and only then replace the features', async () => {
    const adapter = offering({ operations: ['vote'] }, { operations: ['vote'] }, { operations: [] });
    await adapter.open(discussion, call);
    const { features } = adapter;
    await adapter.open(discussion, call);
    expect(adapter.features).to.equal(features);
    await adapter.open(discussion, call);
    expect(adapter.features).not.to.equal(features);
    expect(methodsOf(adapter)).to.deep.equal([]);
  });

  it('redirects to the sign-in page of the backend, with the URL to return to, but not to a script', async () => {
    const { adapter } = await openedAdapter();
    expect(await adapter.signIn(call)).to.deep.equal({
      redirect: `https://backend.example/sign-in?to=${encodeURIComponent(location.href)}`,
    });
    const returnUrl = 'https://paper.example/pier#comment-7';
    expect(await adapter.signIn({ ...call, returnUrl })).to.deep.equal({
      redirect: `https://backend.example/sign-in?to=${encodeURIComponent(returnUrl)}`,
    });
    const hostile = offering({ signIn: { href: 'javascript:alert(1)' } });
    await hostile.open(discussion, call);
    expect(methodsOf(hostile)).to.deep.equal([]);
  });
});

describe('a response over http', () => {
  const listing = async (body: unknown) => {
    const edge = new HttpEdge({ 'GET /comments': () => json(body) });
    return edge.adapter().list(query(), call);
  };

  /** As the section and headless callers list it. */
  const checkedListing = async (body: unknown) => {
    const notes: string[] = [];
    const edge = new HttpEdge({ 'GET /comments': () => json(body) });
    const adapter = checkedAdapter(edge.adapter(), { note: (note) => notes.push(note) });
    return { page: await adapter.list(query(), call), notes };
  };
  const one = async (fields: object) =>
    (await checkedListing({ items: [{ ...comment('a'), ...fields }] })).page.items[0]!;

  it('is passed on as it was sent, without members that are null', async () => {
    const items = [{ ...comment('a'), parentId: null, editedAt: null, likes: 5, author: { name: 'Ada', url: null } }];
    expect(await listing({ items, next: null })).to.deep.equal({
      items: [{ ...comment('a'), likes: 5, author: { name: 'Ada' } }],
    });
  });

  it('has the most cautious status and state in place of a word that it does not know', async () => {
    const items = [{ ...comment('a'), status: 'sponsored' }];
    expect((await listing({ items })).items[0]?.status).to.equal('hidden');
    const { page, notes } = await checkedListing({ items });
    expect(page.items[0]?.status).to.equal('hidden');
    expect(notes, 'a later version of the contract may have it').to.deep.equal([]);
    const edge = new HttpEdge({
      'GET /discussion': () => json({ discussion: { state: 'paused' }, page: { items: [] } }),
    });
    expect(await edge.adapter().open(discussion, call)).to.deep.equal({ state: 'disabled' });
  });

  for (const [what, fields, place] of [
    ['without an id', { id: undefined }, 'items[0].id is missing, not a non-empty string'],
    ['without a body', { body: undefined }, 'items[0].body is missing'],
    ['with half a body', { body: { format: 'text' } }, 'items[0].body.value is missing'],
  ] as const) {
    it(`is rejected on its way to the section if its only comment is ${what}`, async () => {
      const notes: string[] = [];
      const edge = new HttpEdge({ 'GET /comments': () => json({ items: [{ ...comment('a'), ...fields }] }) });
      const adapter = checkedAdapter(edge.adapter(), { note: (note) => notes.push(note) });
      await failure(adapter.list(query(), call), 'bad-response');
      expect(notes.join('\n')).to.contain(`list().${place}`);
    });
  }

  for (const [what, fields, place, found] of [
    ['a number as its id', { id: 7 }, 'id is 7', { id: '7' }],
    ['no time', { createdAt: undefined }, 'createdAt is ""', { createdAt: '' }],
    ['a time without a zone', { createdAt: '2013-06-07T10:54:00' }, 'not a time such as', undefined],
    ['a thirteenth month', { createdAt: '2013-13-07T10:54:00Z' }, 'not a time such as', { createdAt: '' }],
    ['an invalid parent', { parentId: 7 }, 'parentId is 7', { parentId: '7' }],
    ['an invalid cursor', { replies: { next: 7 } }, 'replies.next is 7', { replies: { next: '7' } }],
  ] as const) {
    it(`is repaired on its way to the section if a comment has ${what}`, async () => {
      const { page, notes } = await checkedListing({ items: [{ ...comment('a'), ...fields }] });
      expect(page.items).to.have.length(1);
      if (found) expect(page.items[0]).to.deep.include(found);
      expect(notes.join('\n')).to.contain('list().items[0].').and.to.contain(place);
    });
  }

  it('is rejected if it is no object', async () => {
    for (const body of [null, [], [1, 2, 3], 5, 'text'])
      expect((await failure(listing(body), 'bad-response')).message).to.equal('GET /comments returned no object');
  });

  it('is rejected on its way to the section if the list is not an array', async () => {
    for (const body of [null, [], 5, {}, { items: null }, { items: { length: 1 } }])
      await failure(
        checkedListing(body).then(({ page }) => page),
        'bad-response',
      );
    expect((await checkedListing({ items: [], next: 3 })).page.next).to.equal('3');
    for (const body of [
      null,
      [],
      { page: { items: [] } },
      { discussion: {}, page: { items: [] } },
      { discussion: { state: 5 }, page: { items: [] } },
    ]) {
      const edge = new HttpEdge({ 'GET /discussion': () => json(body) });
      await failure(checkedAdapter(edge.adapter(), { note: () => undefined }).open(discussion, call), 'bad-response');
    }
  });

  it('is repaired for both callers that share it', async () => {
    const notes: string[] = [];
    const edge = new HttpEdge({
      'GET /discussion': () =>
        json({
          discussion: { state: 'open', posting: { min: 'two' } },
          page: { items: [{ ...comment('a'), pinned: 'no' }] },
        }),
    });
    const adapter = checkedAdapter(edge.adapter(), { note: (note) => notes.push(note) });
    const [info, page] = await Promise.all([adapter.open(discussion, call), adapter.list(query(), call)]);
    expect([info.posting, page.items]).to.deep.equal([{}, [comment('a')]]);
    expect(notes).to.deep.equal([
      'open().posting.min is "two", not an integer of at least 0',
      'list().items[0].pinned is "no", not true or false',
    ]);
    expect(edge.whats).to.deep.equal(['GET /discussion']);
  });

  it('keeps the features of an earlier response if it is no discussion', async () => {
    const responses = [json(sample('OpenedDiscussion')), json({ error: 'overloaded' })];
    const adapter = new HttpEdge({ 'GET /discussion': () => responses.shift()! }).adapter();
    await adapter.open(discussion, call);
    const { features } = adapter;
    const error = await failure(adapter.open(discussion, call), 'bad-response');
    expect(error.message).to.equal('GET /discussion › discussion is missing');
    expect(adapter.features).to.equal(features);
    expect(adapter).to.include.keys('vote', 'edit');
  });

  it('is checked without its invalid optional members', async () => {
    const wrong = {
      author: {
        id: 7,
        name: 'Ada',
        badges: ['staff', 'king', 5, { id: 'fan', label: 'Fan' }, { id: 'x' }],
        url: {},
        avatar: [],
      },
      replyTo: { id: 'x' },
      editedAt: 'yesterday',
      editableUntil: 12,
      permalink: 1,
      votes: { up: -1, down: 1.5, score: -3, mine: 2 },
      can: { edit: 'yes', reply: true },
      pinned: 'no',
      sponsored: true,
    };
    expect(await one(wrong)).to.deep.equal({
      ...comment('a'),
      author: { id: '7', name: 'Ada', badges: ['staff', { id: 'fan', label: 'Fan' }] },
      votes: { score: -3 },
      can: { reply: true },
    });
    expect((await one({ author: { url: 'https://example.com' } })).author).to.deep.equal({
      name: '',
      url: 'https://example.com',
    });
    const { page } = await checkedListing({ items: [], total: -1, truncated: 1 });
    expect(page).to.deep.equal({ items: [] });
  });

  for (const [what, response, excerpt] of [
    ['a page', () => new Response('<!doctype html>', { headers: { 'content-type': 'text/html' } }), 'text/html'],
    ['truncated', () => new Response('{"items":[', { headers: { 'content-type': 'application/json' } }), '{"items":['],
    ['empty', () => new Response('', { headers: { 'content-type': 'application/json' } }), '""'],
    ['without a content type', () => new Response(new Blob(['{"items":[]}'])), 'no content type'],
    ['without content', () => new Response(null, { status: 204 }), 'no content type'],
  ] as const) {
    it(`is rejected if it is ${what}`, async () => {
      const edge = new HttpEdge({ 'GET /comments': response });
      expect((await failure(edge.adapter().list(query(), call), 'bad-response')).message)
        .to.contain('GET /comments')
        .and.to.contain(excerpt);
    });
  }
});
