import { expect } from 'chai';
import { memoryAdapter, type MemoryOptions } from '../../../src/adapters/memory.js';
import type { CommentPage, ListQuery } from '../../../src/model/adapter.js';
import { all, call, comment, discussion, draft, idsOf } from '../../support/adapter-fixture.js';

const { key } = discussion;
const reply = (id: string) => comment(id, { parentId: id.slice(0, -1) });
const comments = [
  comment('a'),
  comment('b'),
  ...['a1', 'a2', 'a3', 'a4', 'a11', 'a12', 'a13', 'a31', 'a32', 'a33', 'b1'].map(reply),
];

function create(options: MemoryOptions = {}) {
  const adapter = memoryAdapter({ comments, repliesPerComment: 2, ...options });
  const list = (query: Partial<ListQuery> = {}) =>
    adapter.list({ discussion, sort: 'oldest', limit: 25, ...query }, call);
  return { adapter, ...all(adapter), list };
}

const repliesIn = ({ items }: CommentPage) =>
  Object.fromEntries(items.filter(({ replies }) => replies).map(({ id, replies }) => [id, replies]));

describe('replies on demand at the memory adapter', () => {
  it('lists each comment with its replies up to the limit, and a cursor for the others', async () => {
    const page = await create().list();
    expect(idsOf(page.items)).to.deep.equal(['a', 'a1', 'a11', 'a12', 'a2', 'b', 'b1']);
    const replies = repliesIn(page);
    expect(Object.keys(replies)).to.deep.equal(['a', 'a1']);
    expect([replies.a?.total, replies.a1?.total]).to.deep.equal([4, 3]);
  });

  it('lists more replies from the cursor in every order, each with its own replies up to the limit', async () => {
    for (const sort of ['oldest', 'newest', 'top'] as const) {
      const { list } = create();
      const cursor = repliesIn(await list({ sort })).a?.next;
      const second = await list({ sort, parentId: 'a', cursor, limit: 1 });
      expect(idsOf(second.items), sort).to.deep.equal(['a3', 'a31', 'a32']);
      expect(idsOf((await list({ sort, parentId: 'a3', cursor: repliesIn(second).a3?.next })).items)).to.deep.equal([
        'a33',
      ]);
      const third = await list({ sort, parentId: 'a', cursor: second.next });
      expect(idsOf(third.items), sort).to.deep.equal(['a4']);
      expect(third).not.to.have.property('next');
    }
  });

  it('includes all replies without a limit, and if everything is returned at once', async () => {
    for (const options of [{ repliesPerComment: undefined }, { features: { paging: 'all' } } as const]) {
      const page = await create(options).list();
      expect(page.items).to.have.length(comments.length);
      expect(repliesIn(page)).to.be.empty;
    }
  });

  it('omits all replies if the limit is 0', async () => {
    const { list } = create({ repliesPerComment: 0 });
    const page = await list();
    expect(idsOf(page.items)).to.deep.equal(['a', 'b']);
    const replies = await list({ parentId: 'a', cursor: repliesIn(page).a?.next });
    expect(idsOf(replies.items)).to.deep.equal(['a1', 'a2', 'a3', 'a4']);
  });

  it('does not repeat or lose replies when others post and remove comments between two pages', async () => {
    const { adapter, list, submit } = create();
    const cursor = repliesIn(await list()).a?.next;
    adapter.drop(key, 'a2');
    adapter.drop(key, 'a4');
    const { comment: posted } = await submit(draft({ parentId: 'a' }), call);
    expect(idsOf((await list({ parentId: 'a', cursor })).items)).to.deep.equal(['a3', 'a31', 'a32', posted?.id]);
  });

  it('counts only the replies that the viewer sees, and keeps those below a dropped comment', async () => {
    const { adapter, list } = create();
    adapter.drop(key, 'a1');
    adapter.drop(key, 'a2');
    adapter.add(key, comment('a4', { parentId: 'a', status: 'pending' }));
    const page = await list();
    expect(idsOf(page.items), 'the replies to a1 could not be requested').to.deep.equal([
      'a',
      'a11',
      'a12',
      'a13',
      'a3',
      'a31',
      'a32',
      'b',
      'b1',
    ]);
    expect(repliesIn(page)).to.have.all.keys('a3');
  });

  it('announces the replies to a comment that is fetched by its id', async () => {
    const { get, list } = create();
    const { replies } = await get(discussion, 'a1', call);
    expect(replies?.total).to.equal(3);
    expect(idsOf((await list({ parentId: 'a1', cursor: replies?.next })).items)).to.deep.equal(['a11', 'a12', 'a13']);
    expect(await get(discussion, 'a2', call)).not.to.have.property('replies');
  });

  it('lists each comment of a circle of replies once', async () => {
    const circle = [comment('x', { parentId: 'y' }), comment('y', { parentId: 'x' })];
    const page = await create({ comments: circle, repliesPerComment: 1 }).list();
    expect(idsOf(page.items)).to.deep.equal(['x', 'y']);
    expect(repliesIn(page)).to.be.empty;
  });
});
