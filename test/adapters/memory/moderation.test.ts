import { expect } from 'chai';
import { memoryAdapter, type MemoryOptions } from '../../../src/adapters/memory.js';
import { all, call, comment, discussion, draft, failure, idsOf, listIds } from '../../support/adapter-fixture.js';
import { FakeStorage } from './fake-storage.js';

const moderator = { state: 'signed-in', author: { id: 'ed', name: 'Ed' }, moderator: true } as const;
const comments = [comment('a'), comment('b'), comment('b1', { parentId: 'b' }), comment('c')];

function create(options: MemoryOptions = {}) {
  const clock = { now: Date.parse('2013-06-07T10:54:00Z') };
  const adapter = memoryAdapter({ comments, viewer: moderator, now: () => clock.now, ...options });
  const at = (time: string) => (clock.now = Date.parse(time));
  return {
    adapter,
    ...all(adapter),
    at,
    pinned: (id: string, pinned = true) => all(adapter).pin(discussion, { id, pinned }, call),
  };
}

describe('pinning at the memory adapter', () => {
  it('keeps a comment first in every order until it is unpinned', async () => {
    const { adapter, pinned } = create();
    expect(await pinned('b')).to.include({ id: 'b', pinned: true });
    expect(await listIds(adapter, { sort: 'oldest' })).to.deep.equal(['b', 'b1', 'a', 'c']);
    expect(await listIds(adapter, { sort: 'newest' })).to.deep.equal(['b', 'b1', 'c', 'a']);
    expect(await listIds(adapter, { sort: 'top' })).to.deep.equal(['b', 'b1', 'a', 'c']);
    expect(await pinned('b', false)).to.include({ pinned: false });
    expect(await listIds(adapter)).to.deep.equal(['a', 'b', 'b1', 'c']);
  });

  it('does not repeat or drop a comment that is pinned or unpinned between two pages', async () => {
    for (const sort of ['oldest', 'newest', 'top'] as const) {
      const { list, pinned } = create();
      await pinned('b');
      const first = await list({ discussion, sort, limit: 2 }, call);
      const [other = ''] = idsOf(first.items).filter((id) => !id.startsWith('b'));
      const last = other === 'a' ? 'c' : 'a';
      await pinned('b', false);
      await pinned(last);
      const second = await list({ discussion, sort, limit: 2, cursor: first.next }, call);
      expect(idsOf(second.items), sort).to.deep.equal([last]);
    }
  });

  it('is for moderators, and for top-level comments', async () => {
    await failure(create({ viewer: { state: 'anonymous' } }).pinned('a'), 'forbidden', { stored: 'no' });
    await failure(create().pinned('b1'), 'invalid');
    await failure(create().pinned('nowhere'), 'not-found');
    await failure(create({ comments: [comment('a', { status: 'hidden' })] }).pinned('a'), 'not-found');
  });
});

describe('closing at the memory adapter', () => {
  it('closes and reopens a discussion', async () => {
    const { open, setClosed, submit } = create();
    expect((await open(discussion, call)).can).to.deep.equal({ close: true });
    expect(await setClosed(discussion, true, call)).to.include({
      state: 'closed',
      closedAt: '2013-06-07T10:54:00.000Z',
    });
    await failure(submit(draft(), call), 'closed');
    const opened = await setClosed(discussion, false, call);
    expect(opened).to.deep.equal(await open(discussion, call));
    expect(opened.state).to.equal('open');
    expect(opened).not.to.have.property('closedAt');
    expect((await submit(draft(), call)).outcome).to.equal('published');
  });

  it('is allowed for moderators only', async () => {
    const { open, setClosed } = create({ viewer: { state: 'anonymous' } });
    await failure(setClosed(discussion, true, call), 'forbidden', { stored: 'no' });
    expect(await open(discussion, call))
      .to.include({ state: 'open' })
      .and.not.to.have.property('can');
    expect(await create({ without: ['setClosed'] }).open(discussion, call)).not.to.have.property('can');
  });

  it('reopens a discussion that the schedule or the options closed, until it is due to close again', async () => {
    const { open, setClosed } = create({ info: { closesAt: '2013-06-07T10:00:00Z' } });
    expect((await open(discussion, call)).state).to.equal('closed');
    expect((await setClosed(discussion, false, call)).state).to.equal('open');

    const archive = create({ info: { state: 'closed', closesAt: '2013-06-08T10:00:00Z' } });
    expect((await archive.setClosed(discussion, false, call)).state).to.equal('open');
    archive.at('2013-06-08T10:00:00Z');
    expect((await archive.open(discussion, call)).state).to.equal('closed');

    const justClosed = create({ info: { closesAt: '2013-06-07T10:54:00Z' } });
    expect((await justClosed.setClosed(discussion, false, call)).state, 'at the same moment').to.equal('open');
  });

  it('cannot open a missing or disabled discussion', async () => {
    await failure(create({ info: { state: 'missing' } }).setClosed(discussion, false, call), 'not-found');
    await failure(create({ info: { state: 'disabled' } }).setClosed(discussion, false, call), 'disabled');
  });

  it('keeps the discussion reopened after a reload', async () => {
    const storage = new FakeStorage();
    const info = { state: 'closed' } as const;
    await create({ storage, info }).setClosed(discussion, false, call);
    expect((await create({ storage, info }).open(discussion, call)).state).to.equal('open');
  });
});

describe('a ban at the memory adapter', () => {
  const tom = { id: 'tom', name: 'Tom' };
  const until = '2013-06-08T10:54:00.000Z';

  /** A moderator and the author of a comment, who share a storage. */
  function shared() {
    const options = { storage: new FakeStorage(), comments: [comment('a', { author: tom })] };
    const moderation = create(options);
    let now = Date.parse('2013-06-07T10:54:00Z');
    const author = all(memoryAdapter({ ...options, viewer: { state: 'signed-in', author: tom }, now: () => now }));
    const at = (time: string) => (now = moderation.at(time));
    const seenByModerator = async () => (await moderation.get(discussion, 'a', call)).ban;
    return { ...moderation, author, at, seenByModerator };
  }

  it('says until when it lasts, to its moderator, to the author and in the reasons, and ends then', async () => {
    const { ban, author, at, seenByModerator } = shared();
    await ban(discussion, { id: 'a', banned: true, until }, { ...call, decision: { ground: 'terms' } });
    expect(await seenByModerator()).to.deep.equal({ until });
    const { refusal } = (await author.open(discussion, call)).posting ?? {};
    expect(refusal).to.include({ reason: 'banned', until });
    expect(refusal?.decision).to.include({ measure: 'banned', until });
    at('2013-06-08T10:53:59Z');
    await failure(author.submit(draft({ authorId: 'tom' }), call), 'blocked');
    at(until);
    expect(await seenByModerator()).to.equal(undefined);
    expect((await author.open(discussion, call)).posting?.refusal).to.equal(undefined);
    expect((await author.submit(draft({ authorId: 'tom' }), call)).outcome).to.equal('published');
  });

  it('lasts until a moderator ends it if there is no time', async () => {
    const { ban, author, at, seenByModerator } = shared();
    await ban(discussion, { id: 'a', banned: true }, call);
    at('2099-01-01T00:00:00Z');
    expect(await seenByModerator()).to.deep.equal({ until: undefined });
    await failure(author.submit(draft({ authorId: 'tom' }), call), 'blocked');
    await ban(discussion, { id: 'a', banned: false }, call);
    expect((await author.submit(draft({ authorId: 'tom' }), call)).outcome).to.equal('published');
  });
});

describe('signing out at the memory adapter', () => {
  it('forgets a guest, whose comments no longer belong to the viewer', async () => {
    const { submit, get, signOut, edit, remove } = create({ viewer: { state: 'anonymous' } });
    const { comment: own } = await submit(draft(), call);
    const id = own?.id ?? '';
    expect(own?.can).to.include({ edit: true, remove: true });
    await signOut(call);
    expect((await get(discussion, id, call)).can).to.include({ edit: false, remove: false });
    await failure(edit(discussion, { id, body: 'Mine now.' }, call), 'forbidden');
    await failure(remove(discussion, id, call), 'forbidden');
  });
});
