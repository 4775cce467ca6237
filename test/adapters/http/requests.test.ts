import { expect } from '@open-wc/testing';
import type { TokenCall } from '../../../src/adapters/http.js';
import { AdapterError, type CommentsAdapter, type ErrorKind } from '../../../src/model/adapter.js';
import { held } from '../../support/fake-backend.js';
import { FakeClock } from '../../support/fake-clock.js';
import { nextTask } from '../../support/next-task.js';
import { HttpEdge, json, leavable, openBody, openedAdapter, problem, sample } from '../../support/http-edge.js';
import { call, discussion, draft, failure } from '../../support/adapter-fixture.js';

/** An `AdapterError` of this kind; the message may be empty, where the page has words of its own. */
async function failed(asked: Promise<unknown>, kind: ErrorKind): Promise<AdapterError> {
  const thrown = await asked.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  expect(thrown).to.be.instanceOf(AdapterError);
  expect((thrown as AdapterError).kind).to.equal(kind);
  return thrown as AdapterError;
}

describe('a write over http', () => {
  const uuid = '5f0c2c4e-6f0b-4d38-9f52-3a1f3f6d9a11';
  type All = Required<CommentsAdapter>;

  for (const [what, write, sent, body, answer, result] of [
    [
      'posts',
      (it: All) => it.submit(draft({ submitKey: uuid, discussion: { ...discussion, title: 'x'.repeat(600) }, confirm: 'yes' }), call),
      'POST /comments',
      { discussion: { ...discussion, title: 'x'.repeat(500) }, parentId: null, body: 'A new comment', submitKey: uuid, confirm: 'yes' },
      () => json(sample('SubmitResult'), { status: 201 }),
      sample('SubmitResult'),
    ],
    [
      'edits',
      (it: All) => it.edit(discussion, { id: 'c', body: 'New', revision: '7' }, call),
      'PATCH /comments/c',
      { body: 'New', revision: '7' },
      () => json(sample('Comment')),
      sample('Comment'),
    ],
    [
      'removes',
      (it: All) => it.remove(discussion, 'c', call),
      'DELETE /comments/c',
      undefined,
      () => json({ effect: 'tombstone' }),
      { effect: 'tombstone' },
    ],
    [
      'restores',
      (it: All) => it.restore(discussion, 'c', call),
      'POST /comments/c/restore',
      {},
      () => json(sample('Comment')),
      sample('Comment'),
    ],
    [
      'votes',
      (it: All) => it.vote(discussion, { id: 'c', value: -1 }, call),
      'PUT /comments/c/vote',
      { value: -1 },
      () => json(sample('Votes')),
      sample('Votes'),
    ],
    [
      'reports',
      (it: All) => it.report(discussion, { id: 'c', reason: 'spam', detail: 'Look', revision: '7' }, call),
      'PUT /comments/c/report',
      { reason: 'spam', detail: 'Look', revision: '7' },
      () => json(sample('ReportReceipt')),
      sample('ReportReceipt'),
    ],
    [
      'takes a report back',
      (it: All) => it.withdrawReport(discussion, 'c', call),
      'DELETE /comments/c/report',
      undefined,
      () => new Response(null, { status: 204 }),
      undefined,
    ],
    [
      'pins',
      (it: All) => it.pin(discussion, { id: 'c', pinned: true }, call),
      'PUT /comments/c/pin',
      { pinned: true },
      () => json(sample('Comment')),
      sample('Comment'),
    ],
    [
      'closes',
      (it: All) => it.setClosed(discussion, true, call),
      'PUT /discussion/closed',
      { closed: true },
      () => json(sample('DiscussionInfo'), { headers: { date: 'Fri, 07 Jun 2013 10:54:00 GMT' } }),
      { ...sample('DiscussionInfo'), now: '2013-06-07T10:54:00.000Z' },
    ],
    ['signs out', (it: All) => it.signOut(call), 'DELETE /session', undefined, () => new Response(null, { status: 204 }), undefined],
  ] as const) {
    it(`${what} as the contract says`, async () => {
      const { edge, adapter } = await openedAdapter({ [sent]: answer });
      expect(await write(adapter)).to.deep.equal(result);
      expect(edge.whats).to.deep.equal([sent]);
      const { body: written, init, parameters } = edge.sent[0]!;
      expect(written).to.deep.equal(body);
      expect(init.headers['content-type']).to.equal(body && 'application/json');
      expect(init.credentials).to.equal('include');
      if (/\/c\b|closed/.test(sent)) expect(parameters).to.deep.equal({ discussion: '42' });
    });
  }

  it('reads single comments and what was typed', async () => {
    const { edge, adapter } = await openedAdapter({
      'GET /comments/c': () => json(sample('Comment')),
      'GET /comments/c/source': () => json({ source: '*Third.*' }),
    });
    expect(await adapter.get(discussion, 'c', call)).to.deep.equal(sample('Comment'));
    expect(await adapter.source(discussion, 'c', call)).to.equal('*Third.*');
    expect(edge.sent[1]?.parameters).to.deep.equal({ discussion: '42' });
  });

  it('puts any id into its address, and asks for none that would lead elsewhere', async () => {
    const { edge, adapter } = await openedAdapter();
    for (const id of ['a/b?c#d %', 'at://did:plc:x/y', 'ä+', '...']) await failed(adapter.get(discussion, id, call), 'not-found');
    expect(edge.sent.map(({ url }) => decodeURIComponent(url.pathname))).to.deep.equal([
      '/api/comments/a/b?c#d %',
      '/api/comments/at://did:plc:x/y',
      '/api/comments/ä+',
      '/api/comments/...',
    ]);
    edge.sent.length = 0;
    for (const id of ['.', '..', '']) await failed(adapter.get(discussion, id, call), 'not-found');
    expect(edge.sent).to.deep.equal([]);
    await failed(adapter.get(discussion, 'half \ud800', call), 'not-found');
  });

  for (const [what, answer, kind, stored] of [
    ['is refused', () => problem('too-long', 413), 'too-long', 'no'],
    ['is refused by what stands before the backend', () => new Response('<h1>', { status: 403 }), 'forbidden', 'no'],
    ['took too long for what stands before the backend', () => new Response('', { status: 408 }), 'timeout', 'maybe'],
    ['breaks the backend', () => new Response('oops', { status: 500 }), 'unavailable', 'maybe'],
    ['breaks the backend, which knows better', () => problem('unavailable', 503, { stored: 'no' }), 'unavailable', 'no'],
    [
      'is answered in half',
      () => new Response('{"outcome":"publ', { headers: { 'content-type': 'application/json' } }),
      'bad-response',
      'maybe',
    ],
    ['is answered with no outcome', () => json({}), 'bad-response', 'maybe'],
    ['leads to a page', () => new Response('<html>', { headers: { 'content-type': 'text/html' } }), 'bad-response', 'maybe'],
    ['does not arrive', () => new TypeError('Failed to fetch'), 'network', 'maybe'],
  ] as const) {
    it(`that ${what} says whether it may be stored (${stored}), and is sent once`, async () => {
      const { edge, adapter } = await openedAdapter({ 'POST /comments': answer });
      const error = await failed(adapter.submit(draft(), call), kind);
      expect(error.info.stored).to.equal(stored);
      expect(edge.whats).to.deep.equal(['POST /comments']);
    });
  }

  it('counts as taken although the comment that comes with the answer cannot be read', async () => {
    const { adapter } = await openedAdapter({ 'POST /comments': () => json({ outcome: 'published', comment: { id: 1 } }) });
    expect(await adapter.submit(draft(), call)).to.deep.equal({ outcome: 'published' });
  });

  it('breaks off in the middle of an answer', async () => {
    const { body, write, fail } = openBody();
    const { adapter } = await openedAdapter({
      'POST /comments': () => new Response(body, { headers: { 'content-type': 'application/json' } }),
    });
    const posting = adapter.submit(draft(), call);
    write('{"outcome":');
    await nextTask();
    fail(new TypeError('network error'));
    expect((await failed(posting, 'network')).info.stored).to.equal('maybe');
  });
});

describe('a failure over http', () => {
  const asked = async (response: Response) => {
    const edge = new HttpEdge({ 'GET /comments': () => response });
    return edge.adapter().list({ discussion, sort: 'oldest', limit: 25 }, call);
  };

  it('hands on what the backend says of it', async () => {
    const { detail, code, field } = sample('Problem') as Record<string, string>;
    const error = await failed(asked(json(sample('Problem'), { status: 429, headers: { 'retry-after': '17' } })), 'rate-limited');
    expect(error.message).to.equal(detail);
    expect(error.info).to.deep.include({ code, field, retryAfter: 17 });
    for (const index of [1, 2]) {
      const challenge = (await failed(asked(json(sample('Problem', index), { status: 428 })), 'confirm')).info.challenge;
      expect(JSON.parse(JSON.stringify(challenge))).to.deep.equal(sample('Problem', index).challenge);
    }
  });

  it('leaves out what is wrong in it', async () => {
    const wrong = { detail: 5, field: 'beard', code: {}, challenge: { type: 'duel' } };
    const error = await failed(asked(problem('confirm', 428, wrong, { 'retry-after': 'later' })), 'confirm');
    expect(error.message).to.equal('');
    expect(JSON.parse(JSON.stringify(error.info))).to.deep.equal({});
    const tracking = { challenge: { type: 'captcha', image: 'https://tracker.example/pixel.gif', question: 'Who?' } };
    expect(JSON.parse(JSON.stringify((await failed(asked(problem('confirm', 428, tracking)), 'confirm')).info.challenge))).to.deep.equal({
      type: 'captcha',
      question: 'Who?',
    });
  });

  it('may be tried again after a date, by the clock that wrote it', async () => {
    const headers = { date: 'Fri, 07 Jun 2013 10:54:00 GMT', 'retry-after': 'Fri, 07 Jun 2013 10:55:30 GMT' };
    expect((await failed(asked(problem('unavailable', 503, {}, headers)), 'unavailable')).info.retryAfter).to.equal(90);
    const past = { date: 'Fri, 07 Jun 2013 10:54:00 GMT', 'retry-after': 'Fri, 07 Jun 2013 10:53:00 GMT' };
    expect((await failed(asked(problem('unavailable', 503, {}, past)), 'unavailable')).info.retryAfter).to.equal(undefined);
  });

  for (const [status, kind] of [
    [400, 'invalid'],
    [401, 'sign-in-required'],
    [403, 'forbidden'],
    [404, 'not-found'],
    [409, 'conflict'],
    [410, 'not-found'],
    [413, 'too-long'],
    [422, 'invalid'],
    [428, 'confirm'],
    [429, 'rate-limited'],
    [500, 'unavailable'],
    [501, 'unsupported'],
    [502, 'bad-response'],
    [503, 'unavailable'],
    [504, 'timeout'],
  ] as const) {
    it(`with the status ${status} and a type that is not known is ${kind}`, async () => {
      const error = await failed(asked(problem('struck-by-lightning', status)), kind);
      // These two are shown with what is said of them; readers have words of their own for all others.
      expect(error.message === '').to.equal(!['unavailable', 'bad-response'].includes(kind));
      await failed(asked(json({ error: 'x' }, { status })), kind);
    });
  }

  it('without a word is unavailable from 500 on, and an address without a backend at 404', async () => {
    for (const status of [500, 501, 502, 503, 504]) await failure(asked(new Response('<h1>', { status })), 'unavailable');
    expect((await failure(asked(new Response('<h1>', { status: 404 })), 'bad-response')).message).to.contain('404');
    await failure(asked(Response.error()), 'bad-response');
  });

  it('of the network is told apart from one of the backend', async () => {
    const edge = new HttpEdge({ 'GET /comments': () => new TypeError('Failed to fetch') });
    const error = await failure(edge.adapter().list({ discussion, sort: 'oldest', limit: 25 }, call), 'network');
    expect(error.info.cause).to.be.instanceOf(TypeError);
  });
});

describe('waiting for an answer over http', () => {
  let time: FakeClock;
  // The file that it comes in takes real time.
  before(() => import('../../../src/adapters/http/later.js'));
  beforeEach(() => {
    time = FakeClock.installAt('2013-06-07T10:54:00Z');
  });
  afterEach(() => time.uninstall());
  const settledBy = async (asked: Promise<unknown>, before: number): Promise<void> => {
    let isSettled = false;
    const settle = (): void => {
      isSettled = true;
    };
    asked.then(settle, settle);
    while (time.waiting === 0) await nextTask();
    await time.advance(before - 1);
    expect(isSettled, `after ${before - 1} ms`).to.equal(false);
    await time.advance(1);
    expect(isSettled, `after ${before} ms`).to.equal(true);
  };

  it('ends after 15 seconds for what is read and 30 for what is written', async () => {
    const { edge, adapter } = await openedAdapter({ 'GET /comments': () => undefined, 'POST /comments': () => undefined });
    const reading = adapter.list({ discussion, sort: 'oldest', limit: 25 }, call);
    await settledBy(reading, 15_000);
    expect((await failed(reading, 'timeout')).info.stored).to.equal(undefined);
    const writing = adapter.submit(draft(), call);
    await settledBy(writing, 30_000);
    expect((await failed(writing, 'timeout')).info.stored).to.equal('maybe');
    expect(edge.sent.every(({ signal }) => signal.aborted)).to.equal(true);
    expect(time.waiting).to.equal(0);
  });

  it('ends when the page says, also in the middle of an answer', async () => {
    const open = openBody();
    const { adapter } = await openedAdapter(
      { 'GET /comments': () => new Response(open.body, { headers: { 'content-type': 'application/json' } }) },
      { timeout: { read: 500 } },
    );
    const reading = adapter.list({ discussion, sort: 'oldest', limit: 25 }, call);
    open.write('{"items":');
    await settledBy(reading, 500);
    await failed(reading, 'timeout');
    expect([open.isGivenBack, time.waiting]).to.deep.equal([true, 0]);
  });

  it('ends with whoever waits, at once, although what sends the request does not heed it', async () => {
    const deaf = held<Response>();
    const open = openBody();
    const edge = new HttpEdge();
    const adapter = edge.adapter({ fetch: () => deaf.promise });
    const left = leavable();
    const reading = adapter.list({ discussion, sort: 'oldest', limit: 25 }, left.call).catch((reason: unknown) => reason);
    await nextTask();
    left.leave();
    expect(await reading).to.equal(left.reason);
    expect(time.waiting).to.equal(0);
    deaf.release(new Response(open.body));
    await nextTask();
    expect(open.isGivenBack).to.equal(true);
  });

  it('ends as well where the page does not come up with its token, and then nothing has been stored', async () => {
    const edge = new HttpEdge();
    const posting = edge.adapter({ token: () => new Promise(() => undefined) }).submit(draft(), call);
    await settledBy(posting, 30_000);
    expect((await failed(posting, 'timeout')).info.stored).to.equal('no');
    expect(edge.sent).to.deep.equal([]);
  });

  it('leaves no timer behind an answer, a failure or a way out', async () => {
    const { adapter } = await openedAdapter({ 'GET /comments': () => json({ items: [] }), 'POST /comments': () => undefined });
    await adapter.list({ discussion, sort: 'oldest', limit: 25 }, call);
    await failed(adapter.get(discussion, 'nobody', call), 'not-found');
    const left = leavable();
    const posting = adapter.submit(draft(), left.call).catch((reason: unknown) => reason);
    await nextTask();
    left.leave();
    expect(await posting).to.equal(left.reason);
    expect(time.waiting).to.equal(0);
  });
});

describe('the token of whoever asks over http', () => {
  /** A page whose token a backend takes only if it is the given one. */
  const guarded = (valid: string, tokens: { readonly atHand: string; readonly fresh: string | (() => Promise<string>) }) => {
    const calls: TokenCall[] = [];
    let atHand = tokens.atHand;
    const edge = new HttpEdge();
    const guard = (answer: () => Response) => (sent: { init: { headers: Readonly<Record<string, string>> } }) =>
      sent.init.headers.authorization === `Bearer ${valid}` ? answer() : problem('session-expired', 401);
    edge.answers.set(
      'GET /comments',
      guard(() => json({ items: [] })),
    );
    edge.answers.set(
      'POST /comments',
      guard(() => json({ outcome: 'published' })),
    );
    const adapter = edge.adapter({
      token: async (asked) => {
        calls.push(asked);
        if (asked.refresh === 'now') atHand = typeof tokens.fresh === 'string' ? tokens.fresh : await tokens.fresh();
        return atHand;
      },
    });
    return { adapter, edge, calls, list: () => adapter.list({ discussion, sort: 'oldest', limit: 25, cursor: 'p2' }, call) };
  };
  const bearers = (edge: HttpEdge): readonly (string | undefined)[] => edge.sent.map(({ init }) => init.headers.authorization);

  it('goes along, and keeps the answer out of the cache', async () => {
    const { edge, list } = guarded('t1', { atHand: 't1', fresh: 't2' });
    await list();
    expect(bearers(edge)).to.deep.equal(['Bearer t1']);
    expect(edge.sent[0]?.init.cache).to.equal('no-store');
  });

  it('is not there for nobody, whose stored answers are asked about each time', async () => {
    const edge = new HttpEdge({ 'GET /comments': () => json({ items: [] }) });
    await edge.adapter({ token: () => '' }).list({ discussion, sort: 'oldest', limit: 25 }, call);
    expect(bearers(edge)).to.deep.equal([undefined]);
    expect(edge.sent[0]?.init.cache).to.equal('no-cache');
  });

  it('is asked for anew once it has run out, and the request repeated once, a write as well', async () => {
    const { edge, adapter, calls } = guarded('t2', { atHand: 't1', fresh: 't2' });
    expect(await adapter.submit(draft(), call)).to.deep.equal({ outcome: 'published' });
    expect(bearers(edge)).to.deep.equal(['Bearer t1', 'Bearer t2']);
    expect(edge.sent[0]?.body).to.deep.equal(edge.sent[1]?.body);
    expect(calls.map(({ refresh }) => refresh)).to.deep.equal(['if-needed', 'if-needed', 'now']);
  });

  it('is asked for anew once by many requests', async () => {
    const fresh = held<string>();
    const { edge, list, calls } = guarded('t2', { atHand: 't1', fresh: () => fresh.promise });
    const lists = [list(), list(), list()];
    await nextTask();
    fresh.release('t2');
    await Promise.all(lists);
    expect(calls.filter(({ refresh }) => refresh === 'now')).to.have.length(1);
    expect(edge.sent).to.have.length(6);
    await list();
    expect(edge.sent).to.have.length(7);
  });

  it('fails a second time for good', async () => {
    const { edge, adapter } = guarded('t3', { atHand: 't1', fresh: 't2' });
    expect((await failed(adapter.submit(draft(), call), 'session-expired')).info.stored).to.equal('no');
    expect(edge.sent).to.have.length(2);
  });

  it('is not sent again where there is no other', async () => {
    for (const fresh of ['t1', '']) {
      const { edge, adapter } = guarded('t3', { atHand: 't1', fresh });
      await failed(adapter.submit(draft(), call), 'session-expired');
      expect(edge.sent).to.have.length(1);
    }
  });

  it('is not asked for anew where another sign-in is wanted, nor without a way to get one', async () => {
    const answers = { 'GET /comments': () => problem('sign-in-required', 401) };
    const calls: string[] = [];
    const token = ({ refresh }: TokenCall): string => (calls.push(refresh), 't1');
    await failed(new HttpEdge(answers).adapter({ token }).list({ discussion, sort: 'oldest', limit: 25 }, call), 'sign-in-required');
    expect(calls).to.deep.equal(['if-needed']);
    const edge = new HttpEdge({ 'GET /comments': () => problem('session-expired', 401) });
    await failed(edge.adapter().list({ discussion, sort: 'oldest', limit: 25 }, call), 'session-expired');
    expect(edge.sent).to.have.length(1);
  });

  it('is asked for anew after a 401 that does not say why', async () => {
    let count = 0;
    const edge = new HttpEdge({
      'GET /comments': () => (count++ === 0 ? new Response('', { status: 401 }) : json({ items: [] })),
    });
    await edge.adapter({ token: ({ refresh }) => refresh }).list({ discussion, sort: 'oldest', limit: 25 }, call);
    expect(bearers(edge)).to.deep.equal(['Bearer if-needed', 'Bearer now']);
  });

  it('may fail to come, and then nothing has been stored', async () => {
    const edge = new HttpEdge();
    const failing = edge.adapter({ token: () => Promise.reject(new TypeError('Failed to fetch')) });
    expect((await failed(failing.submit(draft(), call), 'network')).info.stored).to.equal('no');
    const telling = edge.adapter({ token: () => Promise.reject(new AdapterError('sign-in-required', 'Who are you?')) });
    expect((await failed(telling.submit(draft(), call), 'sign-in-required')).message).to.equal('Who are you?');
    const odd = edge.adapter({ token: () => 'two\nlines' });
    await failed(odd.submit(draft(), call), 'sign-in-required');
    expect(edge.sent).to.deep.equal([]);
  });

  it('is waited for by each as long as they like', async () => {
    const fresh = held<string>();
    const { adapter, list } = guarded('t2', { atHand: 't1', fresh: () => fresh.promise });
    const left = leavable();
    const leaving = adapter.list({ discussion, sort: 'oldest', limit: 25 }, left.call).catch((reason: unknown) => reason);
    const staying = list();
    await nextTask();
    left.leave();
    expect(await leaving).to.equal(left.reason);
    fresh.release('t2');
    expect(await staying).to.deep.equal({ items: [] });
  });
});

describe('counting over http', () => {
  const keysIn = (search: string): readonly string[] => new URLSearchParams(search).getAll('discussion');
  const refs = (keys: readonly string[]) => keys.map((key) => ({ key, url: '' }));

  it('asks for many at once, and leaves out what is not known', async () => {
    const edge = new HttpEdge({ 'GET /counts': () => json({ counts: { a: 3, b: 0, c: '7', d: -1, toString: 5 } }) });
    const counts = await edge.adapter().counts(refs(['a', 'b', 'c', 'd', 'e', 'a']), call);
    expect(keysIn(edge.sent[0]!.url.search)).to.deep.equal(['a', 'b', 'c', 'd', 'e']);
    expect(edge.sent).to.have.length(1);
    expect(['a', 'b', 'c', 'd', 'e'].map((key) => counts.get(key))).to.deep.equal([3, 0, undefined, undefined, undefined]);
  });

  it('splits what is too much for one request, and sends a few at a time', async () => {
    const keys = Array.from({ length: 250 }, (_, index) => `https://example.com/articles/${index}/${'x'.repeat(index % 100)}`);
    let atOnce = 0;
    let most = 0;
    const edge = new HttpEdge({
      'GET /counts': async ({ url }) => {
        most = Math.max(most, ++atOnce);
        await nextTask();
        atOnce--;
        return json({ counts: Object.fromEntries(keysIn(url.search).map((key) => [key, key.length])) });
      },
    });
    const counts = await edge.adapter().counts(refs(keys), call);
    expect([...counts].sort()).to.deep.equal(keys.map((key) => [key, key.length]).sort());
    for (const { url } of edge.sent) {
      expect(url.href.length).to.be.at.most(4000);
      expect(keysIn(url.search).length).to.be.at.most(100);
    }
    expect(most).to.be.within(2, 4);
    const short = new HttpEdge({ 'GET /counts': () => json({ counts: {} }) });
    await short.adapter().counts(refs(Array.from({ length: 250 }, (_, index) => String(index))), call);
    expect(short.sent.map(({ url }) => keysIn(url.search).length).sort()).to.deep.equal([100, 100, 50]);
  });

  it('fails as a whole, and ends what is under way', async () => {
    let isFirst = true;
    const edge = new HttpEdge({
      'GET /counts': () => {
        const answer = isFirst ? problem('unavailable', 503) : undefined;
        isFirst = false;
        return answer;
      },
    });
    await failed(edge.adapter().counts(refs(Array.from({ length: 250 }, (_, index) => String(index))), call), 'unavailable');
    await nextTask();
    expect(edge.sent.every(({ signal }) => signal.aborted)).to.equal(true);
    const left = leavable();
    const counting = new HttpEdge({ 'GET /counts': () => undefined }).adapter().counts(refs(['a']), left.call);
    left.leave();
    expect(await counting.catch((reason: unknown) => reason)).to.equal(left.reason);
  });

  it('asks nobody about nothing', async () => {
    const edge = new HttpEdge();
    expect((await edge.adapter().counts([], call)).size).to.equal(0);
    expect(edge.sent).to.deep.equal([]);
  });
});
