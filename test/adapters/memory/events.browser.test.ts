import { expect } from 'chai';
import { memoryAdapter, type MemoryOptions } from '../../../src/adapters/memory.js';
import type { Change, CommentsAdapter, DiscussionRef, Viewer } from '../../../src/model/adapter.js';
import { all, call, comment, discussion, draft, failure } from '../../support/adapter-fixture.js';
import { FakeStorage } from './fake-storage.js';

const { key } = discussion;
const ada: Viewer = { state: 'signed-in', author: { id: 'ada', name: 'Ada' } };
const moderator: Viewer = { state: 'signed-in', author: { id: 'ed', name: 'Ed' }, moderator: true };

const summary = (change: Change): string =>
  change.type === 'removed'
    ? `removed ${change.id}`
    : change.type === 'discussion'
      ? `discussion ${change.info.state}`
      : 'comment' in change
        ? `${change.type} ${change.comment.id} ${change.comment.status}`
        : change.type;

/** A subscriber that collects changes. */
class Subscriber {
  readonly changes: Change[] = [];
  readonly #controller = new AbortController();
  #onChange: () => void = () => undefined;

  constructor(adapter: CommentsAdapter, where: DiscussionRef = discussion) {
    adapter.subscribe?.(
      where,
      (change) => {
        this.changes.push(change);
        this.#onChange();
      },
      { signal: this.#controller.signal },
    );
  }

  get summaries(): string[] {
    return this.changes.map(summary);
  }

  /** Waits for the change with this summary. */
  async until(last: string): Promise<string[]> {
    while (!this.summaries.includes(last)) await new Promise<void>((resolve) => (this.#onChange = resolve));
    return this.summaries;
  }

  abort(): void {
    this.#controller.abort();
  }
}

let channels = 0;
const subscribers: Subscriber[] = [];

/** Two adapters that stand for two tabs, with a common storage and channel, and a viewer each. */
function twoTabs(one: MemoryOptions = {}, two: MemoryOptions = {}) {
  const shared = { storage: new FakeStorage(), channel: `memory-live-${++channels}`, comments: [comment('a')] };
  return [memoryAdapter({ ...shared, ...one }), memoryAdapter({ ...shared, ...two })] as const;
}

function listen(adapter: CommentsAdapter, where?: DiscussionRef): Subscriber {
  const subscriber = new Subscriber(adapter, where);
  subscribers.push(subscriber);
  return subscriber;
}

describe('live changes at the memory adapter', () => {
  afterEach(() => subscribers.splice(0).forEach((subscriber) => subscriber.abort()));

  it('reports every write through the adapter to its subscribers', async () => {
    const adapter = memoryAdapter({
      comments: [comment('a'), comment('mine', { author: { id: 'ed', name: 'Ed' } })],
      viewer: moderator,
      editWindow: Infinity,
    });
    const { submit, edit, remove, restore, vote, pin, setClosed } = all(adapter);
    const subscriber = listen(adapter);
    const received = () => subscriber.changes.splice(0).map(summary);
    await submit(draft({ parentId: 'a' }), call);
    expect(received()).to.deep.equal(['added c1 visible']);
    await edit(discussion, { id: 'mine', body: 'Better' }, call);
    expect(received()).to.deep.equal(['changed mine visible']);
    await vote(discussion, { id: 'a', value: 1 }, call);
    expect(received()).to.deep.equal(['changed a visible']);
    await pin(discussion, { id: 'a', pinned: true }, call);
    expect(received()).to.deep.equal(['changed a visible']);
    await remove(discussion, 'a', call);
    expect(received(), 'a tombstone').to.deep.equal(['changed a hidden']);
    await remove(discussion, 'mine', call);
    expect(received()).to.deep.equal(['removed mine']);
    await restore(discussion, 'mine', call);
    expect(received()).to.deep.equal(['added mine visible']);
    await setClosed(discussion, true, call);
    expect(received()).to.deep.equal(['discussion closed']);
  });

  it('reports the actions of other viewers and of the editors to its subscribers', async () => {
    const adapter = memoryAdapter();
    const subscriber = listen(adapter);
    adapter.add(key, comment('x'));
    adapter.add(key, comment('x', { featured: true }));
    adapter.drop(key, 'x');
    adapter.close(key);
    expect(await subscriber.until('discussion closed')).to.deep.equal([
      'added x visible',
      'changed x visible',
      'removed x',
      'discussion closed',
    ]);
  });

  it('clears the times that no longer apply when a discussion reopens', async () => {
    const adapter = memoryAdapter({ viewer: moderator });
    adapter.close(key);
    const subscriber = listen(adapter);
    await all(adapter).setClosed(discussion, false, call);
    const [change] = subscriber.changes;
    const before = { state: 'closed', closedAt: '2013-06-07T10:54:00Z' } as const;
    expect({ ...before, ...(change?.type === 'discussion' ? change.info : {}) }).to.include({
      state: 'open',
      closedAt: undefined,
    });
  });

  it('reports changes only to the subscribers of the discussion', async () => {
    const adapter = memoryAdapter();
    const other = listen(adapter, { key: '43', url: '' });
    const subscriber = listen(adapter);
    adapter.add(key, comment('x'));
    await subscriber.until('added x visible');
    expect(other.summaries).to.be.empty;
  });

  it('stops reporting changes when the signal is aborted, and does not start with an aborted one', async () => {
    const adapter = memoryAdapter();
    const [early, subscriber] = [listen(adapter), listen(adapter)];
    early.abort();
    const changes: Change[] = [];
    all(adapter).subscribe(discussion, (change) => changes.push(change), { signal: AbortSignal.abort() });
    adapter.add(key, comment('x'));
    await subscriber.until('added x visible');
    expect([...early.summaries, ...changes]).to.be.empty;
  });

  it('does not report a write that was refused', async () => {
    const storage = new FakeStorage();
    const adapter = memoryAdapter({ storage });
    const subscriber = listen(adapter);
    storage.full = true;
    await failure(adapter.submit?.(draft(), call), 'unavailable');
    storage.full = false;
    adapter.add(key, comment('x'));
    expect(await subscriber.until('added x visible')).to.deep.equal(['added x visible']);
  });

  describe('in another tab', () => {
    it('reports changes to the subscribers in both tabs', async () => {
      const [one, two] = twoTabs({ viewer: moderator });
      const [here, there] = [listen(one), listen(two)];
      const changes = ['added c1 visible', 'removed a', 'discussion closed'];
      await one.submit?.(draft(), call);
      await one.remove?.(discussion, 'a', call);
      await one.setClosed?.(discussion, true, call);
      expect(await here.until('discussion closed')).to.deep.equal(changes);
      expect(await there.until('discussion closed')).to.deep.equal(changes);
    });

    it('reports changes to another tab although the writing tab has no subscriber', async () => {
      const [one, two] = twoTabs();
      const there = listen(two);
      await one.submit?.(draft(), call);
      expect(await there.until('added c1 visible')).to.deep.equal(['added c1 visible']);
    });

    it('gives each viewer their own view of a changed comment', async () => {
      const [one, two] = twoTabs({ viewer: ada }, { viewer: moderator });
      const [here, there] = [listen(one), listen(two)];
      await one.submit?.(draft(), call);
      await one.vote?.(discussion, { id: 'a', value: 1 }, call);
      const [mine, liked] = (await here.until('changed a visible')) && here.changes;
      const [theirs, counted] = (await there.until('changed a visible')) && there.changes;
      const commentOf = (change?: Change) => (change && 'comment' in change ? change.comment : undefined);
      expect(commentOf(mine)?.can).to.include({ edit: true, report: false, pin: false });
      expect(commentOf(theirs)?.can).to.include({ edit: false, report: true, pin: true });
      expect(commentOf(theirs)).not.to.have.property('source');
      expect(commentOf(liked)?.votes).to.deep.equal({ up: 1, mine: 1 });
      expect(commentOf(counted)?.votes).to.deep.equal({ up: 1, mine: 0 });
    });

    it('reports a held comment only to its author until it is published', async () => {
      const [one, two] = twoTabs({ viewer: ada, moderate: () => ({ outcome: 'pending' }) });
      const [here, there] = [listen(one), listen(two)];
      const { comment: held } = (await one.submit?.(draft(), call)) ?? {};
      if (held) one.add(key, { ...held, status: 'visible' });
      expect(await here.until('changed c1 visible')).to.deep.equal(['added c1 pending', 'changed c1 visible']);
      expect(await there.until('added c1 visible')).to.deep.equal(['added c1 visible']);
    });

    it('reports a change to another tab whose storage does not contain it yet', async () => {
      const channel = `memory-live-${++channels}`;
      const one = memoryAdapter({ channel, storage: new FakeStorage() });
      const two = memoryAdapter({ channel, storage: new FakeStorage() });
      const there = listen(two);
      await one.submit?.(draft(), call);
      expect(await there.until('added c1 visible')).to.deep.equal(['added c1 visible']);
    });

    it('ignores unknown messages on the channel', async () => {
      const storage = new FakeStorage();
      const name = `memory-live-${++channels}`;
      const there = listen(memoryAdapter({ storage, channel: name }));
      const channel = new BroadcastChannel(name);
      for (const noise of [null, 'hello', {}, { key }, { key, item: {} }, { key, item: { comment: { id: 'x' } } }])
        channel.postMessage(noise);
      channel.close();
      await memoryAdapter({ storage, channel: name }).submit?.(draft(), call);
      expect(await there.until('added c1 visible')).to.deep.equal(['added c1 visible']);
    });
  });

  it('keeps a channel open only while it has subscribers, and opens none without a storage', async () => {
    const Real = globalThis.BroadcastChannel;
    const open = new Set<BroadcastChannel>();
    let made = 0;
    globalThis.BroadcastChannel = class extends Real {
      constructor(name: string) {
        super(name);
        made++;
        open.add(this);
      }
      override close(): void {
        super.close();
        open.delete(this);
      }
    };
    try {
      const [tab] = twoTabs();
      const [one, two] = [listen(tab), listen(tab)];
      expect(open.size).to.equal(1);
      await tab.submit?.(draft(), call);
      one.abort();
      expect(open.size).to.equal(1);
      two.abort();
      expect(open.size).to.equal(0);
      await tab.submit?.(draft(), call);
      expect(open.size, 'after a write without subscribers').to.equal(0);
      const again = listen(tab);
      expect(open.size).to.equal(1);
      again.abort();
      expect(open.size).to.equal(0);

      made = 0;
      const alone = memoryAdapter({ channel: 'memory-live-alone' });
      listen(alone);
      await alone.submit?.(draft(), call);
      expect(made, 'without a storage').to.equal(0);
    } finally {
      globalThis.BroadcastChannel = Real;
    }
  });
});

describe('the memory adapter of an element', () => {
  it('shares its discussion with other tabs', async () => {
    const { connect } = await import('../../../src/adapters/memory.js');
    const where = { key: 'memory-live-attribute', url: '' };
    const [one, two] = [await connect({}), await connect({ data: '{"comments":[]}' })];
    const subscriber = new Subscriber(two, where);
    try {
      await one.submit?.(draft({ discussion: where }), call);
      expect(await subscriber.until('added c1 visible')).to.deep.equal(['added c1 visible']);
    } finally {
      subscriber.abort();
      localStorage.removeItem(`article-comments:memory:${where.key}`);
    }
  });
});
