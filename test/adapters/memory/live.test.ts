import { expect } from '@open-wc/testing';
import { createMemoryAdapter, type MemoryOptions } from '../../../src/adapters/memory.js';
import type { Change, CommentsAdapter, DiscussionRef, Viewer } from '../../../src/model/adapter.js';
import { all, call, comment, discussion, draft, failure } from '../../support/adapter-fixture.js';
import { FakeStorage } from './fake-storage.js';

const { key } = discussion;
const ada: Viewer = { state: 'signed-in', author: { id: 'ada', name: 'Ada' } };
const moderator: Viewer = { state: 'signed-in', author: { id: 'ed', name: 'Ed' }, moderator: true };

const told = (change: Change): string =>
  change.type === 'removed'
    ? `removed ${change.id}`
    : change.type === 'discussion'
      ? `discussion ${change.info.state}`
      : 'comment' in change
        ? `${change.type} ${change.comment.id} ${change.comment.status}`
        : change.type;

/** Collects what a subscriber hears; `until` waits for the change that reads like this. */
class Ear {
  readonly changes: Change[] = [];
  readonly #controller = new AbortController();
  #heard: () => void = () => undefined;

  constructor(adapter: CommentsAdapter, where: DiscussionRef = discussion) {
    adapter.subscribe?.(
      where,
      (change) => {
        this.changes.push(change);
        this.#heard();
      },
      { signal: this.#controller.signal },
    );
  }

  get told(): string[] {
    return this.changes.map(told);
  }

  async until(last: string): Promise<string[]> {
    while (!this.told.includes(last)) await new Promise<void>((resolve) => (this.#heard = resolve));
    return this.told;
  }

  leave(): void {
    this.#controller.abort();
  }
}

let channels = 0;
const ears: Ear[] = [];

/** Two adapters that stand for two tabs: one storage, one channel, a viewer each. */
function twoTabs(one: MemoryOptions = {}, two: MemoryOptions = {}) {
  const shared = { storage: new FakeStorage(), channel: `memory-live-${++channels}`, comments: [comment('a')] };
  return [createMemoryAdapter({ ...shared, ...one }), createMemoryAdapter({ ...shared, ...two })] as const;
}

function listen(adapter: CommentsAdapter, where?: DiscussionRef): Ear {
  const ear = new Ear(adapter, where);
  ears.push(ear);
  return ear;
}

describe('live changes at the memory adapter', () => {
  afterEach(() => ears.splice(0).forEach((ear) => ear.leave()));

  it('tell of everything that is done through it', async () => {
    const adapter = createMemoryAdapter({
      comments: [comment('a'), comment('mine', { author: { id: 'ed', name: 'Ed' } })],
      viewer: moderator,
      editWindow: Infinity,
    });
    const { submit, edit, remove, restore, vote, pin, setClosed } = all(adapter);
    const ear = listen(adapter);
    const heard = () => ear.changes.splice(0).map(told);
    await submit(draft({ parentId: 'a' }), call);
    expect(heard()).to.deep.equal(['added c1 visible']);
    await edit(discussion, { id: 'mine', body: 'Better' }, call);
    expect(heard()).to.deep.equal(['changed mine visible']);
    await vote(discussion, { id: 'a', value: 1 }, call);
    expect(heard()).to.deep.equal(['changed a visible']);
    await pin(discussion, { id: 'a', pinned: true }, call);
    expect(heard()).to.deep.equal(['changed a visible']);
    await remove(discussion, 'a', call);
    expect(heard(), 'a place with replies').to.deep.equal(['changed a hidden']);
    await remove(discussion, 'mine', call);
    expect(heard()).to.deep.equal(['removed mine']);
    await restore(discussion, 'mine', call);
    expect(heard()).to.deep.equal(['added mine visible']);
    await setClosed(discussion, true, call);
    expect(heard()).to.deep.equal(['discussion closed']);
  });

  it('tell of what others and the editors do', async () => {
    const adapter = createMemoryAdapter();
    const ear = listen(adapter);
    adapter.add(key, comment('x'));
    adapter.add(key, comment('x', { featured: true }));
    adapter.drop(key, 'x');
    adapter.close(key);
    expect(await ear.until('discussion closed')).to.deep.equal(['added x visible', 'changed x visible', 'removed x', 'discussion closed']);
  });

  it('name the times that hold no longer when a discussion opens again', async () => {
    const adapter = createMemoryAdapter({ viewer: moderator });
    adapter.close(key);
    const ear = listen(adapter);
    await all(adapter).setClosed(discussion, false, call);
    const [change] = ear.changes;
    const before = { state: 'closed', closedAt: '2013-06-07T10:54:00Z' } as const;
    expect({ ...before, ...(change?.type === 'discussion' ? change.info : {}) }).to.include({ state: 'open', closedAt: undefined });
  });

  it('tell only those who listen to this discussion', async () => {
    const adapter = createMemoryAdapter();
    const other = listen(adapter, { key: '43', url: '' });
    const ear = listen(adapter);
    adapter.add(key, comment('x'));
    await ear.until('added x visible');
    expect(other.told).to.be.empty;
  });

  it('end with the signal, and do not begin with one that has ended', async () => {
    const adapter = createMemoryAdapter();
    const [early, ear] = [listen(adapter), listen(adapter)];
    early.leave();
    const changes: Change[] = [];
    all(adapter).subscribe(discussion, (change) => changes.push(change), { signal: AbortSignal.abort() });
    adapter.add(key, comment('x'));
    await ear.until('added x visible');
    expect([...early.told, ...changes]).to.be.empty;
  });

  it('say nothing of a write that was refused', async () => {
    const storage = new FakeStorage();
    const adapter = createMemoryAdapter({ storage });
    const ear = listen(adapter);
    storage.full = true;
    await failure(adapter.submit?.(draft(), call), 'unavailable');
    storage.full = false;
    adapter.add(key, comment('x'));
    expect(await ear.until('added x visible')).to.deep.equal(['added x visible']);
  });

  describe('in another tab', () => {
    it('tell both tabs of each change', async () => {
      const [one, two] = twoTabs({ viewer: moderator });
      const [here, there] = [listen(one), listen(two)];
      const changes = ['added c1 visible', 'removed a', 'discussion closed'];
      await one.submit?.(draft(), call);
      await one.remove?.(discussion, 'a', call);
      await one.setClosed?.(discussion, true, call);
      expect(await here.until('discussion closed')).to.deep.equal(changes);
      expect(await there.until('discussion closed')).to.deep.equal(changes);
    });

    it('reach those who listen where nobody does who writes', async () => {
      const [one, two] = twoTabs();
      const there = listen(two);
      await one.submit?.(draft(), call);
      expect(await there.until('added c1 visible')).to.deep.equal(['added c1 visible']);
    });

    it('show each reader what this reader gets', async () => {
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

    it('keep a held comment to its author until it is published', async () => {
      const [one, two] = twoTabs({ viewer: ada, moderate: () => ({ outcome: 'pending' }) });
      const [here, there] = [listen(one), listen(two)];
      const { comment: held } = (await one.submit?.(draft(), call)) ?? {};
      if (held) one.add(key, { ...held, status: 'visible' });
      expect(await here.until('changed c1 visible')).to.deep.equal(['added c1 pending', 'changed c1 visible']);
      expect(await there.until('added c1 visible')).to.deep.equal(['added c1 visible']);
    });

    it('do not need the storage to have arrived', async () => {
      const channel = `memory-live-${++channels}`;
      const one = createMemoryAdapter({ channel, storage: new FakeStorage() });
      const two = createMemoryAdapter({ channel, storage: new FakeStorage() });
      const there = listen(two);
      await one.submit?.(draft(), call);
      expect(await there.until('added c1 visible')).to.deep.equal(['added c1 visible']);
    });

    it('ignore what anything else says on the channel', async () => {
      const storage = new FakeStorage();
      const name = `memory-live-${++channels}`;
      const there = listen(createMemoryAdapter({ storage, channel: name }));
      const channel = new BroadcastChannel(name);
      for (const noise of [null, 'hello', {}, { key }, { key, item: {} }, { key, item: { comment: { id: 'x' } } }])
        channel.postMessage(noise);
      channel.close();
      await createMemoryAdapter({ storage, channel: name }).submit?.(draft(), call);
      expect(await there.until('added c1 visible')).to.deep.equal(['added c1 visible']);
    });
  });

  it('keep a channel open only while somebody listens, and none without a storage', async () => {
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
      one.leave();
      expect(open.size).to.equal(1);
      two.leave();
      expect(open.size).to.equal(0);
      await tab.submit?.(draft(), call);
      expect(open.size, 'after a write that nobody here listens to').to.equal(0);
      const again = listen(tab);
      expect(open.size).to.equal(1);
      again.leave();
      expect(open.size).to.equal(0);

      made = 0;
      const alone = createMemoryAdapter({ channel: 'memory-live-alone' });
      listen(alone);
      await alone.submit?.(draft(), call);
      expect(made, 'without a storage').to.equal(0);
    } finally {
      globalThis.BroadcastChannel = Real;
    }
  });
});

describe('the memory adapter of an attribute', () => {
  it('shares its discussion with the other tabs', async () => {
    const { connect } = await import('../../../src/adapters/memory.js');
    const where = { key: 'memory-live-attribute', url: '' };
    const [one, two] = [await connect({}), await connect({ data: '{"comments":[]}' })];
    const ear = new Ear(two, where);
    try {
      await one.submit?.(draft({ discussion: where }), call);
      expect(await ear.until('added c1 visible')).to.deep.equal(['added c1 visible']);
    } finally {
      ear.leave();
      localStorage.removeItem(`article-comments:memory:${where.key}`);
    }
  });
});
