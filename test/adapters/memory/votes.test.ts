import { expect } from 'chai';
import { memoryAdapter, type MemoryOptions } from '../../../src/adapters/memory.js';
import type { Vote } from '../../../src/model/adapter.js';
import { all, call, comment, discussion, draft, failure, idsOf, listIds } from '../../support/adapter-fixture.js';
import { FakeStorage } from './fake-storage.js';

const { key } = discussion;
const comments = [comment('a'), comment('b', { votes: { up: 3, down: 1 } }), comment('c', { votes: { score: 5 } })];

function create(options: MemoryOptions = {}) {
  const adapter = memoryAdapter({ comments, ...options });
  const { vote, get } = all(adapter);
  return {
    adapter,
    ...all(adapter),
    votes: async (id: string) => (await get(discussion, id, call)).votes,
    voted: (id: string, value: Vote['value']) => vote(discussion, { id, value }, call),
  };
}

describe('voting at the memory adapter', () => {
  it('adds and withdraws a like', async () => {
    const { voted, votes } = create();
    expect(await voted('b', 1)).to.deep.equal({ up: 4, mine: 1 });
    expect(await voted('b', 1), 'twice is once').to.deep.equal({ up: 4, mine: 1 });
    expect(await votes('b')).to.deep.equal({ up: 4, mine: 1 });
    expect(await voted('b', 0)).to.deep.equal({ up: 3, mine: 0 });
    await failure(voted('b', -1), 'unsupported', { stored: 'no' });
  });

  it('votes up and down if the features say so', async () => {
    const { voted, votes } = create({ features: { votes: 'up-down' } });
    expect(await voted('b', -1)).to.deep.equal({ up: 3, down: 2, score: 1, mine: -1 });
    expect(await voted('b', 1)).to.deep.equal({ up: 4, down: 1, score: 3, mine: 1 });
    expect(await votes('c'), 'if only the score is known').to.deep.equal({ up: 5, down: 0, score: 5, mine: 0 });
  });

  it('counts each viewer once, and shows each their own vote', async () => {
    const storage = new FakeStorage();
    const viewer = { state: 'signed-in', author: { id: 'me', name: 'Me' } } as const;
    const [guest, signedIn] = [create({ storage }), create({ storage, viewer })];
    await guest.voted('a', 1);
    expect(await signedIn.votes('a')).to.deep.equal({ up: 1, mine: 0 });
    expect(await signedIn.voted('a', 1)).to.deep.equal({ up: 2, mine: 1 });
    expect(await create({ storage }).votes('a'), 'after a reload').to.deep.equal({ up: 2, mine: 1 });
  });

  it('can withdraw the vote that a comment came with', async () => {
    const { voted } = create({ comments: [comment('a', { votes: { up: 3, mine: 1 } })] });
    expect(await voted('a', 0)).to.deep.equal({ up: 2, mine: 0 });
  });

  it('refuses to withdraw or change a vote if votes are final, but accepts the same one again', async () => {
    const { voted, votes } = create({ features: { votes: 'up-down', finalVotes: true } });
    expect((await voted('b', 1)).mine).to.equal(1);
    expect((await voted('b', 1)).up).to.equal(4);
    await failure(voted('b', 0), 'unsupported', { stored: 'no' });
    await failure(voted('b', -1), 'unsupported', { stored: 'no' });
    expect(await votes('b')).to.deep.equal({ up: 4, down: 1, score: 3, mine: 1 });
  });

  it('leaves out the viewer’s vote if the backend does not know it', async () => {
    const { voted, votes } = create({ features: { votesKnowViewer: false } });
    expect(await voted('a', 1)).to.deep.equal({ up: 1 });
    expect(await votes('a')).to.deep.equal({ up: 1 });
  });

  it('refuses votes on one’s own comment, on a missing one, and in a closed discussion', async () => {
    const { adapter, submit, voted } = create({ comments: [comment('a'), comment('gone', { status: 'deleted' })] });
    const { comment: mine } = await submit(draft(), call);
    await failure(voted(mine?.id ?? '', 1), 'forbidden', { stored: 'no' });
    await failure(voted('gone', 1), 'not-found');
    await failure(voted('nowhere', 1), 'not-found');
    adapter.close(key);
    await failure(voted('a', 1), 'closed');
  });

  it('requires a sign-in if posting does, and supports no votes if the features say so', async () => {
    await failure(create({ info: { posting: { who: 'signed-in' } } }).voted('a', 1), 'sign-in-required');
    const without = create({ features: { votes: 'none' } });
    await failure(without.voted('a', 1), 'unsupported');
    expect(await without.votes('a')).to.equal(undefined);
    expect(memoryAdapter({ without: ['vote'] }).features?.votes).to.equal('none');
  });
});

describe('the list by votes', () => {
  it('puts the highest score first, then the oldest, with replies oldest first', async () => {
    const replies = [comment('a1', { parentId: 'a' }), comment('a2', { parentId: 'a', votes: { up: 9 } })];
    const { adapter, voted } = create({
      comments: [...comments, comment('d', { votes: { up: 2, down: 4 } }), ...replies],
    });
    expect(await listIds(adapter, { sort: 'top' })).to.deep.equal(['c', 'b', 'a', 'a1', 'a2', 'd']);
    await voted('a', 1);
    await voted('b', 0);
    expect(await listIds(adapter, { sort: 'top' })).to.deep.equal(['c', 'b', 'a', 'a1', 'a2', 'd']);
  });

  it('repeats and drops no comment when the order changes between two pages', async () => {
    const { adapter, add, list } = {
      ...create(),
      add: (id: string, score: number) => adapter.add(key, comment(id, { votes: { score } })),
    };
    const first = await list({ discussion, sort: 'top', limit: 1 }, call);
    expect(idsOf(first.items)).to.deep.equal(['c']);
    add('c', -1);
    add('a', 99);
    const second = await list({ discussion, sort: 'top', limit: 1, cursor: first.next }, call);
    const third = await list({ discussion, sort: 'top', limit: 1, cursor: second.next }, call);
    expect(idsOf([...second.items, ...third.items]), 'as the first page was sorted').to.deep.equal(['b', 'a']);
    expect(third).not.to.have.property('next');
  });
});
