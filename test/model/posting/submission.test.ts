import { expect } from 'chai';
import { AdapterError, type Comment, type ErrorKind, type ListQuery } from '../../../src/model/adapter.js';
import { DiscussionStore } from '../../../src/model/discussion/discussion-store.js';
import type { SubmitOutcome } from '../../../src/model/posting/submit-outcome.js';
import { FakeClock } from '../../support/fake-clock.js';
import { nextTask } from '../../support/next-task.js';
import { FakeBackend, failsWith, offline } from '../support/fake-backend.js';
import {
  ada,
  anonymous,
  comment,
  comments,
  discussion,
  elsewhere,
  idsOf,
  isLoaded,
  opened,
  reached,
  writerOf,
} from '../support/fixtures.js';

const draft = { parentId: null, body: 'Hello', submitKey: 'k' };
const mine = comment('mine', { author: ada.author });

const failureOf = (outcome: SubmitOutcome) => {
  if (outcome.type !== 'failed') throw new Error(`Expected a failure, got ${outcome.type}.`);
  return outcome;
};

describe('posting', () => {
  let clock: FakeClock | undefined;
  afterEach(() => {
    clock?.uninstall();
    clock = undefined;
  });

  it('sends one request for a double click', async () => {
    const { backend, store } = await opened();
    const both = [writerOf(store).submit(draft), writerOf(store).submit(draft)];
    (await backend.next('submit')).respond({ outcome: 'published', comment: mine });
    const [one, other] = await Promise.all(both);
    expect(one).to.equal(other);
    expect(backend.count('submit')).to.equal(1);
    expect(idsOf(store.state.posted)).to.deep.equal(['mine']);
  });

  it('sends one request for each submit key', async () => {
    const { backend, store } = await opened({ responses: { submit: { outcome: 'pending' } } });
    await Promise.all([writerOf(store).submit(draft), writerOf(store).submit({ ...draft, submitKey: 'k2' })]);
    expect(backend.count('submit')).to.equal(2);
    expect(idsOf(store.state.posted).sort()).to.deep.equal(['local:k', 'local:k2']);
  });

  it('sends the whole draft, and nothing internal', async () => {
    const { backend, store } = await opened({
      responses: { submit: { outcome: 'published', comment: mine } },
      features: { idempotency: 'key' },
    });
    const guest = { name: 'Ada', email: 'ada@example.com' };
    await writerOf(store).submit({ ...draft, guest, confirm: 'anyway', parentId: 'c1', uncertainSince: 7 });
    expect((await backend.next('submit')).args).to.deep.equal([
      { ...draft, discussion, guest, confirm: 'anyway', parentId: 'c1' },
    ]);
  });

  it('shows the comment while it is in flight, then as the backend stored it', async () => {
    const { backend, store } = await opened({ responses: { list: { items: comments('a'), total: 1 } } });
    const outcome = writerOf(store).submit({ ...draft, guest: { name: 'Ada' } });
    const request = await backend.next('submit');
    expect(store.state.outgoing).to.deep.equal([
      { submitKey: 'k', parentId: null, body: 'Hello', name: 'Ada', delivery: 'sending' },
    ]);
    request.respond({ outcome: 'published', comment: mine });
    expect(await outcome).to.deep.equal({ type: 'published', comment: mine, reason: undefined });
    expect(store.state).to.deep.include({ outgoing: [], posted: [mine], total: 2 });
  });

  it('shows what was typed when the backend does not return the comment', async () => {
    clock = FakeClock.installAt('2013-06-07T15:00:00Z');
    const cases = [
      ['published', 'visible', 2],
      ['pending', 'pending', 1],
      ['invisible', 'visible', 1],
    ] as const;
    for (const [type, status, total] of cases) {
      const { store } = await opened({
        responses: { list: { items: comments('a'), total: 1 }, submit: { outcome: type, reason: 'Held for review.' } },
        features: { input: 'markdown' },
      });
      const outcome = await writerOf(store).submit({ ...draft, guest: { name: 'Ada' } });
      expect(outcome).to.include({ type, reason: 'Held for review.' });
      const [posted] = store.state.posted;
      expect(posted).to.deep.include({
        id: 'local:k',
        status,
        author: { name: 'Ada' },
        body: { format: 'markdown', value: 'Hello' },
        parentId: null,
      });
      expect(posted?.can).to.deep.equal({
        reply: false,
        edit: false,
        remove: false,
        vote: false,
        report: false,
        pin: false,
      });
      expect(posted?.createdAt).to.equal('2013-06-07T15:00:00.000Z');
      expect(store.state.total, type).to.equal(total);
    }
  });

  it('shows the comment once when a list with it precedes the response', async () => {
    const { backend, store } = await opened({ responses: { list: { items: [comment('a'), mine], total: 2 } } });
    const outcome = writerOf(store).submit(draft);
    (await backend.next('submit')).respond({ outcome: 'published', comment: mine });
    await outcome;
    expect(store.state).to.deep.include({ posted: [], total: 2 });
  });

  it('removes a rejected comment and reports the reason', async () => {
    const { store } = await opened({ responses: { submit: { outcome: 'rejected', reason: 'No links.' } } });
    expect(await writerOf(store).submit(draft)).to.deep.equal({ type: 'rejected', reason: 'No links.' });
    expect(store.state).to.deep.include({ outgoing: [], posted: [] });
  });

  it('keeps a failed comment until it is retried or discarded', async () => {
    const { backend, store } = await opened();
    const first = writerOf(store).submit(draft);
    (await backend.next('submit')).fail(offline);
    expect(failureOf(await first)).to.deep.include({ error: offline, uncertain: true });
    expect(store.state.outgoing.map(({ delivery }) => delivery)).to.deep.equal(['failed']);
    const second = writerOf(store).submit({ ...draft, uncertainSince: Date.now() });
    await reached(store, ({ outgoing }) => outgoing[0]?.delivery === 'sending');
    (await backend.next('submit')).fail(new AdapterError('rate-limited'));
    expect(failureOf(await second).uncertain, 'the first attempt is still uncertain').to.equal(true);
    writerOf(store).forget('k');
    expect(store.state.outgoing).to.deep.equal([]);
  });

  it('converts errors that break the contract', async () => {
    const thrown: [unknown, string][] = [
      [new TypeError('Failed to fetch'), 'network'],
      [new DOMException('signal timed out', 'TimeoutError'), 'timeout'],
      [
        Object.assign(new Error('Wait.'), { name: 'AdapterError', kind: 'rate-limited', info: { retryAfter: 5 } }),
        'rate-limited',
      ],
    ];
    const kindOf = async (reason: unknown): Promise<ErrorKind> => {
      const { store } = await opened({ responses: { submit: failsWith(reason) } });
      return failureOf(await writerOf(store).submit(draft)).error.kind;
    };
    for (const [reason, kind] of thrown) expect(await kindOf(reason)).to.equal(kind);
    expect(await kindOf('out of order')).to.equal('unavailable');
  });

  it('is refused without a request while the discussion is closed', async () => {
    const { backend, store } = await opened();
    store.setClosed(true);
    expect(failureOf(await writerOf(store).submit(draft))).to.deep.include({ uncertain: false });
    expect(failureOf(await writerOf(store).submit({ ...draft, uncertainSince: 7 })).uncertain).to.equal(true);
    expect(backend.count('submit')).to.equal(0);
    expect(store.state.outgoing).to.deep.equal([]);
  });

  it('sends the comment while the state of the discussion is unknown', async () => {
    const backend = new FakeBackend({
      responses: { list: { items: [] }, submit: { outcome: 'published', comment: mine } },
    });
    const { store } = await opened();
    store.open(backend.adapter, elsewhere);
    expect((await writerOf(store).submit(draft)).type).to.equal('published');
    expect(store.state.info).to.equal(undefined);
    store.close();
  });
});

describe('a refusal', () => {
  const refused = async (
    kind: 'closed' | 'disabled' | 'sign-in-required' | 'session-expired',
    message = '',
    open: object = { state: 'open' },
  ) => {
    const { backend, store } = await opened({
      responses: { open, submit: failsWith(new AdapterError(kind, message)) },
    });
    const outcome = await writerOf(store).submit(draft);
    expect(failureOf(outcome).error.kind).to.equal(kind);
    expect(store.state.outgoing.filter(({ delivery }) => delivery === 'sending')).to.deep.equal([]);
    return { backend, store };
  };

  it('closes the discussion, with the message of the backend if there is one', async () => {
    expect((await refused('closed', 'Over.')).store.state.access).to.include({ state: 'closed', message: 'Over.' });
    expect((await refused('disabled')).store.state.access).to.include({ state: 'disabled', message: undefined });
    const timed = { state: 'open', closesAt: '2099-01-01T00:00:00Z', stateMessage: 'Two weeks' };
    expect((await refused('closed', '', timed)).store.state.access).to.include({
      state: 'closed',
      message: 'Two weeks',
    });
    const reopened = { state: 'closed', opensAt: '2013-01-01T00:00:00Z' };
    expect(
      (await refused('closed', '', reopened)).store.state.access,
      'despite an opening scheduled in the past',
    ).to.include({
      state: 'closed',
    });
  });

  it('requires a sign-in and forgets an expired viewer', async () => {
    for (const kind of ['sign-in-required', 'session-expired'] as const) {
      const { store } = await refused(kind, '', { state: 'open', viewer: ada, posting: { min: 5 } });
      expect(store.state.viewer).to.deep.equal(anonymous);
      expect(store.state.info).to.deep.equal({
        state: 'open',
        viewer: anonymous,
        posting: { min: 5, who: 'signed-in' },
      });
    }
  });

  it('works while the state of the discussion is unknown', async () => {
    for (const kind of ['closed', 'sign-in-required'] as const) {
      const backend = new FakeBackend({
        responses: { list: { items: [] }, submit: failsWith(new AdapterError(kind)) },
      });
      const { store } = await opened();
      store.open(backend.adapter, elsewhere);
      await writerOf(store).submit(draft);
      expect(store.state.access.state).to.equal(kind === 'closed' ? 'closed' : 'open');
      expect(store.state.info?.posting?.who).to.equal(kind === 'closed' ? undefined : 'signed-in');
      store.close();
    }
  });
});

describe('a comment that may be stored', () => {
  const since = Date.parse('2013-06-07T12:00:00Z');
  const stored: Comment = {
    ...mine,
    body: { format: 'html', value: '<p>Hello</p>' },
    createdAt: '2013-06-07T12:00:02Z',
  };
  const intent = { ...draft, uncertainSince: since };
  const viewer = { state: 'open', viewer: ada };

  it('is searched for from the newest, page by page, and shown when found', async () => {
    const pages = (...args: readonly unknown[]) => {
      const { cursor } = args[0] as ListQuery;
      return cursor === '2' ? { items: [comment('b'), stored] } : { items: comments('a'), next: '2' };
    };
    const { backend, store } = await opened({
      responses: { open: viewer, list: pages },
      features: { sorts: ['oldest', 'newest'] },
    });
    expect(await writerOf(store).submit(intent)).to.deep.equal({ type: 'published', comment: stored });
    expect(backend.count('submit')).to.equal(0);
    const queries = backend.calls.filter(({ method }) => method === 'list').map(({ args }) => args[0] as ListQuery);
    expect(queries.slice(1).map(({ sort, cursor }) => [sort, cursor])).to.deep.equal([
      ['newest', undefined],
      ['newest', '2'],
    ]);
    expect(idsOf(store.state.posted)).to.deep.equal(['mine']);
  });

  it('is not searched for endlessly when cursors repeat or never end', async () => {
    const { backend, store } = await opened({
      responses: { list: { items: comments('a'), next: '2' }, submit: { outcome: 'published', comment: mine } },
    });
    await writerOf(store).submit(intent);
    expect([backend.count('list'), backend.count('submit')]).to.deep.equal([3, 1]);
    let cursors = 0;
    const endless = await opened({
      responses: { list: () => ({ items: comments('a'), next: String(++cursors) }), submit: { outcome: 'published' } },
    });
    await writerOf(endless.store).submit(intent);
    expect(endless.backend.count('list')).to.equal(21);
  });

  it('can be searched for without sending anything', async () => {
    const { backend, store } = await opened({ responses: { open: viewer, list: { items: [stored] } } });
    expect(await writerOf(store).findSubmitted(intent)).to.deep.equal({ type: 'done', value: stored });
    expect(await writerOf(store).findSubmitted({ ...intent, body: 'Something else', submitKey: 'k2' })).to.deep.equal({
      type: 'done',
      value: undefined,
    });
    expect(backend.count('submit')).to.equal(0);
  });

  it('is not searched for after the session has ended', async () => {
    const backend = new FakeBackend({ responses: { open: viewer } });
    const store = new DiscussionStore();
    store.open(backend.adapter, discussion);
    (await backend.next('list')).respond({ items: [] });
    await reached(store, isLoaded);
    const outcome = writerOf(store).findSubmitted(intent);
    const request = await backend.next('list');
    store.open(new FakeBackend().adapter, elsewhere);
    expect(request.signal.aborted).to.equal(true);
    request.respond({ items: [], next: '2' });
    expect(await outcome).to.deep.equal({ type: 'aborted' });
    await nextTask();
    expect(backend.count('list'), 'no further page').to.equal(2);
    store.close();
  });
});
