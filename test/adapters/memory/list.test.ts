import { expect } from 'chai';
import { memoryAdapter, type MemoryAdapter } from '../../../src/adapters/memory.js';
import type { Comment, Sort } from '../../../src/model/adapter.js';
import { randomFrom } from '../../support/random-from.js';
import { seed } from '../../support/seed.mjs';
import { all, call, comment, discussion, draft, failure, idsOf, listIds } from '../../support/adapter-fixture.js';

/** A comment of this minute. */
const at = (id: string, minute: number, more: Partial<Comment> = {}): Comment =>
  comment(id, { createdAt: new Date(Date.UTC(2013, 5, 7, 10, minute)).toISOString(), ...more });

const thread = [
  comment('a', { createdAt: '2013-06-07T10:00:00Z' }),
  comment('b', { createdAt: '2013-06-07T11:00:00Z' }),
  comment('a1', { parentId: 'a', createdAt: '2013-06-07T12:00:00Z' }),
  comment('a2', { parentId: 'a', createdAt: '2013-06-07T13:00:00Z' }),
  comment('a1x', { parentId: 'a1', createdAt: '2013-06-07T14:00:00Z' }),
  comment('c', { createdAt: '2013-06-07T15:00:00Z' }),
];

describe('the list of the memory adapter', () => {
  it('is empty without a seed', async () => {
    expect(await memoryAdapter().list({ discussion, sort: 'oldest', limit: 25 }, call)).to.deep.equal({
      items: [],
      total: 0,
      totalCounts: 'all',
    });
  });

  it('gives each discussion its own seed', async () => {
    const adapter = memoryAdapter({ comments: (key) => [comment(`only-${key}`)] });
    expect(await listIds(adapter)).to.deep.equal(['only-42']);
    const other = await adapter.list({ discussion: { key: '43', url: '' }, sort: 'oldest', limit: 25 }, call);
    expect(idsOf(other.items)).to.deep.equal(['only-43']);
  });

  it('can be sorted by replies, page by page, while more of them arrive', async () => {
    const comments = [
      at('quiet', 1),
      at('busy', 2),
      at('b1', 3, { parentId: 'busy' }),
      at('b2', 4, { parentId: 'busy' }),
      at('some', 5),
      at('s1', 6, { parentId: 'some' }),
    ];
    const sorts = ['oldest', { id: 'replies', label: 'Most replies' }] as const;
    const adapter = memoryAdapter({ comments, features: { sorts } });
    const query = { discussion, sort: 'oldest', sortOption: 'replies', limit: 1 } as const;
    const first = await adapter.list(query, call);
    expect(idsOf(first.items)).to.deep.equal(['busy', 'b1', 'b2']);
    adapter.add('42', at('s2', 7, { parentId: 'quiet' }));
    const second = await adapter.list({ ...query, limit: 5, cursor: first.next }, call);
    expect(idsOf(second.items)).to.deep.equal(['some', 's1', 'quiet', 's2']);
    await failure(adapter.list({ ...query, sortOption: 'mood' }, call), 'unsupported');
    await failure(memoryAdapter({ comments }).list(query, call), 'unsupported');
  });

  it('is sorted by time, and keeps the order of the seed where times are equal', async () => {
    const shuffled = [comment('late', { createdAt: '2014-01-01T00:00:00Z' }), comment('first'), comment('second')];
    const adapter = memoryAdapter({ comments: shuffled });
    expect(await listIds(adapter, { sort: 'oldest' })).to.deep.equal(['first', 'second', 'late']);
    expect(await listIds(adapter, { sort: 'newest' })).to.deep.equal(['late', 'second', 'first']);
  });

  it('puts replies after their parent, oldest first in both orders', async () => {
    const adapter = memoryAdapter({ comments: thread });
    expect(await listIds(adapter, { sort: 'oldest' })).to.deep.equal(['a', 'a1', 'a1x', 'a2', 'b', 'c']);
    expect(await listIds(adapter, { sort: 'newest' })).to.deep.equal(['c', 'b', 'a', 'a1', 'a1x', 'a2']);
  });

  it('returns the position of a single comment in each sort order, but not of a reply', async () => {
    const { get } = all(memoryAdapter({ comments: thread }));
    expect((await get(discussion, 'b', call)).preceding).to.deep.equal({ oldest: 1, newest: 1, top: 1 });
    expect((await get(discussion, 'c', call)).preceding).to.deep.equal({ oldest: 2, newest: 0, top: 2 });
    expect(await get(discussion, 'a1', call)).not.to.have.property('preceding');
  });

  it('applies the limit to top-level comments, and includes their replies', async () => {
    const adapter = memoryAdapter({ comments: thread });
    const first = await adapter.list({ discussion, sort: 'oldest', limit: 1 }, call);
    expect(idsOf(first.items)).to.deep.equal(['a', 'a1', 'a1x', 'a2']);
    expect(first.total).to.equal(6);
    const second = await adapter.list({ discussion, sort: 'oldest', limit: 2, cursor: first.next }, call);
    expect(idsOf(second.items)).to.deep.equal(['b', 'c']);
    expect(second).not.to.have.property('next');
  });

  it('pages through the replies to one comment, oldest first in every order', async () => {
    const adapter = memoryAdapter({ comments: thread });
    const first = await adapter.list({ discussion, sort: 'newest', limit: 1, parentId: 'a' }, call);
    expect(idsOf(first.items)).to.deep.equal(['a1', 'a1x']);
    const second = await adapter.list(
      { discussion, sort: 'newest', limit: 1, parentId: 'a', cursor: first.next },
      call,
    );
    expect(idsOf(second.items)).to.deep.equal(['a2']);
    expect(second).not.to.have.property('next');
  });

  it('returns everything at once if the features say so', async () => {
    const adapter = memoryAdapter({ comments: thread, features: { paging: 'all' } });
    const page = await adapter.list({ discussion, sort: 'oldest', limit: 1 }, call);
    expect(page.items).to.have.length(6);
    expect(page).not.to.have.property('next');
  });

  it('includes orphans and comments that reply to each other', async () => {
    const adapter = memoryAdapter({
      comments: [
        comment('orphan', { parentId: 'never-there' }),
        comment('x', { parentId: 'y' }),
        comment('y', { parentId: 'x' }),
      ],
    });
    expect(await listIds(adapter)).to.deep.equal(['orphan', 'x', 'y']);
  });

  it('lists a chain of ten thousand replies', async () => {
    const chain = Array.from({ length: 10_000 }, (_, index) =>
      comment(`${index}`, index === 0 ? {} : { parentId: `${index - 1}` }),
    );
    expect(await listIds(memoryAdapter({ comments: chain }))).to.have.length(10_000);
  });

  it('refuses a cursor of another order, an invalid cursor and an unknown order', async () => {
    const adapter = memoryAdapter({ comments: thread });
    const { next } = await adapter.list({ discussion, sort: 'oldest', limit: 1 }, call);
    await failure(adapter.list({ discussion, sort: 'newest', limit: 1, cursor: next }, call), 'invalid');
    await failure(adapter.list({ discussion, sort: 'oldest', limit: 1, cursor: 'page 2' }, call), 'invalid');
    const byTime = memoryAdapter({ comments: thread, features: { sorts: ['oldest'] } });
    await failure(byTime.list({ discussion, sort: 'top', limit: 1 }, call), 'unsupported');
  });

  it('omits the total from a page of replies', async () => {
    const replies = ['b', 'c', 'd'].map((id) => comment(id, { parentId: 'a' }));
    const adapter = memoryAdapter({ comments: [comment('a'), ...replies], repliesPerComment: 1 });
    const { items } = await adapter.list({ discussion, sort: 'oldest', limit: 25 }, call);
    const { next, total } = items[0]?.replies ?? {};
    expect(total).to.equal(3);
    const page = await adapter.list({ discussion, sort: 'oldest', limit: 25, cursor: next, parentId: 'a' }, call);
    expect(idsOf(page.items)).to.deep.equal(['c', 'd']);
    expect(page).not.to.have.property('total');
  });

  it('shows tombstones, but counts only comments that everyone can read', async () => {
    const comments = [
      comment('a'),
      comment('deleted', { status: 'deleted' }),
      comment('hidden', { status: 'hidden' }),
      comment('pending', { status: 'pending' }),
      comment('rejected', { status: 'rejected' }),
    ];
    const adapter = memoryAdapter({ comments });
    const page = await adapter.list({ discussion, sort: 'oldest', limit: 25 }, call);
    expect(idsOf(page.items)).to.deep.equal(['a', 'deleted', 'hidden']);
    expect(page.total).to.equal(1);
    expect((await adapter.open(discussion, call)).total).to.equal(1);
  });

  it('returns the permissions of the viewer for each comment', async () => {
    const viewer = { state: 'signed-in', author: { id: 'me', name: 'Me' } } as const;
    const comments = [
      comment('a'),
      comment('mine', { author: { id: 'me', name: 'Me' } }),
      comment('gone', { status: 'deleted' }),
    ];
    const permissions = async (adapter: ReturnType<typeof memoryAdapter>) =>
      (await adapter.list({ discussion, sort: 'oldest', limit: 25 }, call)).items.map(({ can }) => can);
    const nothing = { reply: false, report: false, edit: false, remove: false, vote: false, pin: false };
    const moderated = { ...nothing, approve: false, reject: false, feature: true, hide: true, ban: false };
    const now = () => Date.parse('2013-06-07T10:54:00Z');

    expect(await permissions(memoryAdapter({ comments, viewer, now }))).to.deep.equal([
      { ...nothing, reply: true, report: true, vote: true },
      { ...nothing, reply: true, edit: true, remove: true },
      nothing,
    ]);
    expect(await permissions(memoryAdapter({ comments, viewer: { ...viewer, moderator: true }, now }))).to.deep.equal([
      { ...moderated, reply: true, report: true, vote: true, remove: true, pin: true, ban: true },
      { ...moderated, reply: true, edit: true, remove: true, pin: true },
      { ...moderated, feature: false, hide: false },
    ]);
    expect(
      await permissions(memoryAdapter({ comments: [comment('a')], without: ['submit', 'report', 'vote'] })),
      'the page decides where reports go',
    ).to.deep.equal([{ reply: false, edit: false, remove: false, vote: false, pin: false }]);
    expect(await permissions(memoryAdapter({ comments, viewer, now, info: { state: 'closed' } }))).to.deep.equal([
      { ...nothing, report: true },
      { ...nothing, remove: true },
      nothing,
    ]);
    const given = comment('a', { can: { reply: false, vote: false } });
    expect(await permissions(memoryAdapter({ comments: [given] }))).to.deep.equal([{ ...nothing, report: true }]);
  });

  it('returns a single comment if the viewer may see it', async () => {
    const adapter = all(memoryAdapter({ comments: [comment('a'), comment('held', { status: 'pending' })] }));
    expect(await adapter.get(discussion, 'a', call)).to.deep.include({ id: 'a', parentId: null, status: 'visible' });
    await failure(adapter.get(discussion, 'held', call), 'not-found');
    await failure(adapter.get(discussion, 'nowhere', call), 'not-found');
  });

  it('counts several discussions in one call', async () => {
    const adapter = all(memoryAdapter({ comments: (key) => (key === '42' ? thread : []) }));
    const counts = await adapter.counts([discussion, { key: '43', url: '' }], call);
    expect([...counts]).to.deep.equal([
      ['42', 6],
      ['43', 0],
    ]);
    const missing = all(memoryAdapter({ info: { state: 'missing' } }));
    expect([...(await missing.counts([discussion], call))]).to.deep.equal([]);
  });
});

describe('paging of the memory adapter while others write', () => {
  async function run(seed: number, sort: Sort): Promise<void> {
    const fraction = randomFrom(seed);
    const random = (below: number): number => Math.floor(fraction() * below);
    const start = Array.from({ length: 5 + random(30) }, (_, place): Comment => {
      const parentId = place > 0 && random(3) === 0 ? `s${random(place)}` : null;
      return comment(`s${place}`, {
        parentId,
        createdAt: new Date(Date.UTC(2013, 5, 7) + random(20) * 60_000).toISOString(),
      });
    });
    const viewer = { state: 'signed-in', author: { id: 'me', name: 'Me' }, moderator: true } as const;
    const adapter = all(
      memoryAdapter({ comments: start, viewer, features: { votes: 'up-down' } }),
    ) as Required<MemoryAdapter>;
    const dropped = new Set<string>();
    const seen: string[] = [];
    let cursor: string | undefined;
    let steps = 0;
    do {
      const page = await adapter.list(
        { discussion, sort, limit: 1 + random(4), ...(cursor === undefined ? {} : { cursor }) },
        call,
      );
      if (page.items.length === 0) expect(page, 'an empty page is the last').not.to.have.property('next');
      seen.push(...idsOf(page.items));
      cursor = page.next;
      const present = (await listIds(adapter)).filter((id) => id.startsWith('s'));
      for (let change = random(3); change > 0; change--) {
        const target = present[random(present.length)] ?? 's0';
        const choice = random(4);
        if (choice === 0) {
          await adapter.vote(discussion, { id: target, value: random(2) === 0 ? 1 : -1 }, call).catch(() => undefined);
        } else if (choice === 1) {
          await adapter.pin(discussion, { id: target, pinned: random(2) === 0 }, call).catch(() => undefined);
        } else if (choice === 2) {
          await adapter.submit(draft({ parentId: random(2) === 0 || dropped.has(target) ? null : target }), call);
        } else if (!dropped.has(target) && present.length > 2) {
          adapter.drop(discussion.key, target);
          dropped.add(target);
        }
      }
      // Oldest first, new comments may arrive as fast as they are read, so the run ends at some point.
    } while (cursor !== undefined && ++steps < 40);

    const note = `seed ${seed}, ${sort}`;
    expect(new Set(seen).size, `${note}: nothing twice in ${seen.join(' ')}`).to.equal(seen.length);
    if (steps < 40) {
      for (const { id } of start) if (!dropped.has(id)) expect(seen, `${note}: ${id} is not lost`).to.include(id);
    }
    if (sort !== 'oldest') {
      const arrivals = (await listIds(adapter, { sort: 'oldest' })).filter((id) => id.startsWith('c'));
      const roots = new Set(
        adapter
          .posted(discussion.key)
          .filter(({ parentId }) => parentId === null)
          .map(({ id }) => id),
      );
      for (const id of arrivals)
        if (roots.has(id)) expect(seen, `${note}: a later comment belongs to the next first page`).not.to.include(id);
    }
  }

  for (const sort of ['oldest', 'newest', 'top'] as const) {
    it(`repeats and loses no comment, ${sort} first`, async () => {
      for (let round = 0; round < 100; round++) await run(seed + round, sort);
    });
  }

  it('keeps the replies to a dropped comment where they were', async () => {
    const adapter = memoryAdapter({ comments: thread });
    const first = await adapter.list({ discussion, sort: 'oldest', limit: 1 }, call);
    adapter.drop(discussion.key, 'a');
    const second = await adapter.list({ discussion, sort: 'oldest', limit: 25, cursor: first.next }, call);
    expect(idsOf(second.items)).to.deep.equal(['b', 'c']);
    expect(await listIds(adapter)).to.deep.equal(['a1', 'a1x', 'a2', 'b', 'c']);
  });

  it('continues after the comment that the cursor refers to is gone', async () => {
    const adapter = memoryAdapter({ comments: [comment('a'), comment('b'), comment('c')] });
    const first = await adapter.list({ discussion, sort: 'newest', limit: 2 }, call);
    adapter.drop(discussion.key, 'b');
    const second = await adapter.list({ discussion, sort: 'newest', limit: 2, cursor: first.next }, call);
    expect(idsOf(second.items)).to.deep.equal(['a']);
  });

  it('includes comments that others add and change', async () => {
    const adapter = memoryAdapter({ comments: [comment('a'), comment('b')] });
    adapter.add(discussion.key, comment('later', { createdAt: '2000-01-01T00:00:00Z' }));
    adapter.add(discussion.key, comment('a', { status: 'hidden' }));
    const { items } = await adapter.list({ discussion, sort: 'oldest', limit: 25 }, call);
    expect(items.map(({ id, status }) => `${id} ${status}`)).to.deep.equal(['a hidden', 'b visible', 'later visible']);
    expect(adapter.posted(discussion.key), 'comments by others do not count as posted').to.be.empty;
    adapter.drop(discussion.key, 'later');
    adapter.add(discussion.key, comment('later'));
    expect(await listIds(adapter), 'it is back').to.deep.equal(['a', 'b', 'later']);
  });
});
