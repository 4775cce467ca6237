import { expect } from 'chai';
import type { TokenCall } from '../../../src/adapters/http.js';
import {
  AdapterError,
  type CommentsAdapter,
  type DiscussionRef,
  type ErrorKind,
  type ReportNotice,
} from '../../../src/model/adapter.js';
import { checkedAdapter } from '../../../src/model/contract/checked-adapter.js';
import { mayBeStored } from '../../../src/model/outcome.js';
import { held } from '../../support/fake-backend.js';
import { FakeClock } from '../../support/fake-clock.js';
import { nextTask } from '../../support/next-task.js';
import { HttpEdge, json, abortableCall, openBody, openedAdapter, problem, sample } from '../../support/http-edge.js';
import { call, comment, discussion, draft, failure } from '../../support/adapter-fixture.js';

/** Expects an `AdapterError` of this kind. Its message may be empty if the section has a message of its own. */
async function failed(pending: Promise<unknown>, kind: ErrorKind): Promise<AdapterError> {
  const thrown = await pending.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  expect(thrown).to.be.instanceOf(AdapterError);
  expect((thrown as AdapterError).kind).to.equal(kind);
  return thrown as AdapterError;
}

describe('a write over http', () => {
  const uuid = '5f0c2c4e-6f0b-4d38-9f52-3a1f3f6d9a11';
  const notice: ReportNotice = {
    explanation: 'It calls for violence.',
    law: '§ 111 StGB',
    urls: ['https://example.com/articles/42#comment-c'],
    name: 'Ada Okafor',
    email: 'ada@example.com',
    goodFaith: true,
  };
  type All = Required<CommentsAdapter>;

  for (const [what, write, sent, body, respond, result] of [
    [
      'posts',
      (it: All) =>
        it.submit(
          draft({ submitKey: uuid, discussion: { ...discussion, title: 'x'.repeat(600) }, confirm: 'yes' }),
          call,
        ),
      'POST /comments',
      {
        discussion: { ...discussion, title: 'x'.repeat(500) },
        parentId: null,
        body: 'A new comment',
        submitKey: uuid,
        confirm: 'yes',
      },
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
      'sends a notice of illegal content',
      (it: All) => it.report(discussion, { id: 'c', reason: 'illegal', key: uuid, notice }, call),
      'PUT /comments/c/report',
      { reason: 'illegal', key: uuid, notice },
      () => json(sample('ReportReceipt', 2)),
      sample('ReportReceipt', 2),
    ],
    [
      'withdraws a report',
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
    [
      'signs out',
      (it: All) => it.signOut(call),
      'DELETE /session',
      undefined,
      () => new Response(null, { status: 204 }),
      undefined,
    ],
  ] as const) {
    for (const [from, status, page] of [
      ['without a body', 404, null],
      ['with a page of a proxy', 404, '<h1>Not found</h1>'],
      ['with a page of a proxy', 502, '<h1>Bad gateway</h1>'],
    ] as const)
      it(`fails if a ${status} ${from} answers what ${what}, without advice about the set-up`, async () => {
        const headers = { 'content-type': 'text/html' };
        const { adapter } = await openedAdapter({ [sent]: () => new Response(page, { status, headers }) });
        const error = await failed(write(adapter), status === 404 ? 'bad-response' : 'unavailable');
        expect(error.message).to.contain(String(status)).and.not.contain('src');
        expect(error.info.audience).to.equal('support');
      });

    it(`follows the contract when it ${what}`, async () => {
      const { edge, adapter } = await openedAdapter({ [sent]: respond });
      expect(await write(adapter)).to.deep.equal(result);
      expect(edge.whats).to.deep.equal([sent]);
      const { body: written, init, parameters } = edge.sent[0]!;
      expect(written).to.deep.equal(body);
      expect(init.headers['content-type']).to.equal(body && 'application/json');
      expect(init.credentials).to.equal('include');
      if (/\/c\b|closed/.test(sent)) expect(parameters).to.deep.equal({ discussion: '42' });
    });
  }

  it('does not split a character when it cuts a long title or address', async () => {
    const { edge, adapter } = await openedAdapter({
      'POST /comments': () => json(sample('SubmitResult'), { status: 201 }),
    });
    const title = `${'x'.repeat(499)}😀 and more`;
    const url = `${'https://example.com/'.padEnd(1999, 'x')}😀`;
    await adapter.submit(draft({ submitKey: uuid, discussion: { ...discussion, title, url } }), call);
    const { discussion: sent } = edge.sent[0]!.body as { discussion: DiscussionRef };
    expect(sent).to.include({ title: title.slice(0, 499), url: url.slice(0, 1999) });
  });

  it('reads a single comment and its source', async () => {
    const { edge, adapter } = await openedAdapter({
      'GET /comments/c': () => json(sample('Comment')),
      'GET /comments/c/source': () => json({ source: '*Third.*' }),
    });
    expect(await adapter.get(discussion, 'c', call)).to.deep.equal(sample('Comment'));
    expect(await adapter.source(discussion, 'c', call)).to.equal('*Third.*');
    expect(edge.sent[1]?.parameters).to.deep.equal({ discussion: '42' });
  });

  it('encodes any id, and refuses those that would change the path', async () => {
    const { edge, adapter } = await openedAdapter();
    for (const id of ['a/b?c#d %', 'at://did:plc:x/y', 'ä+', '...'])
      await failed(adapter.get(discussion, id, call), 'not-found');
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

  for (const [what, respond, kind, stored] of [
    ['is refused', () => problem('too-long', 413), 'too-long', 'no'],
    ['is refused by a proxy', () => new Response('<h1>', { status: 403 }), 'forbidden', 'no'],
    ['times out at a proxy', () => new Response('', { status: 408 }), 'timeout', 'maybe'],
    ['fails at the backend', () => new Response('oops', { status: 500 }), 'unavailable', 'maybe'],
    [
      'fails at the backend, which reports that nothing was stored',
      () => problem('unavailable', 503, { stored: 'no' }),
      'unavailable',
      'no',
    ],
    [
      'gets a truncated response',
      () => new Response('{"outcome":"publ', { headers: { 'content-type': 'application/json' } }),
      'bad-response',
      'maybe',
    ],
    [
      'gets a web page',
      () => new Response('<html>', { headers: { 'content-type': 'text/html' } }),
      'bad-response',
      'maybe',
    ],
    ['fails on the network', () => new TypeError('Failed to fetch'), 'network', 'maybe'],
  ] as const) {
    it(`sends a write only once if it ${what}, and fails with stored: ${stored}`, async () => {
      const { edge, adapter } = await openedAdapter({ 'POST /comments': respond });
      const error = await failed(adapter.submit(draft(), call), kind);
      expect(error.info.stored).to.equal(stored);
      expect(edge.whats).to.deep.equal(['POST /comments']);
    });
  }

  it('fails on its way to the section, once and without a claim about what is stored, if the response has no outcome', async () => {
    const { edge, adapter } = await openedAdapter({ 'POST /comments': () => json({}) });
    const checked = checkedAdapter(adapter, { note: () => undefined });
    const error = await failed(checked.submit(draft(), call), 'bad-response');
    // Of this kind, a write may have been stored.
    expect(error.info.stored).to.equal(undefined);
    expect(mayBeStored(error)).to.equal(true);
    expect(edge.whats).to.deep.equal(['POST /comments']);
  });

  it('succeeds for the section even if the comment in the response is invalid', async () => {
    const { adapter } = await openedAdapter({
      'POST /comments': () => json({ outcome: 'published', comment: { id: 1 } }),
    });
    const checked = checkedAdapter(adapter, { note: () => undefined });
    expect(await checked.submit(draft(), call)).to.deep.equal({ outcome: 'published' });
  });

  for (const [what, write, sent, body, result] of [
    [
      'an edit',
      (it: All) => it.edit(discussion, { id: 'c', body: 'New' }, call),
      'PATCH /comments/c',
      { ...comment('c'), pinned: 'no' },
      comment('c'),
    ],
    [
      'a vote',
      (it: All) => it.vote(discussion, { id: 'c', value: 1 }, call),
      'PUT /comments/c/vote',
      { up: 'two', mine: 1 },
      { mine: 1 },
    ],
    [
      'a report',
      (it: All) => it.report(discussion, { id: 'c', reason: 'spam' }, call),
      'PUT /comments/c/report',
      { reference: 'R1', receivedAt: 'now' },
      { reference: 'R1' },
    ],
    [
      'closing',
      (it: All) => it.setClosed(discussion, true, call),
      'PUT /discussion/closed',
      { state: 'closed', closedAt: 'now' },
      { state: 'closed' },
    ],
  ] as const)
    it(`leaves out wrong members of the response to ${what} on its way to the section`, async () => {
      const { adapter } = await openedAdapter({ [sent]: () => json(body) });
      const notes: string[] = [];
      const checked = checkedAdapter(adapter, { note: (note) => notes.push(note) }) as All;
      expect(await write(checked)).to.deep.equal(result);
      expect(notes).to.have.length(1);
    });

  it('reports that a write may be stored if its response breaks off in the middle', async () => {
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
  const list = async (response: Response) => {
    const edge = new HttpEdge({ 'GET /comments': () => response });
    return edge.adapter().list({ discussion, sort: 'oldest', limit: 25 }, call);
  };

  it('passes on the details that the backend sends', async () => {
    const { detail, code, field } = sample('Problem') as Record<string, string>;
    const error = await failed(
      list(json(sample('Problem'), { status: 429, headers: { 'retry-after': '17' } })),
      'rate-limited',
    );
    expect(error.message).to.equal(detail);
    expect(error.info).to.deep.include({ code, field, retryAfter: 17 });
    for (const index of [1, 2]) {
      const challenge = (await failed(list(json(sample('Problem', index), { status: 428 })), 'confirm')).info.challenge;
      expect(JSON.parse(JSON.stringify(challenge))).to.deep.equal(sample('Problem', index).challenge);
    }
  });

  it('omits invalid members of the problem', async () => {
    const wrong = { detail: 5, field: 'beard', code: {}, challenge: { type: 'duel' } };
    const error = await failed(list(problem('confirm', 428, wrong, { 'retry-after': 'later' })), 'confirm');
    expect(error.message).to.equal('');
    const { cause: _cause, ...info } = error.info;
    expect(JSON.parse(JSON.stringify(info))).to.deep.equal({ code: '428' });
    const tracking = { challenge: { type: 'captcha', image: 'https://tracker.example/pixel.gif', question: 'Who?' } };
    expect(
      JSON.parse(JSON.stringify((await failed(list(problem('confirm', 428, tracking)), 'confirm')).info.challenge)),
    ).to.deep.equal({
      type: 'captcha',
      question: 'Who?',
    });
  });

  it('reads a date in Retry-After by the clock of the backend', async () => {
    const headers = { date: 'Fri, 07 Jun 2013 10:54:00 GMT', 'retry-after': 'Fri, 07 Jun 2013 10:55:30 GMT' };
    expect((await failed(list(problem('unavailable', 503, {}, headers)), 'unavailable')).info.retryAfter).to.equal(90);
    const past = { date: 'Fri, 07 Jun 2013 10:54:00 GMT', 'retry-after': 'Fri, 07 Jun 2013 10:53:00 GMT' };
    expect((await failed(list(problem('unavailable', 503, {}, past)), 'unavailable')).info.retryAfter).to.equal(
      undefined,
    );
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
    it(`fails as ${kind} on the status ${status} with a problem of unknown type`, async () => {
      const error = await failed(list(problem('struck-by-lightning', status)), kind);
      // The section has its own message for all kinds but these two, which it shows with the message of the error.
      expect(error.message === '').to.equal(!['unavailable', 'bad-response'].includes(kind));
      await failed(list(json({ error: 'x' }, { status })), kind);
    });
  }

  it('fails as unavailable from 500 on, and as a bad response at 404, without a problem document', async () => {
    for (const status of [500, 501, 502, 503, 504])
      await failure(list(new Response('<h1>', { status })), 'unavailable', { audience: 'support' });
    expect((await failure(list(new Response('<h1>', { status: 404 })), 'bad-response')).message).to.contain('404');
    await failure(list(Response.error()), 'bad-response');
  });

  it('distinguishes a failure of the network from one of the backend', async () => {
    const edge = new HttpEdge({ 'GET /comments': () => new TypeError('Failed to fetch') });
    const error = await failure(edge.adapter().list({ discussion, sort: 'oldest', limit: 25 }, call), 'network');
    expect(error.info.cause).to.be.instanceOf(TypeError);
  });
});

describe('the time limit over http', () => {
  let time: FakeClock;
  beforeEach(() => {
    time = FakeClock.installAt('2013-06-07T10:54:00Z');
  });
  afterEach(() => time.uninstall());
  const settledBy = async (pending: Promise<unknown>, before: number): Promise<void> => {
    let isSettled = false;
    const settle = (): void => {
      isSettled = true;
    };
    pending.then(settle, settle);
    while (time.waiting === 0) await nextTask();
    await time.advance(before - 1);
    expect(isSettled, `after ${before - 1} ms`).to.equal(false);
    await time.advance(1);
    expect(isSettled, `after ${before} ms`).to.equal(true);
  };

  it('is 15 seconds for reads and 30 for writes', async () => {
    const { edge, adapter } = await openedAdapter({
      'GET /comments': () => undefined,
      'POST /comments': () => undefined,
    });
    const reading = adapter.list({ discussion, sort: 'oldest', limit: 25 }, call);
    await settledBy(reading, 15_000);
    expect((await failed(reading, 'timeout')).info.stored).to.equal(undefined);
    const writing = adapter.submit(draft(), call);
    await settledBy(writing, 30_000);
    expect((await failed(writing, 'timeout')).info.stored).to.equal('maybe');
    expect(edge.sent.every(({ signal }) => signal.aborted)).to.equal(true);
    expect(time.waiting).to.equal(0);
  });

  it('can be set by the page, and includes the response body', async () => {
    const open = openBody();
    const { adapter } = await openedAdapter(
      { 'GET /comments': () => new Response(open.body, { headers: { 'content-type': 'application/json' } }) },
      { timeout: { read: 500 } },
    );
    const reading = adapter.list({ discussion, sort: 'oldest', limit: 25 }, call);
    open.write('{"items":');
    await settledBy(reading, 500);
    await failed(reading, 'timeout');
    expect([open.isCancelled, time.waiting]).to.deep.equal([true, 0]);
  });

  it('ends at once on an abort, even if the custom fetch ignores its signal', async () => {
    const ignoring = held<Response>();
    const open = openBody();
    const edge = new HttpEdge();
    const adapter = edge.adapter({ fetch: () => ignoring.promise });
    const aborted = abortableCall();
    const reading = adapter
      .list({ discussion, sort: 'oldest', limit: 25 }, aborted.call)
      .catch((reason: unknown) => reason);
    await nextTask();
    aborted.abort();
    expect(await reading).to.equal(aborted.reason);
    expect(time.waiting).to.equal(0);
    ignoring.release(new Response(open.body));
    await nextTask();
    expect(open.isCancelled).to.equal(true);
  });

  it('includes the wait for a token, when nothing can have been stored yet', async () => {
    const edge = new HttpEdge();
    const posting = edge.adapter({ token: () => new Promise(() => undefined) }).submit(draft(), call);
    await settledBy(posting, 30_000);
    expect((await failed(posting, 'timeout')).info.stored).to.equal('no');
    expect(edge.sent).to.deep.equal([]);
  });

  it('leaves no timer behind a response, a failure or an abort', async () => {
    const { adapter } = await openedAdapter({
      'GET /comments': () => json({ items: [] }),
      'POST /comments': () => undefined,
    });
    await adapter.list({ discussion, sort: 'oldest', limit: 25 }, call);
    await failed(adapter.get(discussion, 'nobody', call), 'not-found');
    const aborted = abortableCall();
    const posting = adapter.submit(draft(), aborted.call).catch((reason: unknown) => reason);
    await nextTask();
    aborted.abort();
    expect(await posting).to.equal(aborted.reason);
    expect(time.waiting).to.equal(0);
  });
});

describe('the token over http', () => {
  /** A page with a current and a fresh token, and a backend that accepts only the valid one. */
  const guarded = (
    valid: string,
    tokens: { readonly current: string; readonly fresh: string | (() => Promise<string>) },
  ) => {
    const calls: TokenCall[] = [];
    let current = tokens.current;
    const edge = new HttpEdge();
    const guard = (respond: () => Response) => (sent: { init: { headers: Readonly<Record<string, string>> } }) =>
      sent.init.headers.authorization === `Bearer ${valid}` ? respond() : problem('session-expired', 401);
    edge.handlers.set(
      'GET /comments',
      guard(() => json({ items: [] })),
    );
    edge.handlers.set(
      'POST /comments',
      guard(() => json({ outcome: 'published' })),
    );
    const adapter = edge.adapter({
      token: async (tokenCall) => {
        calls.push(tokenCall);
        if (tokenCall.refresh) current = typeof tokens.fresh === 'string' ? tokens.fresh : await tokens.fresh();
        return current;
      },
    });
    return {
      adapter,
      edge,
      calls,
      list: () => adapter.list({ discussion, sort: 'oldest', limit: 25, cursor: 'p2' }, call),
    };
  };
  const bearers = (edge: HttpEdge): readonly (string | undefined)[] =>
    edge.sent.map(({ init }) => init.headers.authorization);

  it('is sent, and keeps the response out of the cache', async () => {
    const { edge, list } = guarded('t1', { current: 't1', fresh: 't2' });
    await list();
    expect(bearers(edge)).to.deep.equal(['Bearer t1']);
    expect(edge.sent[0]?.init.cache).to.equal('no-store');
  });

  it('is not sent when empty; cached responses are then revalidated', async () => {
    const edge = new HttpEdge({ 'GET /comments': () => json({ items: [] }) });
    await edge.adapter({ token: () => '' }).list({ discussion, sort: 'oldest', limit: 25 }, call);
    expect(bearers(edge)).to.deep.equal([undefined]);
    expect(edge.sent[0]?.init.cache).to.equal('no-cache');
  });

  it('is refreshed once it has expired, and the request repeated once, even a write', async () => {
    const { edge, adapter, calls } = guarded('t2', { current: 't1', fresh: 't2' });
    expect(await adapter.submit(draft(), call)).to.deep.equal({ outcome: 'published' });
    expect(bearers(edge)).to.deep.equal(['Bearer t1', 'Bearer t2']);
    expect(edge.sent[0]?.body).to.deep.equal(edge.sent[1]?.body);
    expect(calls.map(({ refresh }) => refresh)).to.deep.equal([false, false, true]);
  });

  it('is refreshed once for many requests', async () => {
    const fresh = held<string>();
    const { edge, list, calls } = guarded('t2', { current: 't1', fresh: () => fresh.promise });
    const lists = [list(), list(), list()];
    await nextTask();
    fresh.release('t2');
    await Promise.all(lists);
    expect(calls.filter(({ refresh }) => refresh)).to.have.length(1);
    expect(edge.sent).to.have.length(6);
    await list();
    expect(edge.sent).to.have.length(7);
  });

  it('is not refreshed a second time', async () => {
    const { edge, adapter } = guarded('t3', { current: 't1', fresh: 't2' });
    expect((await failed(adapter.submit(draft(), call), 'session-expired')).info.stored).to.equal('no');
    expect(edge.sent).to.have.length(2);
  });

  it('is not sent again if the page has no fresh token', async () => {
    for (const fresh of ['t1', '']) {
      const { edge, adapter } = guarded('t3', { current: 't1', fresh });
      await failed(adapter.submit(draft(), call), 'session-expired');
      expect(edge.sent).to.have.length(1);
    }
  });

  it('is refreshed once when the viewer has to sign in, and not without a token source', async () => {
    const handlers = { 'GET /comments': () => problem('sign-in-required', 401) };
    const calls: boolean[] = [];
    const token = ({ refresh }: TokenCall): string => (calls.push(refresh), 't1');
    await failed(
      new HttpEdge(handlers).adapter({ token }).list({ discussion, sort: 'oldest', limit: 25 }, call),
      'sign-in-required',
    );
    expect(calls).to.deep.equal([false, false, true]);
    const edge = new HttpEdge({ 'GET /comments': () => problem('session-expired', 401) });
    await failed(edge.adapter().list({ discussion, sort: 'oldest', limit: 25 }, call), 'session-expired');
    expect(edge.sent).to.have.length(1);
  });

  it('is refreshed after a 401 without a reason', async () => {
    let count = 0;
    const edge = new HttpEdge({
      'GET /comments': () => (count++ === 0 ? new Response('', { status: 401 }) : json({ items: [] })),
    });
    await edge
      .adapter({ token: ({ refresh }) => (refresh ? 'fresh' : 'stale') })
      .list({ discussion, sort: 'oldest', limit: 25 }, call);
    expect(bearers(edge)).to.deep.equal(['Bearer stale', 'Bearer fresh']);
  });

  it('may be unavailable, and then nothing has been stored', async () => {
    const edge = new HttpEdge();
    const failing = edge.adapter({ token: () => Promise.reject(new TypeError('Failed to fetch')) });
    expect((await failed(failing.submit(draft(), call), 'network')).info.stored).to.equal('no');
    const rejecting = edge.adapter({
      token: () => Promise.reject(new AdapterError('sign-in-required', 'Who are you?')),
    });
    expect((await failed(rejecting.submit(draft(), call), 'sign-in-required')).message).to.equal('Who are you?');
    const odd = edge.adapter({ token: () => 'two\nlines' });
    expect((await failed(odd.submit(draft(), call), 'invalid')).info.audience).to.equal('developer');
    expect(edge.sent).to.deep.equal([]);
  });

  it('still refreshes the token if one of the calls that wait for it is aborted', async () => {
    const fresh = held<string>();
    const { adapter, list } = guarded('t2', { current: 't1', fresh: () => fresh.promise });
    const aborted = abortableCall();
    const aborting = adapter
      .list({ discussion, sort: 'oldest', limit: 25 }, aborted.call)
      .catch((reason: unknown) => reason);
    const waiting = list();
    await nextTask();
    aborted.abort();
    expect(await aborting).to.equal(aborted.reason);
    fresh.release('t2');
    expect(await waiting).to.deep.equal({ items: [] });
  });
});

describe('counting over http', () => {
  const keysIn = (search: string): readonly string[] => new URLSearchParams(search).getAll('discussion');
  const refs = (keys: readonly string[]) => keys.map((key) => ({ key, url: '' }));

  it('requests many discussions at once, and leaves out unknown counts', async () => {
    const edge = new HttpEdge({ 'GET /counts': () => json({ counts: { a: 3, b: 0, c: '7', d: -1, toString: 5 } }) });
    const counts = await edge.adapter().counts(refs(['a', 'b', 'c', 'd', 'e', 'a']), call);
    expect(keysIn(edge.sent[0]!.url.search)).to.deep.equal(['a', 'b', 'c', 'd', 'e']);
    expect(edge.sent).to.have.length(1);
    expect(['a', 'b', 'c', 'd', 'e'].map((key) => counts.get(key))).to.deep.equal([
      3,
      0,
      undefined,
      undefined,
      undefined,
    ]);
  });

  it('splits long lists into several requests, and sends one after the other', async () => {
    const keys = Array.from(
      { length: 250 },
      (_, index) => `https://example.com/articles/${index}/${'x'.repeat(index % 100)}`,
    );
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
    expect(most).to.equal(1);
    const short = new HttpEdge({ 'GET /counts': () => json({ counts: {} }) });
    await short.adapter().counts(refs(Array.from({ length: 250 }, (_, index) => String(index))), call);
    expect(short.sent.map(({ url }) => keysIn(url.search).length).sort()).to.deep.equal([100, 100, 50]);
  });

  it('fails if one request fails, and sends no more', async () => {
    const edge = new HttpEdge({ 'GET /counts': () => problem('unavailable', 503) });
    await failed(
      edge.adapter().counts(refs(Array.from({ length: 250 }, (_, index) => String(index))), call),
      'unavailable',
    );
    await nextTask();
    expect(edge.sent).to.have.length(1);
    const aborted = abortableCall();
    const counting = new HttpEdge({ 'GET /counts': () => undefined }).adapter().counts(refs(['a']), aborted.call);
    aborted.abort();
    expect(await counting.catch((reason: unknown) => reason)).to.equal(aborted.reason);
  });

  it('sends no request for an empty list of discussions', async () => {
    const edge = new HttpEdge();
    expect((await edge.adapter().counts([], call)).size).to.equal(0);
    expect(edge.sent).to.deep.equal([]);
  });
});
