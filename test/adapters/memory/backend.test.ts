import { expect } from 'chai';
import { memoryAdapter, type MemoryCall } from '../../../src/adapters/memory.js';
import { AdapterError, type DiscussionInfo, type Viewer } from '../../../src/model/adapter.js';
import { all, call, comment, discussion, draft, failure, listIds } from '../../support/adapter-fixture.js';
import { FakeClock } from '../../support/fake-clock.js';
import { adapterAt } from './adapter-at.js';

const me = { id: 'me', name: 'Me' };
const { key } = discussion;

/** Stops the clock while `test` runs. */
async function withClock(test: (clock: FakeClock) => Promise<void>): Promise<void> {
  const clock = FakeClock.installAt('2013-06-07T10:54:00Z');
  try {
    await test(clock);
  } finally {
    clock.uninstall();
  }
}

describe('a call of the memory adapter', () => {
  it('waits for the delay of its method', () =>
    withClock(async (clock) => {
      const adapter = memoryAdapter({ delay: (method) => (method === 'list' ? 250 : 0) });
      await adapter.open(discussion, call);
      expect(clock.waiting).to.equal(0);
      const listing = adapter.list({ discussion, sort: 'oldest', limit: 25 }, call);
      expect(clock.delays).to.deep.equal([250]);
      clock.moveTo(clock.now + 250);
      expect((await listing).items).to.be.empty;
    }));

  it('rejects with the reason of an abort at once, leaves no timer and stores nothing', () =>
    withClock(async (clock) => {
      const adapter = memoryAdapter({ delay: 60_000 });
      const controller = new AbortController();
      const posting = adapter.submit?.(draft(), { signal: controller.signal });
      expect(clock.waiting).to.equal(1);
      const reason = new DOMException('Aborted by the test', 'AbortError');
      controller.abort(reason);
      expect(await posting?.catch((error: unknown) => error)).to.equal(reason);
      expect(clock.waiting).to.equal(0);
      expect(adapter.posted(key)).to.be.empty;
    }));

  it('has no effect if aborted before or right after it is made', async () => {
    const calls: MemoryCall[] = [];
    const adapter = memoryAdapter({ faults: (made) => void calls.push(made) });
    const before = AbortSignal.abort();
    expect(await adapter.submit?.(draft(), { signal: before }).catch((error: unknown) => error)).to.equal(
      before.reason,
    );
    expect(calls).to.be.empty;
    const controller = new AbortController();
    const posting = adapter.submit?.(draft(), { signal: controller.signal });
    controller.abort();
    expect(await posting?.catch((error: unknown) => error)).to.equal(controller.signal.reason);
    expect(adapter.posted(key)).to.be.empty;
  });

  it('fails with the error of `faults`, which receives the method, the attempt and the arguments', async () => {
    const calls: MemoryCall[] = [];
    const adapter = memoryAdapter({
      faults(made) {
        calls.push(made);
        return made.method === 'submit' && made.attempt === 1
          ? new AdapterError('network', 'Offline', { stored: 'no' })
          : undefined;
      },
    });
    const intent = draft();
    await adapter.open(discussion, call);
    await failure(adapter.submit?.(intent, call), 'network');
    expect(adapter.posted(key)).to.be.empty;
    await adapter.submit?.(intent, call);
    expect(calls).to.deep.equal([
      { method: 'open', attempt: 1, args: [discussion] },
      { method: 'submit', attempt: 1, args: [intent] },
      { method: 'submit', attempt: 2, args: [intent] },
    ]);
  });

  it('can lose the response of a write that was stored, so that a retry gets the first result', async () => {
    const adapter = memoryAdapter({
      comments: [comment('a')],
      faults: ({ method, attempt }) =>
        attempt === 1 && (method === 'submit' || method === 'report') ? 'lost-answer' : undefined,
    });
    const intent = draft();
    await failure(adapter.submit?.(intent, call), 'timeout', { stored: 'maybe' });
    expect(adapter.posted(key)).to.have.length(1);
    expect((await adapter.submit?.(intent, call))?.comment?.id).to.equal(adapter.posted(key)[0]?.id);
    expect(adapter.posted(key)).to.have.length(1);

    await failure(adapter.report?.(discussion, { id: 'a', reason: 'spam' }, call), 'timeout', { stored: 'maybe' });
    expect(await adapter.report?.(discussion, { id: 'a', reason: 'spam' }, call)).to.deep.equal({
      alreadyReported: true,
      reference: 'R-1001',
    });
  });

  it('throws an AdapterError, whatever an option throws', async () => {
    const cause = new Error('No seed today');
    const throwing = (): never => {
      throw cause;
    };
    await failure(memoryAdapter({ comments: throwing }).open(discussion, call), 'unavailable', {
      cause,
      stored: 'no',
    });
    await failure(memoryAdapter({ moderate: throwing }).submit?.(draft(), call), 'unavailable', {
      cause,
      stored: 'no',
    });
    await failure(memoryAdapter({ faults: throwing }).open(discussion, call), 'unavailable', { cause });
  });

  it('passes on the AdapterError of a second copy of the package', async () => {
    const copied = Object.assign(new Error('Slow down'), {
      name: 'AdapterError',
      kind: 'rate-limited',
      info: { retryAfter: 5 },
    });
    const adapter = memoryAdapter({ faults: () => copied as AdapterError });
    expect(await adapter.open(discussion, call).catch((error: unknown) => error)).to.equal(copied);
  });
});

describe('the methods of the memory adapter', () => {
  it('omits the methods given in `without`', () => {
    const adapter = memoryAdapter({ account: me, without: ['submit', 'report', 'signIn', 'onViewerChange'] });
    for (const method of ['submit', 'report', 'signIn', 'onViewerChange'])
      expect(method in adapter, method).to.equal(false);
    for (const method of ['withdrawReport', 'get', 'counts']) expect(method in adapter, method).to.equal(true);
  });

  it('has its optional methods by default, except `source`, which a list with sources makes unnecessary', () => {
    const methods = [
      'get',
      'submit',
      'edit',
      'remove',
      'restore',
      'vote',
      'report',
      'withdrawReport',
      'pin',
      'setClosed',
      'subscribe',
    ];
    expect(memoryAdapter()).to.include.all.keys(methods);
    expect(memoryAdapter()).not.to.have.property('source');
  });

  it('can all be delayed and made to fail, writes included', async () => {
    const adapter = all(
      memoryAdapter({
        viewer: { state: 'signed-in', author: me, moderator: true },
        comments: [comment('a'), comment('mine', { author: me })],
        faults: ({ method }) => (method === 'open' ? undefined : new AdapterError('network', method)),
      }),
    );
    const { edit, remove, restore, vote, pin, setClosed } = adapter;
    const calls = {
      edit: edit(discussion, { id: 'mine', body: 'Better' }, call),
      remove: remove(discussion, 'a', call),
      restore: restore(discussion, 'a', call),
      vote: vote(discussion, { id: 'a', value: 1 }, call),
      pin: pin(discussion, { id: 'a', pinned: true }, call),
      setClosed: setClosed(discussion, true, call),
    };
    for (const [method, result] of Object.entries(calls))
      expect((await failure(result, 'network')).message).to.equal(method);
    expect((await adapter.open(discussion, call)).state, 'nothing was changed').to.equal('open');
  });

  it('has default features, each of which an option can override', () => {
    expect(memoryAdapter().features).to.deep.include({
      sorts: ['oldest', 'newest', 'top'],
      idempotency: 'key',
      votes: 'like',
    });
    const { features } = memoryAdapter({ features: { sorts: ['newest'] } });
    expect(features).to.deep.include({ sorts: ['newest'], idempotency: 'key' });
  });

  it('works when its methods are called as plain functions', async () => {
    const { open, list } = memoryAdapter();
    expect((await open(discussion, call)).state).to.equal('open');
    expect((await list({ discussion, sort: 'oldest', limit: 1 }, call)).items).to.be.empty;
  });

  it('uses no option before a method is called', () => {
    const never = (): never => {
      throw new Error('An option was called.');
    };
    const storage = { getItem: never, setItem: never };
    expect(() => memoryAdapter({ comments: never, storage, now: never, faults: never, delay: never })).not.to.throw();
  });
});

describe('signing in at the memory adapter', () => {
  it('is available only if the options have an account', () => {
    expect('signIn' in memoryAdapter()).to.equal(false);
  });

  it('signs in and out, and notifies listeners', async () => {
    const adapter = all(memoryAdapter({ account: me }));
    const notified: Viewer[] = [];
    const stop = adapter.onViewerChange((viewer) => notified.push(viewer));
    const signedIn: Viewer = { state: 'signed-in', author: me };

    expect(await adapter.signIn(call)).to.deep.equal(signedIn);
    expect(notified).to.deep.equal([signedIn]);
    expect((await adapter.open(discussion, call)).viewer).to.deep.equal(signedIn);

    await adapter.signOut(call);
    expect(notified).to.deep.equal([signedIn, { state: 'anonymous' }]);
    expect((await adapter.open(discussion, call)).viewer).to.deep.equal({ state: 'anonymous' });

    stop();
    await adapter.signIn(call);
    expect(notified).to.have.length(2);
  });

  it('does not notify a listener that another one has just removed', async () => {
    const adapter = all(memoryAdapter({ account: me }));
    const notified: string[] = [];
    adapter.onViewerChange(() => {
      notified.push('first');
      stop();
    });
    const stop = adapter.onViewerChange(() => notified.push('second'));
    await adapter.signIn(call);
    expect(notified).to.deep.equal(['first']);
  });

  it('keeps the viewer if it fails', async () => {
    const adapter = memoryAdapter({
      account: me,
      faults: ({ method }) => (method === 'signIn' ? new AdapterError('forbidden', 'Wrong password') : undefined),
    });
    await failure(adapter.signIn?.(call), 'forbidden');
    expect((await adapter.open(discussion, call)).viewer).to.deep.equal({ state: 'anonymous' });
    expect(await listIds(adapter)).to.be.empty;
  });
});

describe('the state of a discussion at the memory adapter', () => {
  const refusal = async (info: Partial<DiscussionInfo>) => {
    const adapter = memoryAdapter({ info });
    expect((await adapter.open(discussion, call)).state).to.equal(info.state);
    return adapter.submit?.(draft(), call);
  };

  it('is open to anyone by default, for an anonymous viewer', async () => {
    expect(await adapterAt('2013-06-07T10:54:00Z').open(discussion, call)).to.deep.equal({
      now: '2013-06-07T10:54:00.000Z',
      state: 'open',
      viewer: { state: 'anonymous' },
      posting: { who: 'anyone' },
      total: 0,
    });
  });

  it('refuses a post in every state but open', async () => {
    await failure(refusal({ state: 'closed' }), 'closed', { stored: 'no' });
    await failure(refusal({ state: 'disabled' }), 'disabled', { stored: 'no' });
    await failure(refusal({ state: 'missing' }), 'not-found', { stored: 'no' });
    const closed = await failure(refusal({ state: 'closed', stateMessage: 'See you tomorrow.' }), 'closed');
    expect(closed.message).to.equal('See you tomorrow.');
  });

  it('has no comments if the discussion is missing, and keeps them if it is closed', async () => {
    expect(await listIds(memoryAdapter({ comments: [comment('a')], info: { state: 'missing' } }))).to.be.empty;
    expect(await listIds(memoryAdapter({ comments: [comment('a')], info: { state: 'closed' } }))).to.deep.equal(['a']);
  });

  it('passes on the info and the viewer of the options', async () => {
    const info = {
      policy: { url: 'https://example.com/rules' },
      posting: { who: 'signed-in' },
      total: 900,
      stateMessage: 'Hello',
    } as const;
    expect(await memoryAdapter({ info }).open(discussion, call)).to.deep.include(info);
    const viewer = { state: 'unknown' } as const;
    expect((await memoryAdapter({ viewer }).open(discussion, call)).viewer).to.equal(viewer);
    expect((await memoryAdapter({ info: { viewer } }).open(discussion, call)).viewer).to.equal(viewer);
  });

  it('closes at the time in closesAt', async () => {
    const closesAt = '2013-06-21T12:00:00Z';
    const { open, submit, at } = adapterAt('2013-06-21T11:59:59.999Z', { info: { closesAt } });
    expect(await open(discussion, call)).to.deep.include({ state: 'open', closesAt });
    await submit(draft(), call);
    at(closesAt);
    const info = await open(discussion, call);
    expect(info).to.deep.include({ state: 'closed', closedAt: closesAt });
    expect(info).not.to.have.property('closesAt');
    await failure(submit(draft(), call), 'closed');
  });

  it('opens at the time in opensAt', async () => {
    const opensAt = '2013-06-08T06:00:00Z';
    const info = { state: 'closed', closedAt: '2013-06-07T22:00:00Z', opensAt } as const;
    const { open, submit, at } = adapterAt('2013-06-08T05:59:59Z', { info });
    expect(await open(discussion, call)).to.deep.include(info);
    await failure(submit(draft(), call), 'closed');
    at(opensAt);
    const opened = await open(discussion, call);
    expect(opened.state).to.equal('open');
    expect(opened).not.to.have.any.keys('closedAt', 'opensAt');
    await submit(draft(), call);
  });

  it('follows a schedule: closed for the night, then open again', async () => {
    const info = { state: 'open', closesAt: '2013-06-07T22:00:00Z', opensAt: '2013-06-08T06:00:00Z' } as const;
    const { open, at } = adapterAt('2013-06-07T21:00:00Z', { info });
    const state = async (time: string) => {
      at(time);
      return (await open(discussion, call)).state;
    };
    expect(await state('2013-06-07T21:00:00Z')).to.equal('open');
    expect(await state('2013-06-07T23:00:00Z')).to.equal('closed');
    expect(await state('2013-06-08T07:00:00Z')).to.equal('open');
  });

  it('is closed manually for one discussion, whatever the schedule says', async () => {
    const { adapter, open } = adapterAt('2013-06-07T10:00:00Z', { info: { opensAt: '2013-06-07T09:00:00Z' } });
    adapter.close(key);
    expect(await open(discussion, call)).to.deep.include({ state: 'closed', closedAt: '2013-06-07T10:00:00.000Z' });
    expect((await open({ key: '43', url: '' }, call)).state).to.equal('open');
  });
});
